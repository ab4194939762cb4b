using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AddUserToGroup.AppSync;
using AddUserToGroup.Results;

namespace AddUserToGroup.Shared.Contract;

/// <summary>Runs events through the function, with fakes of Cognito and the log, and compares the results with the <see cref="Oracle"/>.</summary>
internal sealed class ContractCheck
{
    public const string UserPoolId = "us-east-1_LocalPool";
    public const string Issuer = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool";
    public const string UpdatedIssuer = "https://issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool";

    private const string RequestId = "cognito-1";
    private readonly IReadOnlyCollection<string>? _assignableGroups;
    private readonly string _issuer;
    private readonly RecordingUserGroups _userGroups = new();
    private readonly RecordingLogger _logger = new();
    private readonly Function _function;

    /// <param name="assignableGroups">The names for ASSIGNABLE_GROUPS; null to leave it unset.</param>
    /// <param name="issuer">USER_POOL_ISSUER.</param>
    public ContractCheck(IReadOnlyCollection<string>? assignableGroups, string issuer = Issuer)
    {
        (_assignableGroups, _issuer) = (assignableGroups, issuer);
        _function = new Function(
            Settings(assignableGroups is null ? null : string.Join(' ', assignableGroups), issuer), _userGroups, TimeProvider.System);
    }

    /// <param name="assignableGroups">ASSIGNABLE_GROUPS; null to leave it unset.</param>
    /// <param name="issuer">USER_POOL_ISSUER.</param>
    public static Settings Settings(string? assignableGroups, string issuer = Issuer) => AddUserToGroup.Settings.Read(name => name switch
    {
        "USER_POOL_ID" => UserPoolId,
        "USER_POOL_ISSUER" => issuer,
        "ASSIGNABLE_GROUPS" => assignableGroups,
        _ => null,
    });

    /// <param name="json">The event.</param>
    /// <param name="cognito">The outcome that Cognito responds with; "Defect" for an exception.</param>
    /// <exception cref="ContractBrokenException">The function does not do what the contract says.</exception>
    public async Task<(string Outcome, bool CalledCognito)> RunAsync(byte[] json, string cognito)
    {
        var verdict = Oracle.Decide(json, _issuer, _assignableGroups);
        var outcome = verdict.Rejection ?? (cognito == "Defect" ? "InternalError" : cognito);
        _userGroups.Calls.Clear();
        _userGroups.Respond = permitted => cognito switch
        {
            "Added" => MutationResult.Success(permitted.Membership, RequestId),
            "Defect" => throw new InvalidOperationException("A defect."),
            _ => MutationResult.Failed(new Failure(Enum.Parse<ErrorType>(cognito), $"Cognito's {cognito}.", "Cognito's reason"), RequestId),
        };
        _logger.Lines.Clear();

        var (response, thrown) = await HandleAsync(json);

        (string, string)[] calls = verdict.Rejection is null ? [(verdict.UserId!, verdict.GroupName!)] : [];
        Expect("Number of calls of Cognito", calls.Length, _userGroups.Calls.Count);
        Expect("Call of Cognito", calls.FirstOrDefault(), _userGroups.Calls.FirstOrDefault());
        CheckResponse(verdict, outcome, response, thrown);
        CheckAuditLine(verdict, outcome, verdict.Rejection is null && cognito != "Defect");
        return (outcome, calls.Length > 0);
    }

    [SuppressMessage("Design", "CA1031", Justification = "This looks for exceptions that escape.")]
    private async Task<(byte[]? Response, string? Thrown)> HandleAsync(byte[] json)
    {
        try
        {
            using var input = new MemoryStream(json);
            using var response = new MemoryStream();
            await using var output = await _function.HandleAsync(input, TimeSpan.FromSeconds(10), _logger);
            await output.CopyToAsync(response);
            return (response.ToArray(), null);
        }
        catch (MutationFailedException exception)
        {
            return (null, exception.Message);
        }
        catch (Exception exception) when (exception is not ContractBrokenException)
        {
            throw new ContractBrokenException($"A {exception.GetType().Name} escaped.", exception);
        }
    }

    private static void CheckResponse(Verdict verdict, string outcome, byte[]? response, string? thrown)
    {
        var isThrown = outcome != "Added" && (verdict.IsMadeByAppSync || outcome == "InternalError");
        Expect("Thrown", isThrown, thrown is not null);
        if (thrown is not null)
        {
            ExpectMessage(outcome, thrown.StartsWith($"{outcome}: ", StringComparison.Ordinal) ? thrown[(outcome.Length + 2)..] : "");
            return;
        }

        using var document = JsonDocument.Parse(response);
        var value = document.RootElement;
        if (outcome != "Added")
        {
            Expect("Response", "error", Names(value));
            Expect("Error", "type, message", Names(value.GetProperty("error")));
            Expect("Error type", outcome, value.GetProperty("error").GetProperty("type").GetString());
            ExpectMessage(outcome, value.GetProperty("error").GetProperty("message").GetString());
            return;
        }

        if (!verdict.IsMadeByAppSync)
        {
            Expect("Response", "data", Names(value));
            value = value.GetProperty("data");
        }

        Expect("Value", "userId, groupName", Names(value));
        Expect("userId", verdict.UserId, value.GetProperty("userId").GetString());
        Expect("groupName", verdict.GroupName, value.GetProperty("groupName").GetString());
    }

    // "Only the log says which check failed."
    private static void ExpectMessage(string outcome, string? message)
    {
        Expect("There is a message", true, !string.IsNullOrEmpty(message));
        if (outcome == "Unauthorized")
        {
            Expect("Message", Sentences.Of(outcome), message);
        }
    }

    private void CheckAuditLine(Verdict verdict, string outcome, bool isFromCognito)
    {
        Expect("Number of audit lines", 1, _logger.Lines.Count);
        var (level, _, line) = _logger.Lines[0];
        var expectedLevel = outcome == "Added" ? "Information" : outcome is "Unavailable" or "InternalError" ? "Error" : "Warning";
        Expect("Level", expectedLevel, level);
        Expect("outcome", outcome, line["outcome"]);
        Expect("durationMs", true, line["durationMs"] is double and >= 0);
        ExpectLogged("username", verdict.Username);
        ExpectLogged("sub", verdict.Subject);
        line.Remove("sourceIp", out var sourceIp);
        Expect("sourceIp", verdict.SourceIp, sourceIp);
        ExpectLogged("userId", verdict.UserId);
        ExpectLogged("groupName", verdict.GroupName);
        ExpectLogged("cognitoRequestId", isFromCognito ? RequestId : null);
        Expect("reason is there", outcome != "Added", line.Remove("reason"));
        Expect("Other members", "outcome, durationMs", string.Join(", ", line.Keys));

        // The function's README, "The audit line": properties without a value are omitted, and long values are cut.
        void ExpectLogged(string name, string? value)
        {
            Expect($"{name} is there", value is not null, line.Remove(name, out var logged));
            var isCut = value is { Length: > 256 } && logged is string { Length: > 200 } text && text[^1] == '…'
                && value.StartsWith(text[..^1], StringComparison.Ordinal);
            Expect(name, value, isCut ? value : logged);
        }
    }

    private static string Names(JsonElement value) => string.Join(", ", value.EnumerateObject().Select(member => member.Name));

    private static void Expect<T>(string name, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new ContractBrokenException($"{name}: expected {expected}, was {actual}.");
        }
    }
}
