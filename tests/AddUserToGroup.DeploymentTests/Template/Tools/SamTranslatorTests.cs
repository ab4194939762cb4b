using System.Text.Json;
using AddUserToGroup.DeploymentTests.Template.Evaluation;

namespace AddUserToGroup.DeploymentTests.Template.Tools;

/// <summary>SAM adds nothing behind our backs.</summary>
public sealed class SamTranslatorTests
{
    // The code is uploaded before the translation, and CodeUri says where to. A managed policy would be looked up in the
    // map, which is empty: there is none.
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
        // AWS's libraries ask for a Region before they do anything; nothing is called there.
        var translation = await Tool.RunAsync(
            "python3",
            ["-c", Translation, JsonSerializer.Serialize(Mode.All.Select(mode => mode.Parameters))],
            environment: [new("AWS_DEFAULT_REGION", "eu-central-1")],
            input: Repository.ReadText("template.yaml"));
        translation.AssertSuccess();

        Assert.All(Mode.All.Zip(translation.Output.TrimEnd().Split('\n'), KeyValuePair.Create), each =>
        {
            var (mode, template) = each;
            var translated = mode.Deploy(CloudFormationTemplate.Read(template));

            ResourceTests.AssertExact(mode, translated);
            GrantTests.AssertExact(mode, translated);
            Assert.Equal("<FunctionRole.Arn>", Evaluator.Text(translated.Properties("Function")["Role"]));
        });
    }
}
