using System.Text.Json.Nodes;

namespace AddUserToGroup.Tests;

/// <summary>
/// Secrets that would sing if they got out: each names the place where it was put, and all have <see cref="Song"/> in them.
/// </summary>
internal static class Canaries
{
    public const string Song = "canary-";

    /// <summary>What AWS says where a signature does not match: the request as it was to be signed, with its session token.</summary>
    public const string QuotedRequest =
        @"The canonical string should have been 'POST\n/\n\nhost:127.0.0.1\nx-amz-security-token:canary-quoted-session-token\n'";

    public static (string Name, string? Value)[] Environment =>
    [
        ("AWS_SECRET_ACCESS_KEY", "canary-secret-access-key"),
        ("AWS_SESSION_TOKEN", "canary-session-token"),
        ("DATABASE_PASSWORD", "canary-unrelated-variable"),
    ];

    /// <summary>An event as AppSync makes it for a direct Lambda resolver, with the caller's token among its headers.</summary>
    public static string Event(string shape = "allowed-direct-resolver")
    {
        var json = JsonNode.Parse(TestEvents.Text(shape))!.AsObject();
        var headers = new JsonObject { ["authorization"] = "canary-token", ["x-api-key"] = "canary-other-header" };
        if (json["request"] is { } request)
        {
            request["headers"] = headers;
        }
        else
        {
            json["headers"] = headers;
        }

        // Read, unlike the others, and logged as little.
        json["identity"]!["groups"]!.AsArray().Add("canary-other-group");
        json["identity"]!["claims"]!["custom:plan"] = "canary-claim";
        json["identity"]!["claims"]!["email"] = "canary-address@example.com";
        json["identity"]!["resolverContext"] = new JsonObject { ["secret"] = "canary-resolver-context" };
        json["arguments"]!["password"] = "canary-unknown-argument";
        json["unknown"] = new JsonObject { ["member"] = "canary-unknown-member" };
        json["stash"] = new JsonObject { ["secret"] = "canary-stash" };
        return json.ToJsonString();
    }
}
