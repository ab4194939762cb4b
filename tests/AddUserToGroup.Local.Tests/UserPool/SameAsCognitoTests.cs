using System.Text.Json.Nodes;
using AddUserToGroup.Local.UserPool;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AddUserToGroup.Local.Tests.UserPool;

/// <summary>Where cognito-local by itself answers otherwise than the pool that template.yaml deploys.</summary>
[Collection("User pool")]
public sealed class SameAsCognitoTests(UserPoolFixture fixture) : IDisposable
{
    private readonly PoolClient _pool = new(fixture.Pool.Info);

    private UserPoolInfo Info => fixture.Pool.Info;

    [ToolFact("node")]
    public async Task Finds_and_signs_in_a_user_whatever_the_case_of_the_address()
    {
        await _pool.CallAsync("AdminAddUserToGroup", ("Username", "ANN@Example.com"), ("GroupName", "VIEWERS"));

        Assert.Equal(["VIEWERS"], await _pool.GroupsOfAsync("Ann@EXAMPLE.com"));
        Assert.NotEmpty((await _pool.SignInAsync("ANN@EXAMPLE.COM")).AccessToken);
        Assert.Equal("UsernameExistsException", (await _pool.RefusalAsync("AdminCreateUser", ("Username", "ANN@example.com"))).Type);
    }

    [ToolTheory("node")]
    [InlineData("constructor")]
    [InlineData("__proto__")]
    [InlineData("toString")]
    public async Task Has_no_user_and_no_group_of_a_name_that_every_object_has(string name)
    {
        Assert.Equal("ResourceNotFoundException", (await _pool.RefusalAsync("AdminAddUserToGroup", ("Username", SampleUsers.Ann), ("GroupName", name))).Type);
        Assert.Equal("UserNotFoundException", (await _pool.RefusalAsync("AdminAddUserToGroup", ("Username", name), ("GroupName", "EDITORS"))).Type);

        await _pool.CallAsync("CreateGroup", ("GroupName", name));
        await _pool.CallAsync("AdminAddUserToGroup", ("Username", SampleUsers.Ben), ("GroupName", name));

        Assert.Contains(name, await _pool.GroupsOfAsync(SampleUsers.Ben));
        await _pool.CallAsync("DeleteGroup", ("GroupName", name));
    }

    [ToolFact("node")]
    public async Task Knows_a_federated_user_by_the_providers_name_and_not_by_the_sub()
    {
        var data = Directory.CreateTempSubdirectory("federated-");
        const string Subject = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
        await (await StartAsync(data.FullName)).DisposeAsync();
        var file = Path.Combine(data.FullName, ".cognito", "db", $"{Info.Id}.json");
        var content = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        content["Users"]!["Google_123"] = new JsonObject
        {
            ["Username"] = "Google_123",
            ["Attributes"] = new JsonArray(new JsonObject { ["Name"] = "sub", ["Value"] = Subject }),
            ["UserStatus"] = "EXTERNAL_PROVIDER",
            ["Enabled"] = true,
            ["RefreshTokens"] = new JsonArray(),
        };
        await File.WriteAllTextAsync(file, content.ToJsonString());
        await using (var again = await StartAsync(data.FullName))
        {
            using var pool = new PoolClient(again.Info);

            Assert.Equal("Google_123", (string?)(await pool.CallAsync("AdminGetUser", ("Username", "google_123")))["Username"]);
            Assert.Equal("UserNotFoundException", (await pool.RefusalAsync("AdminGetUser", ("Username", Subject))).Type);
        }

        data.Delete(recursive: true);
    }

    [ToolFact("node")]
    public async Task Answers_an_administrator_who_signs_somebody_in_as_it_answers_an_app()
    {
        var tokens = (await BeginAsync(SampleUsers.Ann, SampleUsers.Password))["AuthenticationResult"]!;
        var challenge = await BeginAsync(SampleUsers.Invited, SampleUsers.TemporaryPassword);
        var refusal = await Assert.ThrowsAsync<CognitoException>(() => BeginAsync("nobody@example.com", "wrong"));

        Assert.Equal("Bearer", (string?)tokens["TokenType"]);
        Assert.Equal(15 * 60, (int?)tokens["ExpiresIn"]);
        Assert.Equal("NEW_PASSWORD_REQUIRED", (string?)challenge["ChallengeName"]);
        Assert.Equal("NotAuthorizedException: Incorrect username or password.", refusal.Message);

        Task<JsonNode> BeginAsync(string user, string password) =>
            _pool.BeginAsync(user, password, "AdminInitiateAuth", "ADMIN_USER_PASSWORD_AUTH");
    }

