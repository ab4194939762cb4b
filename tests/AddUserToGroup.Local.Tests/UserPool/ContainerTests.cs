using System.Net;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.UserPool;

/// <summary>The user pool answers containers, which know this machine by another name, only if it was started for them.</summary>
public sealed class ContainerTests
{
    [ToolTheory("node")]
    [InlineData(true, "host.docker.internal", null, HttpStatusCode.OK)]
    [InlineData(true, "127.0.0.1", null, HttpStatusCode.OK)]
    [InlineData(true, "elsewhere.example", null, HttpStatusCode.BadRequest)]
    [InlineData(true, "host.docker.internal", "http://host.docker.internal:{port}", HttpStatusCode.Forbidden)]
    [InlineData(false, "host.docker.internal", null, HttpStatusCode.BadRequest)]
    public async Task Answers_to_the_name_that_Docker_gives_the_machine(bool servesContainers, string host, string? origin, HttpStatusCode expected)
    {
        await using var pool = await UserPoolFixture.StartAsync(TextWriter.Null, servesContainers);
        var port = pool.Info.Endpoint.Port;
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, pool.Info.Endpoint)
        {
            Content = new StringContent($$"""{"UserPoolId":"{{UserPoolSettings.PoolId}}","Username":"ann@example.com","GroupName":"{{SampleUsers.AdministratorsGroup}}"}"""),
            Headers = { Host = $"{host}:{port}" },
        };
        request.Headers.Add("X-Amz-Target", "AWSCognitoIdentityProviderService.AdminAddUserToGroup");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin.Replace("{port}", $"{port}", StringComparison.Ordinal));
        }

        using var response = await http.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }
}
