using System.Text.Json.Nodes;

namespace AddUserToGroup.DeploymentTests.Template.Evaluation;

/// <summary>A template, and what comes of it under given parameters.</summary>
internal sealed class CloudFormationTemplate
{
    private static readonly string[] Sections =
    [
        "AWSTemplateFormatVersion", "Transform", "Description", "Metadata", "Parameters", "Rules", "Conditions", "Resources", "Outputs",
    ];

    private static readonly string[] ResourceAttributes =
        ["Type", "Condition", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy", "Metadata", "Properties"];

    private readonly JsonObject _root;

    private CloudFormationTemplate(JsonObject root) => _root = root;

    public static CloudFormationTemplate Read(string text)
    {
        var root = YamlReader.Read(text);
        Expect(root, Sections, "template");
        return new CloudFormationTemplate(root);
    }

    public JsonObject Section(string name) => _root[name]?.AsObject() ?? [];

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
            Expect(resource, ResourceAttributes, name);
            var evaluator = new Evaluator(parameters, Section("Conditions"), names);
            deployment.Add(name, evaluator.Evaluate(resource)!.AsObject(), evaluator.References);
        }

        deployment.ExpectAnOrder();
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

    private static void Expect(JsonObject members, string[] known, string place)
    {
        if (members.Select(member => member.Key).Except(known).FirstOrDefault() is { } unknown)
        {
            throw new TemplateException($"{unknown} of {place} is not known here.");
        }
    }
}
