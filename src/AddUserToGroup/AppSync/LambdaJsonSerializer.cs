using System.Text.Json;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace AddUserToGroup.AppSync;

/// <summary>
/// The package's serializer with the options that <see cref="LambdaJsonContext"/> declares. Left alone it makes options of
/// its own and ignores them: Pascal case would go out, and duplicate members would come in.
/// </summary>
internal sealed class LambdaJsonSerializer : SourceGeneratorLambdaJsonSerializer<LambdaJsonContext>
{
    protected override JsonSerializerOptions CreateDefaultJsonSerializationOptions() => new(LambdaJsonContext.Default.Options);
}