    [ToolTheory("node")]
    [InlineData("InitiateAuth", "CUSTOM_AUTH", "Custom auth lambda trigger is not configured for the user pool.")]
    [InlineData("InitiateAuth", "ADMIN_USER_PASSWORD_AUTH", "Initiate Auth method not supported.")]
    [InlineData("AdminInitiateAuth", "USER_PASSWORD_AUTH", "Initiate Auth method not supported.")]
    [InlineData("InitiateAuth", "constructor", "Initiate Auth method not supported.")]
    public async Task Refuses_a_flow_that_it_does_not_have(string operation, string flow, string message)
    {
        var refusal = await _pool.RefusalAsync(operation, ("ClientId", Info.ClientId), ("AuthFlow", flow));

        Assert.Equal($"InvalidParameterException: {message}", refusal.Message);
    }

    [ToolFact("node")]
    public async Task Refuses_a_flow_that_the_app_client_does_not_have()
    {
        var client = (await _pool.CallAsync(
            "CreateUserPoolClient", ("ClientName", "srp"), ("ExplicitAuthFlows", new JsonArray("ALLOW_USER_SRP_AUTH"))))["UserPoolClient"]!["ClientId"]!;

        var refusal = await _pool.RefusalAsync("InitiateAuth", ("ClientId", (string)client!), ("AuthFlow", "USER_PASSWORD_AUTH"));

        Assert.Equal("InvalidParameterException: USER_PASSWORD_AUTH flow not enabled for this client", refusal.Message);
    }

    [ToolFact("node")]
    public async Task Lets_nobody_sign_up()
    {
        var refusal = await _pool.RefusalAsync(
            "SignUp", ("ClientId", Info.ClientId), ("Username", "new@example.com"), ("Password", SampleUsers.Password));

        Assert.Equal("NotAuthorizedException: SignUp is not permitted for this user pool", refusal.Message);
    }

    [ToolFact("node")]
    public async Task Creates_a_user_without_sending_anything_and_says_what_it_would_have_sent()
    {
        using var output = new StringWriter();
        await using (var pool = await LocalUserPool.StartAsync(new() { Output = TextWriter.Synchronized(output) }, CancellationToken.None))
        {
            using var client = new PoolClient(pool.Info);
            await client.CallAsync("AdminCreateUser", ("Username", "new@example.com"));
        }

        Assert.Contains("The user pool sends nothing. To new@example.com it would have sent ", output.ToString(), StringComparison.Ordinal);
    }

    [ToolFact("node")]
    public void Has_the_same_app_client_at_each_start() =>
        Assert.Equal(PoolFiles.ClientId, Info.ClientId);

    [ToolFact("node")]
    public async Task Issues_tokens_with_the_newer_issuer_where_that_is_chosen()
    {
        const string Issuer = "https://issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool";
        await using var stack = await LocalStack.StartAsync(
            new() { FunctionPath = TestFunction.Path, UserPoolIssuer = Issuer, Output = TextWriter.Null }, CancellationToken.None);
        using var pool = new PoolClient(stack.UserPool);
        using var api = new Local.Commands.GraphQLClient(stack.GraphQL);

        var administrator = await pool.SignInAsync(SampleUsers.Administrator);
        var (_, body) = await api.AddUserToGroupAsync(administrator.AccessToken, SampleUsers.Ann, "EDITORS", CancellationToken.None);

        Assert.Equal(Issuer, new JsonWebToken(administrator.AccessToken).Issuer);
        Assert.Null(body["errors"]);
    }

    [ToolFact("node")]
    public async Task Takes_no_issuer_that_Cognito_would_not_give_it()
    {
        var refusal = await Assert.ThrowsAsync<LocalStackException>(() => LocalUserPool.StartAsync(
            new() { UserPoolIssuer = "https://issuer.example.com", Output = TextWriter.Null }, CancellationToken.None));

        Assert.StartsWith("USER_POOL_ISSUER is https://issuer.example.com, which", refusal.Message, StringComparison.Ordinal);
    }

    [ToolFact("node")]
    public async Task Takes_no_access_token_that_was_forged_or_revoked()
    {
        var session = await _pool.SignInAsync(SampleUsers.Ben);
        Assert.Equal("NotAuthorizedException: Invalid Access Token", (await _pool.RefusalAsync("GetUser", ("AccessToken", Local.Commands.ForgedToken.From(session.AccessToken)))).Message);
        Assert.NotNull((await _pool.CallAsync("GetUser", ("AccessToken", session.AccessToken)))["Username"]);

        await _pool.CallAsync("RevokeToken", ("ClientId", Info.ClientId), ("Token", session.RefreshToken));

        Assert.Equal("NotAuthorizedException: Access Token has been revoked", (await _pool.RefusalAsync("GetUser", ("AccessToken", session.AccessToken))).Message);
    }

    public void Dispose() => _pool.Dispose();

    private static Task<LocalUserPool> StartAsync(string data) =>
        LocalUserPool.StartAsync(new() { Data = data, Output = TextWriter.Null }, CancellationToken.None);
}
