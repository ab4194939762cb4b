namespace AddUserToGroup.Shared.Faults;

/// <summary>Errors as AWS writes them: those of AdminAddUserToGroup, and those that any AWS service may respond.</summary>
internal static class CognitoErrors
{
    /// <summary>The message for a role without the permission. Only the log gets it.</summary>
    public const string AccessDenied =
        "User: arn:aws:sts::111122223333:assumed-role/AddUserToGroup/AddUserToGroup is not authorized to perform: "
        + "cognito-idp:AdminAddUserToGroup on resource: arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_LocalPool";

    private const int Final = FaultCase.Final;
    private const int Retried = FaultCase.Retried;

    public static IReadOnlyList<FaultCase> Cases(string text) =>
    [
        // The operator needs the text of these three exceptions. Of all others, only the code goes into the log.
        .. Quoted("GroupNotFound", "ResourceNotFoundException", "Group not found.", "PAINTERS"),
        .. Quoted(
            "InternalError", "ResourceNotFoundException",
            "User pool us-east-1_LocalPool does not exist.", "User pool does not exist.", "us-east-1_LocalPool"),
        .. Quoted("InternalError", "NotAuthorizedException", "User is disabled."),
        .. Quoted("InternalError", "AccessDeniedException", AccessDenied),
        .. Errors(text, "UserNotFound", Final, (400, "UserNotFoundException"), (404, "UserNotFoundException")),
        .. Errors(text, "InvalidInput", Final, (400, "InvalidParameterException")),
        .. Errors(
            text, "Throttled", Retried, (400, "TooManyRequestsException"), (429, "TooManyRequestsException"), (400, "ThrottlingException"),
            (400, "Throttling"), (400, "RequestLimitExceeded"), (429, "SomethingNewException")),
        .. Errors(
            text, "Unavailable", Retried, (500, "InternalErrorException"), (500, "InternalFailure"), (502, "InternalFailure"),
            (503, "ServiceUnavailable"), (504, "InternalFailure"), (599, "InternalFailure"), (400, "RequestTimeoutException"),
            (400, "RequestTimeout")),
        .. Errors(text, "InternalError", Retried, (400, "LimitExceededException")),
        .. Errors(
            text, "InternalError", Final, (499, "SomethingNewException"), (403, "AccessDenied"), (400, "ExpiredTokenException"),
            (400, "UnrecognizedClientException"), (400, "InvalidSignatureException"), (400, "IncompleteSignature"),
            (400, "MissingAuthenticationToken"), (400, "ServiceUnavailable"), (400, "ValidationException"),
            (400, "UnknownOperationException"), (400, "SerializationException"), (400, "SomethingNewException")),
        Error(400, "OperationNotEnabledException", text, "InternalError", Final) with
        {
            Reason = "OperationNotEnabledException: this Region's user pool is a secondary replica; deploy the mutation in the primary Region",
        },
        // The SDK blames the clock and retries with Cognito's time, unless that is a day away or more.
        Dated("an hour ago", "InvalidSignatureException", Retried, () => DateTimeOffset.UtcNow.AddHours(-1)),
        Dated("an hour ago", "AccessDeniedException", Retried, () => DateTimeOffset.UtcNow.AddHours(-1)),
        Dated("in the year 9999", "InvalidSignatureException", Final, () => DateTimeOffset.MaxValue),
        .. ((string[])
        [
            "com.amazonaws.cognitoidentityprovider#UserNotFoundException",
            "UserNotFoundException:http://internal.amazon.com/coral/com.amazonaws.cognito/",
        ]).Select(code => Response($"names the error in full: {code}", "UserNotFound", new(400, $$"""{"__type":"{{code}}"}"""))),
        .. ((string[])
        [
            "UserNotFoundException",
            "UserNotFoundException:http://internal.amazon.com/coral/com.amazonaws.cognito/",
            "com.amazonaws.cognitoidentityprovider#UserNotFoundException",
        ]).Select(code => Response(
            $"names the error in a header: {code}", "UserNotFound", new(400, "{}") { Headers = [$"x-amzn-ErrorType: {code}"] })),
        Response("responds 400 with JSON without a code", "InternalError", new(400, $$"""{"message":"{{text}}"}""")),
        Response("responds 400 with a JSON list", "InternalError", new(400, $"""["{text}"]""")),
        Response("responds 400 with JSON whose code is no string", "InternalError", new(400, $$"""{"__type": { "{{text}}":1 } }""")),
        Response("responds 400 with JSON whose code is empty", "InternalError", new(400, $$"""{"__type":"","message":"{{text}}"}""")) with
        {
            Reason = "no error code (HTTP 400)",
        },
        Response("responds 400 with half an error", "Unavailable", new(400, $$"""{"__type":"UserNotFoun""")) with
        {
            Reason = "no error code (HTTP 400)",
        },
        Response("responds 400 with broken JSON", "Unavailable", new(400, $$"""{"__type":"{{text}}""")),
        Response("responds 400 without the last brace", "Unavailable", new(400, $$"""{"__type":"UserNotFoundException","message":"{{text}}" """)),
        Response("responds 400 with nothing", "InternalError", new(400)),
        Response("responds with an error as text/html", "UserNotFound", HttpResponse.Error(400, "UserNotFoundException", text) with
        {
            ContentType = "text/html",
        }),
        Response("claims that an error is compressed", "UserNotFound", HttpResponse.Error(400, "UserNotFoundException", text) with
        {
            Headers = ["Content-Encoding: gzip"],
        }),
        Response("claims that a success is compressed", "Added", HttpResponse.Success with { Headers = ["Content-Encoding: gzip"] }),
    ];

    private static IEnumerable<FaultCase> Quoted(string outcome, string code, params string[] messages) =>
        messages.Select(message => Error(400, code, message, outcome, Final) with
        {
            Name = $"responds 400 {code} ({message})",
            Reason = $"{code}: {message}",
        });

    private static IEnumerable<FaultCase> Errors(string text, string outcome, int attempts, params (int Status, string Code)[] errors) =>
        errors.Select(error => Error(error.Status, error.Code, text, outcome, attempts));

    private static FaultCase Error(int status, string code, string text, string outcome, int attempts) =>
        new($"responds {status} {code}", outcome, attempts, Behaviour.Respond(HttpResponse.Error(status, code, text)))
        {
            Reason = $"{code} (HTTP {status})",
        };

    private static FaultCase Dated(string when, string code, int attempts, Func<DateTimeOffset> date) => new(
        $"responds {code} with a date {when}", "InternalError", attempts, Behaviour.AtRequest(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync((HttpResponse.Error(400, code, AccessDenied) with { Headers = [$"Date: {date():r}"] }).ToBytes());
        }));

    private static FaultCase Response(string name, string outcome, HttpResponse response) =>
        new(name, outcome, Final, Behaviour.Respond(response));
}
