using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AddUserToGroup.Tests;

/// <summary>The files of tests/events, and events made from the first of them.</summary>
internal static class TestEvents
{
    public const string UserPoolId = "us-east-1_LocalPool";
    public const string Issuer = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool";

    public const string UpdatedIssuer = "https://issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool";

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "events");

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.json"));

    /// <summary>The allowed event of this repository's resolver after <paramref name="change"/>.</summary>
    public static string Allowed(Action<JsonObject> change) => Changed("allowed", change);

    public static string Changed(string name, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(Text(name))!.AsObject();
        change(json);
        return json.ToJsonString(new JsonSerializerOptions());
    }

    /// <summary>The settings for these events.</summary>
    /// <param name="assignableGroups">ASSIGNABLE_GROUPS; null to leave it unset.</param>
    public static Settings Settings(string? assignableGroups = null) => AddUserToGroup.Settings.Read(name => name switch
    {
        "USER_POOL_ID" => UserPoolId,
        "USER_POOL_ISSUER" => Issuer,
        "ASSIGNABLE_GROUPS" => assignableGroups,
        _ => null,
    });

    public static Stream Stream(string json) => new MemoryStream(Encoding.UTF8.GetBytes(json));
}
