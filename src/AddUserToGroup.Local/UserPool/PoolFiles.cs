using System.Text.Json;
using System.Text.Json.Nodes;

namespace AddUserToGroup.Local.UserPool;

/// <summary>What cognito-local finds in its folder when it starts: all that none of Cognito's operations can set.</summary>
internal static class PoolFiles
{
    /// <summary>Of the app client, the same at each start.</summary>
    public const string ClientId = "localstackappclient0000000";

    /// <summary>Fills a folder that holds no pool yet; one that does keeps it.</summary>
    /// <param name="folder">cognito-local's.</param>
    /// <param name="poolId">Of AWS's form, which cognito-local's own CreateUserPool does not make.</param>
    /// <param name="issuerDomain">What the issuer of the tokens has before the pool's id.</param>
    /// <exception cref="LocalStackException">A file of it is no JSON object, or cannot be read.</exception>
    public static void Prepare(string folder, string poolId, Uri issuerDomain)
    {
        var database = Path.Combine(folder, ".cognito", "db");
        _ = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(database)
            : Directory.CreateDirectory(database, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Write(
            Path.Combine(folder, ".cognito", "config.json"),
            new()
            {
                ["TokenConfig"] = new JsonObject { ["IssuerDomain"] = issuerDomain.GetLeftPart(UriPartial.Authority) },
                ["UserPoolDefaults"] = PoolSettings(),
            });
        if (!File.Exists(Path.Combine(database, $"{poolId}.json")))
        {
            Write(Path.Combine(database, $"{poolId}.json"), Pool(poolId));
            Write(Path.Combine(database, "clients.json"), new() { ["Clients"] = new JsonObject { [ClientId] = Client(poolId) } });
        }

        foreach (var file in Directory.EnumerateFiles(database, "*.json"))
        {
            RefuseIfDamaged(file);
        }
    }

    private static JsonObject PoolSettings()
    {
        var settings = Template.Properties("UserPool");
        settings["SoftwareTokenMfaConfiguration"] = new JsonObject { ["Enabled"] = true };
        return settings;
    }

    // The sample user with an authenticator app: Cognito's operations choose its secret themselves.
    private static JsonObject Pool(string poolId)
    {
        var settings = PoolSettings();
        settings["Id"] = poolId;
        var subject = Guid.NewGuid().ToString();
        return new()
        {
            ["Options"] = settings,
            ["Groups"] = new JsonObject(),
            ["Users"] = new JsonObject
            {
                [subject] = new JsonObject
                {
                    ["Username"] = subject,
                    ["Password"] = SampleUsers.Password,
                    ["Attributes"] = new JsonArray(
                        Attribute("sub", subject), Attribute("email", SampleUsers.WithTotp), Attribute("email_verified", "true")),
                    ["Enabled"] = true,
                    ["UserStatus"] = "CONFIRMED",
                    ["UserCreateDate"] = Now(),
                    ["UserLastModifiedDate"] = Now(),
                    ["RefreshTokens"] = new JsonArray(),
                    ["UserMFASettingList"] = new JsonArray("SOFTWARE_TOKEN_MFA"),
                    ["PreferredMfaSetting"] = "SOFTWARE_TOKEN_MFA",
                    ["SoftwareTokenMfaConfiguration"] = new JsonObject { ["Secret"] = SampleUsers.TotpSecret, ["Verified"] = true },
                },
            },
        };
    }

    private static JsonObject Client(string poolId)
    {
        var client = Template.Properties("UserPoolClient");
        client["ClientId"] = ClientId;
        client["ClientName"] = UserPoolSeeder.ClientName;
        client["UserPoolId"] = poolId;
        client["CreationDate"] = Now();
        client["LastModifiedDate"] = Now();
        // For curl and the AWS CLI, which cannot do SRP.
        client["ExplicitAuthFlows"]!.AsArray().Add("ALLOW_USER_PASSWORD_AUTH");
        client["ExplicitAuthFlows"]!.AsArray().Add("ALLOW_ADMIN_USER_PASSWORD_AUTH");
        return client;
    }

    private static JsonObject Attribute(string name, string value) => new() { ["Name"] = name, ["Value"] = value };

    private static string Now() => DateTimeOffset.UtcNow.ToString("O");

    private static void Write(string file, JsonObject content)
    {
        File.WriteAllText(file, content.ToJsonString());
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private static void RefuseIfDamaged(string file)
    {
        string damage;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            if (document.RootElement.ValueKind is JsonValueKind.Object)
            {
                return;
            }

            damage = "it holds no JSON object";
        }
        catch (JsonException exception)
        {
            damage = $"no JSON from line {exception.LineNumber + 1} on";
        }

        throw new LocalStackException(
            $"{file} is damaged ({damage}) and was left as it is: mend it, move it away, or name another folder with --data.");
    }
}
