using System.Net;
using System.Text.Json.Nodes;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.UserPool;

/// <summary>The pool responds as the pool that template.yaml deploys, even if cognito-local itself does not.</summary>
[Collection("User pool")]
public sealed class OperationTests(UserPoolFixture fixture) : IDisposable
{
    private readonly PoolClient _pool = new(fixture.Pool);

    [ToolFact("node")]
    public async Task Finds_a_user_by_the_address_in_any_case()
    {
        await _pool.CallAsync("AdminAddUserToGroup", ("Username", "ANN@Example.com"), ("GroupName", "VIEWERS"));

        Assert.Equal(["VIEWERS"], await _pool.GroupsOfAsync("Ann@EXAMPLE.com"));
        Assert.NotEmpty((await _pool.SignInAsync("ANN@EXAMPLE.COM")).AccessToken);
        Assert.StartsWith("UsernameExistsException", await CreateUserAsync("ANN@example.com"), StringComparison.Ordinal);
    }

    [ToolTheory("node")]
    [InlineData("a b@example.com")]
    [InlineData("new@example.com\nuserId=ann outcome=Added")]
    [InlineData("new@example.com\u001b[31m")]
    [InlineData("new@@example.com")]
    [InlineData("new")]
    public async Task Rejects_what_is_no_address(string address)
    {
        Assert.StartsWith("InvalidParameterException", await CreateUserAsync(address), StringComparison.Ordinal);
        Assert.Equal(
            "InvalidParameterException: Invalid email address format.",
            await _pool.ErrorAsync(
                "AdminCreateUser",
                ("Username", "valid@example.com"),
                ("UserAttributes", new JsonArray(new JsonObject { ["Name"] = "email", ["Value"] = address }))));
    }

    [ToolTheory("node")]
    [InlineData("Short-Passw0r", "InvalidPasswordException: Password did not conform with policy: Password not long enough")]
    [InlineData("LocalStackPassw0rd\u00a3", "InvalidPasswordException: Password did not conform with policy: Password must have symbol characters")]
    [InlineData(" Local-Stack-Passw0rd", "InvalidParameterException: 1 validation error detected: ")]
    [InlineData("Local-Stack-Passw0rd ", "InvalidParameterException: 1 validation error detected: ")]
    public async Task Rejects_a_password_that_Cognito_rejects(string password, string error) => Assert.StartsWith(
        error,
        await _pool.ErrorAsync("AdminSetUserPassword", ("Username", SampleUsers.Ben), ("Password", password), ("Permanent", true)),
        StringComparison.Ordinal);

    [ToolTheory("node")]
    [InlineData("SignUp")]
    [InlineData("UpdateUserAttributes")]
    [InlineData("ChangePassword")]
    [InlineData("toString")]
    public async Task Has_no_operation_that_the_stack_does_not_need(string operation) =>
        Assert.StartsWith("UnknownOperationException", await _pool.ErrorAsync(operation), StringComparison.Ordinal);

    [ToolTheory("node")]
    [InlineData("us-east-1_LocalPool", HttpStatusCode.OK)]
    [InlineData("us-east-1_Another00", HttpStatusCode.NotFound)]
    public async Task Publishes_keys_and_discovery_document_of_its_own_pool_only(string pool, HttpStatusCode status)
    {
        using var http = new HttpClient();
        foreach (var document in new[] { "jwks.json", "openid-configuration" })
        {
            using var response = await http.GetAsync(new Uri(fixture.Pool.Endpoint, $"/{pool}/.well-known/{document}"));

            Assert.Equal(status, response.StatusCode);
            Assert.True(Guid.TryParse(response.Headers.GetValues("x-amzn-RequestId").Single(), out _));
        }
    }

    [ToolFact("node")]
    public async Task Names_the_sample_that_the_pool_rejects_and_Cognitos_error()
    {
        using var cognito = new CognitoClient(fixture.Pool.Endpoint);

        var error = await Assert.ThrowsAsync<LocalStackException>(() =>
            new SampleUserSeeder(cognito, fixture.Pool.Id).SeedAsync(CancellationToken.None));

        Assert.Equal(
            $"The user pool rejects the sample {SampleUsers.AdministratorsGroup} (CreateGroup, GroupExistsException: A group with the name already exists): correct SampleUsers.cs, or the user pool in template.yaml.",
            error.Message);
    }

    [ToolFact("node")]
    public async Task Prints_the_message_that_it_does_not_send_and_signs_with_a_new_key_at_each_start()
    {
        using var output = new StringWriter();
        using var http = new HttpClient();
        await using (var another = await UserPoolFixture.StartAsync(TextWriter.Synchronized(output)))
        {
            using var client = new PoolClient(another.Info);
            await client.CallAsync("AdminCreateUser", ("Username", "new@example.com"));

            Assert.NotEqual(await http.GetStringAsync(fixture.Pool.KeySet), await http.GetStringAsync(another.Info.KeySet));
        }

        Assert.Contains("The user pool sends nothing. To new@example.com it would have sent ", output.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _pool.Dispose();

    private Task<string> CreateUserAsync(string address) => _pool.ErrorAsync("AdminCreateUser", ("Username", address));
}
