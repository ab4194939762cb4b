using System.Text.Json.Nodes;
using AddUserToGroup.Local;

namespace AddUserToGroup.DeploymentTests.Template.Evaluation;

/// <summary>A template, as far as tests need it evaluated. cfn-lint checks that CloudFormation would accept it.</summary>
internal sealed class CloudFormationTemplate(JsonObject root)
{
    public static CloudFormationTemplate Read(string text) => new(TemplateReader.Read(text));

    public JsonObject Section(string name) => root[name]!.AsObject();

    /// <param name="parameters">Their values; a parameter that is missing has its default.</param>
    /// <param name="region">Gives the pseudo parameters their values.</param>
    public Deployment Deploy(IReadOnlyDictionary<string, string> parameters, Region region)
    {
        var values = Section("Parameters").ToDictionary(
            parameter => parameter.Key,
            parameter => parameters.GetValueOrDefault(parameter.Key) ?? Evaluator.Text(parameter.Value!["Default"]));
        var evaluator = new Evaluator(values.Concat(region.PseudoParameters).ToDictionary(), Section("Conditions"));
        return new(Section("Resources")
            .Where(resource => resource.Value!["Condition"] is not { } condition || evaluator.IsTrue(Evaluator.Text(condition)))
            .ToDictionary(resource => resource.Key, resource => evaluator.Evaluate(resource.Value!)!.AsObject()));
    }
}
