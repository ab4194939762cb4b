using AddUserToGroup.DeploymentTests.Npm;

namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>What the tests of the README's backend are there to find, is found by them.</summary>
public sealed class BackendFaultTests
{
    private const string Auth = "amplify/auth/resource.ts";
    private const string Data = "amplify/data/resource.ts";
    private const string Function = "amplify/functions/add-user-to-group/resource.ts";

    private static readonly Edit Trigger = new(
        Auth,
        """groups: ["ADMINS"],""",
        """
        groups: ["ADMINS"],
          triggers: {
            postConfirmation: defineFunction(
              (scope) =>
                new Function(scope, "trigger", {
                  runtime: Runtime.NODEJS_22_X,
                  handler: "index.handler",
                  code: Code.fromInline("exports.handler = async (event) => event;"),
                }),
            ),
          },
        """);

    private static readonly Edit TriggerImports = new(
        Auth,
        "import { defineAuth } from",
        """
        import { Code, Function, Runtime } from "aws-cdk-lib/aws-lambda";
        import { defineAuth, defineFunction } from
        """);

    [ToolTheory("node")]
    [InlineData(
        """userPool.grant(backend.addUserToGroup.resources.lambda, "cognito-idp:AdminAddUserToGroup");""",
        """userPool.grant(backend.addUserToGroup.resources.lambda, "cognito-idp:*");""")]
    [InlineData(
        """userPool.grant(backend.addUserToGroup.resources.lambda, "cognito-idp:AdminAddUserToGroup");""",
        """
        import { PolicyStatement } from "aws-cdk-lib/aws-iam";
        backend.addUserToGroup.resources.lambda.addToRolePolicy(
          new PolicyStatement({ actions: ["cognito-idp:AdminAddUserToGroup"], resources: ["*"] }),
        );
        """)]
    public async Task A_wider_grant_is_found(string old, string wider)
    {
        using var project = await AmplifyProject.CreateAsync(new Edit("amplify/backend.ts", old, wider));
        var backend = await project.SynthesizeAsync();

        var pool = backend.Single("AWS::Cognito::UserPool");

        Assert.NotEqual([$"cognito-idp:AdminAddUserToGroup {pool.Id}.Arn"], Rights.OnUserPools(backend));
    }

    [ToolFact("node")]
    public async Task An_open_mutation_is_found()
    {
        using var project = await AmplifyProject.CreateAsync(
            new Edit(Data, """allow.group("ADMINS")""", "allow.authenticated()"));

        var backend = await project.SynthesizeAsync();

        Assert.DoesNotContain("ADMINS", Mutation.Of(backend).Gate, StringComparison.Ordinal);
    }

    [ToolFact("node")]
    public async Task The_import_of_the_page_is_found()
    {
        using var project = await AmplifyProject.CreateAsync(
            new Edit(Data, "\"../functions/add-user-to-group/resource\"", "\"./resource\""));

        var findings = await project.CheckTypesAsync();

        Assert.NotEqual(0, findings.ExitCode);
        Assert.Contains("amplify/data/resource.ts", findings.Output, StringComparison.Ordinal);
    }

    [ToolTheory("node")]
    [InlineData("""{ resourceGroupName: "data" }""", false)]
    [InlineData("{}", true)]
    public async Task A_trigger_of_the_user_pool_makes_stacks_wait_for_each_other_only_beside_the_function(
        string group, bool cycle)
    {
        using var project = await AmplifyProject.CreateAsync(
            Trigger, TriggerImports, new Edit(Function, """{ resourceGroupName: "data" }""", group));

        var backend = await project.SynthesizeAsync();

        Assert.Equal(cycle, backend.Cycles().Any());
    }
}
