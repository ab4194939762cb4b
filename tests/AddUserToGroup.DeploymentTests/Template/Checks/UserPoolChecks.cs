namespace AddUserToGroup.DeploymentTests.Template.Checks;

/// <summary>Who gets into a new user pool, and how.</summary>
internal static class UserPoolChecks
{
    public static void Pool(DeployedFiles files, Mode mode)
    {
        if (!mode.CreatesUserPool)
        {
            return;
        }

        var pool = files.Deploy(mode).Properties("UserPool");
        Expect.Json("""["email"]""", pool["UsernameAttributes"]);
        Expect.Json("""["email"]""", pool["AutoVerifiedAttributes"]);
        Expect.Json("""{ "AttributesRequireVerificationBeforeUpdate": ["email"] }""", pool["UserAttributeUpdateSettings"]);
        Expect.Json("""{ "AllowAdminCreateUserOnly": "true" }""", pool["AdminCreateUserConfig"]);
        Expect.Json("\"ACTIVE\"", pool["DeletionProtection"]);
        Expect.Json("\"OPTIONAL\"", pool["MfaConfiguration"]);
        Expect.Json("""["SOFTWARE_TOKEN_MFA"]""", pool["EnabledMfas"]);
        Expect.Json(
            """
            {
              "MinimumLength": "14",
              "RequireLowercase": "true",
              "RequireNumbers": "true",
              "RequireSymbols": "true",
              "RequireUppercase": "true",
              "TemporaryPasswordValidityDays": "3"
            }
            """,
            pool["Policies"]!["PasswordPolicy"]);
    }

    public static void Client(DeployedFiles files, Mode mode)
    {
        if (!mode.CreatesUserPool)
        {
            return;
        }

        Expect.Json(
            """
            {
              "UserPoolId": "<UserPool>",
              "GenerateSecret": "false",
              "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
              "EnableTokenRevocation": "true",
              "PreventUserExistenceErrors": "ENABLED",
              "AccessTokenValidity": "15",
              "IdTokenValidity": "15",
              "RefreshTokenValidity": "30",
              "TokenValidityUnits": { "AccessToken": "minutes", "IdToken": "minutes", "RefreshToken": "days" }
            }
            """,
            files.Deploy(mode).Properties("UserPoolClient"));
    }

    /// <summary>The group that the code asks for is the one that is made, and that the first administrator is put into.</summary>
    public static void Administrators(DeployedFiles files, Mode mode)
    {
        var deployment = files.Deploy(mode);
        if (mode.CreatesUserPool)
        {
            Expect.Json($"\"{FunctionSource.AdministratorsGroup}\"", deployment.Properties("Administrators")["GroupName"]);
            Expect.Json("\"<UserPool>\"", deployment.Properties("Administrators")["UserPoolId"]);
        }

        if (!mode.InvitesAdministrator)
        {
            return;
        }

        Expect.Json(
            """
            {
              "UserPoolId": "<UserPool>",
              "Username": "alice@example.com",
              "DesiredDeliveryMediums": ["EMAIL"],
              "UserAttributes": [
                { "Name": "email", "Value": "alice@example.com" },
                { "Name": "email_verified", "Value": "true" }
              ]
            }
            """,
            deployment.Properties("Administrator"));
        Expect.Json(
            """{ "UserPoolId": "<UserPool>", "GroupName": "<Administrators>", "Username": "alice@example.com" }""",
            deployment.Properties("AdministratorInAdministrators"));
        Assert.True(deployment.Follows("AdministratorInAdministrators", "Administrator"), "Nobody can be added before there is somebody.");
    }
}
