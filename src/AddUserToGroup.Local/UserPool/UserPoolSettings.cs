using System.Text.Json.Nodes;

namespace AddUserToGroup.Local.UserPool;

/// <summary>The pool and the app client as template.yaml deploys them, for launcher.js.</summary>
internal static class UserPoolSettings
{
    public const string PoolId = "us-east-1_LocalPool";

    /// <summary>The app client's id, the same at each start.</summary>
    public const string ClientId = "localstackappclient0000000";

    private const string IssuerDomain = "https://cognito-idp.us-east-1.amazonaws.com";

    /// <summary>The <c>iss</c> claim of the pool's tokens.</summary>
    public const string Issuer = $"{IssuerDomain}/{PoolId}";

    public static JsonObject Read() => new()
    {
        ["issuerDomain"] = IssuerDomain,
        ["pool"] = Pool(),
        ["client"] = Client(),
        // Cognito's operations choose the secrets themselves.
        ["authenticatorApps"] = new JsonObject { [SampleUsers.WithTotp] = SampleUsers.TotpSecret },
    };

    private static JsonObject Pool()
    {
        var pool = Template.Properties("UserPool");
        pool["Id"] = PoolId;
        return pool;
    }

    private static JsonObject Client()
    {
        var client = Template.Properties("UserPoolClient");
        client["ClientId"] = ClientId;
        client["UserPoolId"] = PoolId;
        // For curl and the AWS CLI, which cannot do SRP.
        client["ExplicitAuthFlows"]!.AsArray().Add("ALLOW_USER_PASSWORD_AUTH");
        return client;
    }
}
