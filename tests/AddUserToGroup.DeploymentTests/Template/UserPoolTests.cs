using AddUserToGroup.DeploymentTests.Template.Evaluation;
using AddUserToGroup.Rules;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>Who gets into a new user pool, and how.</summary>
public sealed class UserPoolTests
{
    private static readonly Mode Mode = Mode.Named("first administrator");

    [Theory]
    [InlineData("OPTIONAL")]
    [InlineData("ON")]
    public void Is_by_invitation_only_with_the_second_factor_that_was_asked_for(string mfa)
    {
        var pool = Mode.Deploy(("MfaConfiguration", mfa)).Properties("UserPool");

        Assert.Equal("true", Evaluator.Text(pool["AdminCreateUserConfig"]!["AllowAdminCreateUserOnly"]));
        Assert.Equal(mfa, Evaluator.Text(pool["MfaConfiguration"]));
        Assert.Equal("ACTIVE", Evaluator.Text(pool["DeletionProtection"]));
    }

    [Fact]
    public void Gives_front_ends_a_client_that_keeps_no_secret_and_sends_no_password()
    {
        var client = Mode.Deploy().Properties("UserPoolClient");

        Assert.Equal("false", Evaluator.Text(client["GenerateSecret"]));
        Expect.Json("""["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]""", client["ExplicitAuthFlows"]);
    }

    [Fact]
    public void Has_the_first_administrator_in_the_group_that_the_function_asks_for()
    {
        var deployment = Mode.Deploy();

        Assert.Equal(MembershipRules.AdministratorsGroup, Evaluator.Text(deployment.Properties("Administrators")["GroupName"]));
        Expect.Json(
            """{ "UserPoolId": "<UserPool>", "GroupName": "<Administrators>", "Username": "alice@example.com" }""",
            deployment.Properties("AdministratorInAdministrators"));
        Assert.Equal("alice@example.com", Evaluator.Text(deployment.Properties("Administrator")["Username"]));
    }
}
