using System.Text.Json.Nodes;

namespace AddUserToGroup.Tests.Executable;

/// <summary>Secrets that show if they leak: each starts with <see cref="Prefix"/> and names its source.</summary>
internal static class Markers
{
    public const string Prefix = "marker-";

    /// <summary>AWS quotes the signed request, with its session token, if a signature does not match.</summary>
    public const string QuotedRequest =
        @"The canonical string should have been 'POST\n/\n\nhost:127.0.0.1\nx-amz-security-token:marker-quoted-session-token\n'";

    public static (string Name, string? Value)[] Environment =>
    [
        ("AWS_SECRET_ACCESS_KEY", "marker-secret-access-key"),
        ("AWS_SESSION_TOKEN", "marker-session-token"),
        ("DATABASE_PASSWORD", "marker-unrelated-variable"),
    ];

    /// <summary>AppSync's event for a direct Lambda resolver, with the caller's token in its headers.</summary>
    public static string Event(string shape = "allowed-direct-resolver")
    {
        var json = JsonNode.Parse(TestEvents.Text(shape))!.AsObject();
        var headers = new JsonObject { ["authorization"] = "marker-token", ["x-api-key"] = "marker-other-header" };
        if (json["request"] is { } request)
        {
            request["headers"] = headers;
        }
        else
        {
            json["headers"] = headers;
        }

        // The function reads groups, but does not log them.
        json["identity"]!["groups"]!.AsArray().Add("marker-other-group");
        json["identity"]!["claims"]!["custom:plan"] = "marker-claim";
        json["identity"]!["claims"]!["email"] = "marker-address@example.com";
        json["identity"]!["resolverContext"] = new JsonObject { ["secret"] = "marker-resolver-context" };
        json["arguments"]!["password"] = "marker-unknown-argument";
        json["unknown"] = new JsonObject { ["member"] = "marker-unknown-member" };
        json["stash"] = new JsonObject { ["secret"] = "marker-stash" };
        return json.ToJsonString();
    }
}
