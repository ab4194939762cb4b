using System.Text.Json.Serialization;

namespace AddUserToGroup.AppSync;

/// <summary>The mutation's arguments, not validated yet.</summary>
internal sealed record MutationArguments
{
    public static MutationArguments None { get; } = new();

    [JsonConverter(typeof(ClientTextConverter))]
    public string? UserId { get; init; }

    [JsonConverter(typeof(ClientTextConverter))]
    public string? GroupName { get; init; }
}
