using System.Text.Json;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace AddUserToGroup.AppSync;

/// <summary>
/// The package's serializer with the options of <see cref="LambdaJsonContext"/>. By default the package uses its own options:
/// it would write Pascal case and accept duplicate properties.
/// </summary>
internal sealed class LambdaJsonSerializer : SourceGeneratorLambdaJsonSerializer<LambdaJsonContext>
{
    protected override JsonSerializerOptions CreateDefaultJsonSerializationOptions() => new(LambdaJsonContext.Default.Options);
}
