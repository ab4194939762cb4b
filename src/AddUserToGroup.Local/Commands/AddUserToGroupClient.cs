using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AddUserToGroup.Local.Commands;

/// <summary>Calls the mutation. A .NET application can copy this file.</summary>
/// <param name="http">AppSync itself ends a call after 30 seconds; the client's own timeout may be shorter.</param>
/// <param name="graphQLUrl">The API's URL.</param>
internal sealed partial class AddUserToGroupClient(HttpClient http, Uri graphQLUrl)
{
    private const string Mutation = """
        mutation AddUserToGroup($userId: String!, $groupName: String!) {
          addUserToGroup(userId: $userId, groupName: $groupName) { userId groupName }
        }
        """;

    /// <param name="accessToken">The caller's token. It is sent without "Bearer", which AppSync rejects.</param>
    /// <param name="userId">The user to add: a username, or an address if the pool signs users in with it.</param>
    /// <param name="groupName">An existing group.</param>
    /// <param name="cancellationToken">Stops the wait. The user may have been added nevertheless.</param>
    public async Task<Result> AddAsync(
        string accessToken, string userId, string groupName, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, graphQLUrl)
        {
            Content = JsonContent.Create(new { query = Mutation, variables = new { userId, groupName } }),
        };
        request.Headers.TryAddWithoutValidation("Authorization", accessToken);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            return Read(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
        }
        // HttpClient cancels a call after its own timeout.
        catch (Exception exception) when (
            exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new("Unavailable", exception.Message);
        }
    }

    private static Result Read(HttpStatusCode status, string body)
    {
        var response = Parse(body);
        if (response?.Data?.AddUserToGroup is not null)
        {
            return new(null, "");
        }

        if (status == HttpStatusCode.OK && response?.Errors is [{ ErrorType: { } type, Message: { } message }, ..])
        {
            // Direct Lambda resolvers and Amplify Gen 2 put the type at the start of the message.
            var thrown = TypeInMessage().Match(message);
            return type.StartsWith("Lambda:", StringComparison.Ordinal) && thrown.Success
                ? new(thrown.Groups["type"].Value, thrown.Groups["message"].Value)
                : new(Classify(type, message), message);
        }

        return status switch
        {
            HttpStatusCode.OK => new("Unknown", "The API responded without a result."),
            HttpStatusCode.Unauthorized => new("SessionExpired", "The token is invalid or has expired (HTTP 401)."),
            HttpStatusCode.Forbidden => new("Blocked", "A firewall or a proxy rejected the call (HTTP 403)."),
            HttpStatusCode.TooManyRequests => new("Throttled", "The API is busy (HTTP 429)."),
            >= HttpStatusCode.InternalServerError => new("Unavailable", $"The API failed (HTTP {(int)status})."),
            _ => new("Unknown", $"The API rejected the call (HTTP {(int)status})."),
        };
    }

    // AppSync names an error of Lambda itself like "Lambda:ExecutionTimeoutException".
    private static string Classify(string type, string message) =>
        type.Contains("TooManyRequests", StringComparison.Ordinal) ? "Throttled"
        : type.Contains("Timeout", StringComparison.Ordinal) || message.Contains("timed out", StringComparison.Ordinal) ? "Unavailable"
        : type;

    private static Response? Parse(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<Response>(body, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\A(?<type>\w+): (?<message>.*)\z", RegexOptions.Singleline)]
    private static partial Regex TypeInMessage();

    /// <param name="ErrorType">
    /// Null if the user is in the group. Otherwise one of the API's error types, <c>SessionExpired</c> (sign in, then call
    /// again), <c>Blocked</c> or <c>Unknown</c>.
    /// </param>
    /// <param name="Message">For a log.</param>
    internal sealed record Result(string? ErrorType, string Message)
    {
        public bool IsAdded => ErrorType is null;

        /// <summary>The same call may succeed later. A retry is always safe: adding a member again changes nothing.</summary>
        public bool MayRetry => ErrorType is "Throttled" or "Unavailable";
    }

    private sealed record Response(Data? Data, Error[]? Errors);

    private sealed record Data(JsonElement? AddUserToGroup);

    private sealed record Error(string? ErrorType, string? Message);
}
