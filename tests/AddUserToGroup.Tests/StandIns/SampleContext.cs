using System.Text.Json.Serialization;

namespace AddUserToGroup.Tests.StandIns;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Sample))]
internal sealed partial class SampleContext : JsonSerializerContext;
