using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AddUserToGroup.Shared.Contract;

namespace AddUserToGroup.Tests;

/// <summary>The files of tests/events, events made from them, and the settings for both.</summary>
internal static class TestEvents
{
    public const string UserPoolId = ContractCheck.UserPoolId;
    public const string Issuer = ContractCheck.Issuer;
    public const string UpdatedIssuer = ContractCheck.UpdatedIssuer;

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "events");

    public static Settings Settings(string? assignableGroups = null) => ContractCheck.Settings(assignableGroups);

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.json"));

    /// <summary>The allowed event of this repository's resolver after <paramref name="change"/>.</summary>
    public static string Allowed(Action<JsonObject> change) => Changed("allowed", change);

    public static string Changed(string name, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(Text(name))!.AsObject();
        change(json);
        return json.ToJsonString(new JsonSerializerOptions());
    }

    public static Stream Stream(string json) => new MemoryStream(Encoding.UTF8.GetBytes(json));
}
