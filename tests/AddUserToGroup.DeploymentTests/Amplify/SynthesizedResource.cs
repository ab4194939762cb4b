using System.Text.Json;

namespace AddUserToGroup.DeploymentTests.Amplify;

internal sealed record SynthesizedResource(SynthesizedStack Stack, string Id, JsonElement Definition)
{
    public string Type => Definition.GetProperty(nameof(Type)).GetString()!;

    /// <summary>A property; undefined where it is not set.</summary>
    /// <param name="path">Of member names.</param>
    public JsonElement Property(params string[] path) => path.Aggregate(
        Definition.GetProperty("Properties"),
        (value, name) => value.ValueKind is JsonValueKind.Object && value.TryGetProperty(name, out var member)
            ? member
            : default);

    /// <summary>A property, resolved by <see cref="SynthesizedStack.Resolve"/>.</summary>
    /// <param name="path">Of member names.</param>
    public string Resolved(params string[] path) => Stack.Resolve(Property(path));
}
