using System.Text.Json.Serialization;
using AddUserToGroup.Results;

namespace AddUserToGroup.AppSync;

/// <summary>
/// Everything that the function reads and writes as JSON. It rejects duplicate properties: otherwise two readers of one event
/// could see two different callers.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(MutationEvent))]
[JsonSerializable(typeof(Response))]
[JsonSerializable(typeof(Membership))]
internal sealed partial class LambdaJsonContext : JsonSerializerContext;
