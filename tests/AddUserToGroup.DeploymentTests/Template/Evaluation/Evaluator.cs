using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AddUserToGroup.DeploymentTests.Template.Evaluation;

/// <summary>
/// Evaluates CloudFormation's expressions. What only a real deployment knows stays readable: <c>&lt;UserPool&gt;</c> for a
/// reference, <c>&lt;UserPool.Arn&gt;</c> for an attribute.
/// </summary>
/// <param name="parameters">The parameters' values, including the pseudo parameters.</param>
/// <param name="conditions">The template's section of that name.</param>
internal sealed partial class Evaluator(IReadOnlyDictionary<string, string> parameters, JsonObject conditions)
{
    /// <returns>Null for <c>AWS::NoValue</c>, which removes the property.</returns>
    public JsonNode? Evaluate(JsonNode expression) => expression switch
    {
        JsonArray items => new JsonArray([.. items.Select(item => Evaluate(item!)).Where(item => item is not null)]),
        JsonObject members when members.Any(member => member.Key is "Ref" || member.Key.StartsWith("Fn::", StringComparison.Ordinal)) =>
            Apply(members.Single().Key, members.Single().Value!),
        JsonObject members => new JsonObject(members
            .Select(member => KeyValuePair.Create(member.Key, Evaluate(member.Value!)))
            .Where(member => member.Value is not null)),
        _ => expression.DeepClone(),
    };

    public bool IsTrue(string condition) => IsTrue(conditions[condition]!);

    public static string Text(JsonNode? node) => node is JsonValue value ? value.ToString() : throw Unknown(node);

    private bool IsTrue(JsonNode expression) => expression.AsObject().Single() switch
    {
        { Key: "Condition", Value: var name } => IsTrue(Text(name)),
        { Key: "Fn::Equals", Value: JsonArray { Count: 2 } sides } => Text(Evaluate(sides[0]!)) == Text(Evaluate(sides[1]!)),
        { Key: "Fn::Not", Value: JsonArray { Count: 1 } operands } => !IsTrue(operands[0]!),
        { Key: "Fn::And", Value: JsonArray operands } => operands.All(operand => IsTrue(operand!)),
        _ => throw Unknown(expression),
    };

    private JsonNode? Apply(string function, JsonNode argument) => (function, argument) switch
    {
        ("Ref", var name) => Text(name) is "AWS::NoValue" ? null : Refer(Text(name)),
        ("Fn::GetAtt", JsonArray { Count: 2 } path) => $"<{path[0]}.{path[1]}>",
        ("Fn::If", JsonArray { Count: 3 } choice) => Evaluate(IsTrue(Text(choice[0])) ? choice[1]! : choice[2]!),
        ("Fn::Sub", JsonValue text) => Substitute(Text(text), []),
        ("Fn::Sub", JsonArray { Count: 2 } pair) => Substitute(Text(pair[0]), Evaluate(pair[1]!)!.AsObject()),
        _ => throw Unknown(argument),
    };

    private string Substitute(string text, JsonObject variables) => Variable.Replace(text, match =>
    {
        var name = match.Groups["name"].Value;
        return match.Groups["literal"].Success ? $"${{{name}}}"
            : variables[name] is { } value ? Text(value)
            : Refer(name);
    });

    private string Refer(string name) => parameters.TryGetValue(name, out var value) ? value : $"<{name}>";

    private static NotSupportedException Unknown(JsonNode? node) => new($"These tests cannot evaluate {node?.ToJsonString()}.");

    [GeneratedRegex(@"\$\{(?<literal>!)?(?<name>[^}]+)\}")]
    private static partial Regex Variable { get; }
}
