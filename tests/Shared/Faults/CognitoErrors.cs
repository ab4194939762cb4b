namespace AddUserToGroup.Shared.Faults;

/// <summary>Errors in AWS's own words: those that AdminAddUserToGroup models, and those that any AWS service may answer.</summary>
internal static class CognitoErrors
{
    private const int Final = FaultCase.Final;
    private const int Retried = FaultCase.Retried;

    /// <summary>What AWS says to a role that may not do it: goes into the log, for the operator, and to nobody else.</summary>
    public const string AccessDenied =
        "User: arn:aws:sts::111122223333:assumed-role/AddUserToGroup/AddUserToGroup is not authorized to perform: "
        + "cognito-idp:AdminAddUserToGroup on resource: arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_LocalPool";

    public static IReadOnlyList<FaultCase> Cases(string text) =>
    [
        Error(400, "UserNotFoundException", text, "UserNotFound", Final),
        Error(404, "UserNotFoundException", text, "UserNotFound", Final),
        Error(400, "ResourceNotFoundException", "Group not found.", "GroupNotFound", Final),
        Error(400, "ResourceNotFoundException", "PAINTERS", "GroupNotFound", Final),
        Error(400, "ResourceNotFoundException", "User pool us-east-1_LocalPool does not exist.", "InternalError", Final),
        Error(400, "ResourceNotFoundException", "User pool does not exist.", "InternalError", Final),
        Error(400, "ResourceNotFoundException", "us-east-1_LocalPool", "InternalError", Final),
        Error(400, "InvalidParameterException", text, "InvalidInput", Final),
        Error(400, "NotAuthorizedException", "User is disabled.", "InternalError", Final),
        Error(400, "AccessDeniedException", AccessDenied, "InternalError", Final),
        Error(400, "TooManyRequestsException", text, "Throttled", Retried),
        Error(429, "TooManyRequestsException", text, "Throttled", Retried),
        Error(400, "ThrottlingException", text, "Throttled", Retried),
        Error(400, "Throttling", text, "Throttled", Retried),
        Error(400, "RequestLimitExceeded", text, "Throttled", Retried),
        Error(429, "SomethingNewException", text, "Throttled", Retried),
        Error(500, "InternalErrorException", text, "Unavailable", Retried),
        Error(500, "InternalFailure", text, "Unavailable", Retried),
        Error(502, "InternalFailure", text, "Unavailable", Retried),
        Error(503, "ServiceUnavailable", text, "Unavailable", Retried),
        Error(504, "InternalFailure", text, "Unavailable", Retried),
        Error(400, "RequestTimeoutException", text, "Unavailable", Retried),
        Error(400, "RequestTimeout", text, "Unavailable", Retried),
        Error(599, "InternalFailure", text, "Unavailable", Retried),
        Error(499, "SomethingNewException", text, "InternalError", Final),
        Error(403, "AccessDenied", text, "InternalError", Final),
        Error(400, "LimitExceededException", text, "InternalError", Retried),
        .. ((string[])
        [
            "ExpiredTokenException", "UnrecognizedClientException", "InvalidSignatureException", "IncompleteSignature",
            "MissingAuthenticationToken", "ServiceUnavailable", "ValidationException", "UnknownOperationException",
            "SerializationException", "SomethingNewException",
        ]).Select(code => Error(400, code, text, "InternalError", Final)),
        // The SDK takes a clock that is off for the cause, and tries again with Cognito's.
        .. ((string[])["InvalidSignatureException", "AccessDeniedException"]).Select(code => new FaultCase(
            $"answers {code}, an hour ago by its clock", "InternalError", Retried, Behaviour.AtRequest(async connection =>
            {
                await connection.ReadRequestAsync();
                await connection.WriteAsync((HttpResponse.Error(400, code, AccessDenied) with
                {
                    Headers = [$"Date: {DateTimeOffset.UtcNow.AddHours(-1):r}"],
                }).ToBytes());
            }))),
        .. Named("com.amazonaws.cognitoidentityprovider#UserNotFoundException", null),
        .. Named("UserNotFoundException:http://internal.amazon.com/coral/com.amazonaws.cognito/", null),
        .. Named(null, "UserNotFoundException"),
        .. Named(null, "UserNotFoundException:http://internal.amazon.com/coral/com.amazonaws.cognito/"),
        .. Named(null, "com.amazonaws.cognitoidentityprovider#UserNotFoundException"),
        new("answers 400 with JSON that names no code", "InternalError", Final, Behaviour.Respond(new(400, $$"""{"message":"{{text}}"}"""))),
        new("answers 400 with JSON that is a list", "InternalError", Final, Behaviour.Respond(new(400, $"""["{text}"]"""))),
        new("answers 400 with JSON whose code is no text", "InternalError", Final, Behaviour.Respond(new(400, $$"""{"__type": { "{{text}}":1 } }"""))),
        new("answers 400 with JSON whose code is empty", "InternalError", Final, Behaviour.Respond(new(400, $$"""{"__type":"","message":"{{text}}"}""")))
        {
            Reason = "no error code (HTTP 400)",
        },
        new("answers 400 with broken JSON", "Unavailable", Final, Behaviour.Respond(new(400, $$"""{"__type":"{{text}}"""))),
        new("answers 400 with an error whose last brace is missing", "Unavailable", Final, Behaviour.Respond(
            new(400, $$"""{"__type":"UserNotFoundException","message":"{{text}}" """))),
        new("answers 400 with nothing", "InternalError", Final, Behaviour.Respond(new(400))),
        new("answers an error as text/html", "UserNotFound", Final, Behaviour.Respond(
            HttpResponse.Error(400, "UserNotFoundException", text) with { ContentType = "text/html" })),
        new("claims that an error is compressed", "UserNotFound", Final, Behaviour.Respond(
            HttpResponse.Error(400, "UserNotFoundException", text) with { Headers = ["Content-Encoding: gzip"] })),
        new("claims that a success is compressed", "Added", Final, Behaviour.Respond(
            HttpResponse.Success with { Headers = ["Content-Encoding: gzip"] })),
        new("answers 200 with an error's body and no request id", "Unavailable", Final, Behaviour.Respond(
            HttpResponse.Error(200, "UserNotFoundException", text) with { RequestId = null })),
    ];

    // These three say what an operator needs to know; of the others, only the code goes into the log.
    private static bool IsQuoted(string code) =>
        code is "ResourceNotFoundException" or "NotAuthorizedException" or "AccessDeniedException";

    private static FaultCase Error(int status, string code, string message, string outcome, int attempts) => new(
        $"answers {status} {code}{(IsQuoted(code) ? $" ({message})" : "")}",
        outcome, attempts, Behaviour.Respond(HttpResponse.Error(status, code, message)))
    {
        Reason = IsQuoted(code) ? $"{code}: {message}" : $"{code} (HTTP {status})",
    };

    private static IEnumerable<FaultCase> Named(string? type, string? header) =>
    [
        new($"names the error {(type is null ? $"in a header: {header}" : $"in full: {type}")}", "UserNotFound", Final, Behaviour.Respond(
            new HttpResponse(400, type is null ? "{}" : $$"""{"__type":"{{type}}"}""")
            {
                Headers = header is null ? [] : [$"x-amzn-ErrorType: {header}"],
            })),
    ];
}
