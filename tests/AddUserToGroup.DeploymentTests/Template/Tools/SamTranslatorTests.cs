using System.Text.Json;
using AddUserToGroup.DeploymentTests.Template.Evaluation;

namespace AddUserToGroup.DeploymentTests.Template.Tools;

/// <summary>SAM's translation adds nothing to the template: no resource, no right, no other way to invoke the function.</summary>
public sealed class SamTranslatorTests
{
    // CodeUri is a place in S3, as after the upload. A managed policy would be looked up in the map, which is empty.
    private const string Translation =
        """
        import json, sys
        from samtranslator.parser.parser import Parser
        from samtranslator.translator.translator import Translator
        from samtranslator.yaml_helper import yaml_parse

        text = sys.stdin.read()
        for parameters in json.loads(sys.argv[1]):
            template = yaml_parse(text)
            template["Resources"]["Function"]["Properties"]["CodeUri"] = "s3://bucket/key"
            print(json.dumps(Translator({}, Parser()).translate(template, parameters)))
        """;

    [ToolFact("samtranslator")]
    public async Task Makes_its_function_one_of_Lambdas_and_changes_nothing_else()
    {
        // The translator needs a Region to start, but calls nothing there.
        var translation = await Tool.RunAsync(
            "python3",
            ["-c", Translation, JsonSerializer.Serialize(Scenario.All.Select(scenario => scenario.Parameters))],
            environment: [new("AWS_DEFAULT_REGION", "eu-central-1")],
            input: Repository.ReadText("template.yaml"));
        translation.AssertSuccess();

        Assert.All(Scenario.All.Zip(translation.Output.TrimEnd().Split('\n'), KeyValuePair.Create), each =>
        {
            var (scenario, template) = each;
            var translated = scenario.Deploy(CloudFormationTemplate.Read(template));

            Expect.Set(
                Types(scenario.Deploy()).Select(type => type.Replace("AWS::Serverless", "AWS::Lambda", StringComparison.Ordinal)), Types(translated));
            GrantTests.AssertExact(scenario, translated);
            Assert.Equal("<FunctionRole.Arn>", Evaluator.Text(translated.Properties("Function")["Role"]));
        });
    }

    private static IEnumerable<string> Types(Deployment deployment) =>
        deployment.Resources.Select(resource => $"{resource.Key}: {resource.Value["Type"]}");
}
