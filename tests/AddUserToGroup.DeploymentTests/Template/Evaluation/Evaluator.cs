using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AddUserToGroup.DeploymentTests.Template.Evaluation;

/// <summary>
/// What CloudFormation makes of an expression. What only a real deployment knows stays readable:
/// <c>&lt;UserPool&gt;</c> for a reference, <c>&lt;UserPool.Arn&gt;</c> for an attribute.
/// </summary>
/// <param name="parameters">The parameters' values, pseudo parameters included.</param>
/// <param name="conditions">The template's section of that name.</param>
/// <param name="resources">Names the resources that exist under these parameters; none where they are not to be referred to.</param>
internal sealed partial class Evaluator(
    IReadOnlyDictionary<string, string> parameters, JsonObject conditions, IReadOnlySet<string> resources)
{
    /// <summary>The resources that the expressions so far refer to.</summary>
    public HashSet<string> References { get; } = [];

    /// <summary>Null where the expression comes to <c>AWS::NoValue</c>, which takes the property away.</summary>
    public JsonNode? Evaluate(JsonNode expression) => expression switch
    {
        JsonArray items => new JsonArray([.. items.Select(item => Evaluate(item!)).Where(item => item is not null)]),
        JsonObject members when members.Any(member => IsIntrinsic(member.Key)) => Apply(Sole(members)),
        JsonObject members => new JsonObject(
            members.Select(member => KeyValuePair.Create(member.Key, Evaluate(member.Value!))).Where(member => member.Value is not null)),
        _ => expression.DeepClone(),
    };

    public bool IsTrue(JsonNode expression)
    {
        var (function, argument) = Sole(expression);
        return function switch
        {
            "Condition" => IsTrue(Text(argument)),
            "Fn::Equals" when argument is JsonArray { Count: 2 } sides => Text(Evaluate(sides[0]!)) == Text(Evaluate(sides[1]!)),
            "Fn::Not" when argument is JsonArray { Count: 1 } operands => !IsTrue(operands[0]!),
            "Fn::And" when argument is JsonArray { Count: > 1 } operands => operands.All(operand => IsTrue(operand!)),
            _ => throw new TemplateException($"Cannot tell whether this is true: {expression.ToJsonString()}"),
        };
    }

    public bool IsTrue(string condition) => IsTrue(
        conditions[condition] ?? throw new TemplateException($"There is no condition {condition}."));

    public static string Text(JsonNode? node) => node is JsonValue value
        ? value.GetValue<string>()
        : throw new TemplateException($"This is no text: {node?.ToJsonString()}");

    private JsonNode? Apply((string Function, JsonNode Argument) intrinsic) => intrinsic switch
    {
        ("Ref", var name) => Text(name) is "AWS::NoValue" ? null : Refer(Text(name)),
        ("Fn::GetAtt", JsonArray { Count: 2 } path) => Attribute(Text(path[0]), Text(path[1])),
        ("Fn::If", JsonArray { Count: 3 } choice) => Evaluate(IsTrue(Text(choice[0])) ? choice[1]! : choice[2]!),
        ("Fn::Sub", JsonValue text) => Substitute(Text(text), []),
        ("Fn::Sub", JsonArray { Count: 2 } pair) => Substitute(Text(pair[0]), Evaluate(pair[1]!)!.AsObject()),
        _ => throw new TemplateException($"{intrinsic.Function} of {intrinsic.Argument.ToJsonString()} is not known here."),
    };

    private string Substitute(string text, JsonObject variables) => Variable().Replace(text, match =>
    {
        var name = match.Groups["name"].Value;
        return match.Groups["literal"].Success ? $"${{{name}}}"
            : variables[name] is { } value ? Text(value)
            : name.Split('.', 2) is [var resource, var attribute] ? Attribute(resource, attribute)
            : Refer(name);
    });

    private string Refer(string name) => parameters.TryGetValue(name, out var value) ? value : $"<{Existing(name)}>";

    private string Attribute(string resource, string attribute) => $"<{Existing(resource)}.{attribute}>";

    private string Existing(string resource)
    {
        if (!resources.Contains(resource))
        {
            throw new TemplateException($"{resource} is no parameter, and no resource that exists here.");
        }

        References.Add(resource);
        return resource;
    }

    private static bool IsIntrinsic(string key) => key is "Ref" || key.StartsWith("Fn::", StringComparison.Ordinal);

    private static (string Function, JsonNode Argument) Sole(JsonNode expression) => expression is JsonObject { Count: 1 } members
        ? (members.Single().Key, members.Single().Value!)
        : throw new TemplateException($"An intrinsic function stands alone: {expression.ToJsonString()}");

    [GeneratedRegex(@"\$\{(?<literal>!)?(?<name>[^}]+)\}")]
    private static partial Regex Variable();
}
