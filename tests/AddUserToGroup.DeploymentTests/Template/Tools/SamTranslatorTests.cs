using System.Text.Json;
using AddUserToGroup.DeploymentTests.Template.Checks;

namespace AddUserToGroup.DeploymentTests.Template.Tools;

/// <summary>SAM adds nothing behind our backs: what it makes of the template passes the same checks.</summary>
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

        template = yaml_parse(sys.stdin.read())
        template["Resources"]["Function"]["Properties"]["CodeUri"] = "s3://bucket/key"
        print(json.dumps(Translator({}, Parser()).translate(template, json.loads(sys.argv[1]))))
        """;

    [ToolTheory("samtranslator"), EveryMode]
    public async Task SAM_makes_its_function_one_of_Lambda_s_and_changes_nothing_else(string name)
    {
        var mode = Mode.Named(name);

        var translated = await TranslateAsync(DeployedFiles.Actual, mode);

        Expect.Set(
            ResourceChecks.Expected(mode).Select(resource => resource.Replace("Serverless", "Lambda", StringComparison.Ordinal)),
            translated.Deploy(mode).Resources.Select(resource => $"{resource.Key}: {resource.Value["Type"]}"));
        RoleChecks.FunctionRole(translated, mode);
        RoleChecks.DataSourceRole(translated, mode);
        FunctionChecks.Role(translated, mode);
        FunctionChecks.Settings(translated, mode);
    }

    private static async Task<DeployedFiles> TranslateAsync(DeployedFiles files, Mode mode)
    {
        // AWS's libraries ask for a Region before they do anything; nothing is called there.
        var translation = await Tool.RunAsync(
            "python3",
            ["-c", Translation, JsonSerializer.Serialize(mode.Parameters)],
            environment: [new("AWS_DEFAULT_REGION", "eu-central-1")],
            input: files.Template);
        translation.AssertSuccess();
        return files with { Template = translation.Output };
    }
}
