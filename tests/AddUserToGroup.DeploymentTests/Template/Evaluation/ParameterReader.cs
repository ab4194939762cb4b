using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AddUserToGroup.DeploymentTests.Template.Evaluation;

/// <summary>Gives each parameter its value, as CloudFormation does before it looks at anything else.</summary>
internal static class ParameterReader
{
    /// <exception cref="DeploymentRefusedException">A value is missing, or is not one that its declaration allows.</exception>
    public static Dictionary<string, string> Read(JsonObject declarations, IReadOnlyDictionary<string, string> values)
    {
        if (values.Keys.FirstOrDefault(name => !declarations.ContainsKey(name)) is { } unknown)
        {
            throw new DeploymentRefusedException($"Parameter {unknown} does not exist in the template.");
        }

        return declarations.ToDictionary(
            declaration => declaration.Key,
            declaration => Read(declaration.Key, declaration.Value!.AsObject(), values.GetValueOrDefault(declaration.Key)));
    }

    private static string Read(string name, JsonObject declaration, string? given)
    {
        var value = given ?? declaration["Default"]?.GetValue<string>()
            ?? throw new DeploymentRefusedException($"Parameter {name} must have a value.");
        return IsAllowed(declaration, value)
            ? value
            : throw new DeploymentRefusedException($"Parameter {name} {declaration["ConstraintDescription"]?.GetValue<string>()}");
    }

    private static bool IsAllowed(JsonObject declaration, string value) =>
        declaration["Type"]!.GetValue<string>() switch
        {
            "String" => true,
            "Number" => double.TryParse(value, CultureInfo.InvariantCulture, out _),
            var type => throw new TemplateException($"The parameter type {type} is not known here."),
        }
        && (declaration["AllowedValues"] is not JsonArray allowed || allowed.Any(item => item!.GetValue<string>() == value))
        // The whole value has to match, whether or not the pattern has anchors.
        && (declaration["AllowedPattern"] is not { } pattern || Regex.IsMatch(value, $@"\A(?:{pattern.GetValue<string>()})\z"));
}
