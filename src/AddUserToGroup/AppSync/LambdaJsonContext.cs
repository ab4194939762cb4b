using System.Text.Json.Serialization;

namespace AddUserToGroup.AppSync;

/// <summary>
/// Everything that the function reads and writes as JSON. A member that is there twice is refused: two readers of one
/// event could otherwise see two different callers.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(MutationEvent))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Response))]
[JsonSerializable(typeof(Membership))]
internal sealed partial class LambdaJsonContext : JsonSerializerContext;
