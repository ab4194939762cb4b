using System.Text.Json;

namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>A synthesized stack, nested or not.</summary>
/// <param name="template">Its template.</param>
/// <param name="parent">The stack that it is nested in.</param>
/// <param name="arguments">What the parent passes for its parameters.</param>
internal sealed class SynthesizedStack(JsonElement template, SynthesizedStack? parent, JsonElement arguments)
{
    /// <summary>The nested stacks, by the logical id that each has here.</summary>
    public Dictionary<string, SynthesizedStack> Nested { get; } = [];

    public IEnumerable<SynthesizedResource> Resources => template.GetProperty(nameof(Resources)).EnumerateObject()
        .Select(resource => new SynthesizedResource(this, resource.Name, resource.Value));

    /// <summary>
    /// Follows a value through parameters and outputs of nested stacks. The result is <c>Id.Ref</c> or <c>Id.Attribute</c>
    /// of a resource, a literal, or the JSON of any other expression.
    /// </summary>
    public string Resolve(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.String)
        {
            return value.GetString()!;
        }

        if (Reference(value, "Ref") is { } reference)
        {
            var name = reference.GetString()!;
            return parent is not null && arguments.TryGetProperty(name, out var argument)
                ? parent.Resolve(argument)
                : $"{name}.Ref";
        }

        if (Reference(value, "Fn::GetAtt") is { } attribute)
        {
            var (id, name) = (attribute[0].GetString()!, attribute[1].GetString()!);
            return Nested.TryGetValue(id, out var nested) ? nested.Output(name) : $"{id}.{name}";
        }

        return Reference(value, "Fn::Join") is { } join
            ? string.Join(join[0].GetString(), join[1].EnumerateArray().Select(Resolve))
            : value.GetRawText();
    }

    private static JsonElement? Reference(JsonElement value, string function) =>
        value.ValueKind is JsonValueKind.Object && value.TryGetProperty(function, out var target) ? target : null;

    private string Output(string name) =>
        Resolve(template.GetProperty("Outputs").GetProperty(name["Outputs.".Length..]).GetProperty("Value"));
}
