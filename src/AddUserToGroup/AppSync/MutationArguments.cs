using System.Text.Json.Serialization;

namespace AddUserToGroup.AppSync;

/// <summary>The arguments of the mutation as they came, not yet judged.</summary>
internal sealed record MutationArguments
{
    public static MutationArguments None { get; } = new();

    [JsonConverter(typeof(OrNullConverter<string>))]
    public string? UserId { get; init; }

    [JsonConverter(typeof(OrNullConverter<string>))]
    public string? GroupName { get; init; }
}
