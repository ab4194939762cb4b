using System.Text.Json.Nodes;

namespace AddUserToGroup.DeploymentTests.Template.Evaluation;

/// <summary>
/// A template, and what comes of it under given parameters. That its parts are ones that CloudFormation knows, and that no
/// resources wait for each other, is cfn-lint's to say.
/// </summary>
internal sealed class CloudFormationTemplate(JsonObject root)
{
    public static CloudFormationTemplate Read(string text) => new(YamlReader.Read(text));

    public JsonObject Section(string name) => root[name]?.AsObject() ?? [];

    /// <exception cref="DeploymentRefusedException">A value or a combination of values is refused.</exception>
    /// <exception cref="TemplateException">No one could deploy this.</exception>
    public Deployment Deploy(IReadOnlyDictionary<string, string> values, Place place)
    {
        var parameters = ParameterReader.Read(Section("Parameters"), values);
        foreach (var (name, value) in place.PseudoParameters)
        {
            parameters.Add(name, value);
        }

        Obey(new Evaluator(parameters, [], new HashSet<string>()));
        var conditions = new Evaluator(parameters, Section("Conditions"), new HashSet<string>());
        var existing = Existing("Resources", conditions);
        var names = existing.Select(resource => resource.Name).ToHashSet();
        var deployment = new Deployment();
        foreach (var (name, resource) in existing)
        {
            var evaluator = new Evaluator(parameters, Section("Conditions"), names);
            deployment.Add(name, evaluator.Evaluate(resource)!.AsObject(), evaluator.References);
        }

        foreach (var (name, output) in Existing("Outputs", conditions))
        {
            var evaluator = new Evaluator(parameters, Section("Conditions"), names);
            deployment.Outputs.Add(name, Evaluator.Text(evaluator.Evaluate(output["Value"]!)));
        }

        return deployment;
    }

    private void Obey(Evaluator evaluator)
    {
        foreach (var (_, rule) in Section("Rules"))
        {
            if (rule!["RuleCondition"] is { } condition && !evaluator.IsTrue(condition))
            {
                continue;
            }

            if (rule["Assertions"]!.AsArray().FirstOrDefault(assertion => !evaluator.IsTrue(assertion!["Assert"]!)) is { } broken)
            {
                throw new DeploymentRefusedException(Evaluator.Text(broken["AssertDescription"]));
            }
        }
    }

    private IReadOnlyList<(string Name, JsonObject Declaration)> Existing(string section, Evaluator conditions) =>
    [
        .. Section(section)
            .Select(member => (member.Key, member.Value!.AsObject()))
            .Where(member => member.Item2["Condition"] is not { } condition || conditions.IsTrue(Evaluator.Text(condition))),
    ];
}
