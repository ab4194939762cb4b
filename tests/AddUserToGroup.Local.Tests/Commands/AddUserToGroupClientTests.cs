using AddUserToGroup.Local.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AddUserToGroup.Local.Tests.Commands;

/// <summary>Only a membership in the response is a success. Every other response has a type.</summary>
public sealed class AddUserToGroupClientTests
{
    [Theory]
    [InlineData(200, """{"data":{"addUserToGroup":{"userId":"ann","groupName":"EDITORS"}}}""", null, false)]
    [InlineData(200, """{"data":{"addUserToGroup":null},"errors":[{"errorType":"UserNotFound","message":"m"}]}""", "UserNotFound", false)]
    [InlineData(200, """{"data":{"addUserToGroup":null},"errors":[{"errorType":"Throttled","message":"m"}]}""", "Throttled", true)]
    [InlineData(200, """{"data":null,"errors":[{"errorType":"Lambda:Unhandled","message":"GroupNotFound: m"}]}""", "GroupNotFound", false)]
    [InlineData(200, """{"data":null,"errors":[{"errorType":"Lambda:ExecutionTimeoutException","message":"m"}]}""", "Unavailable", true)]
    [InlineData(200, """{"data":null,"errors":[{"errorType":"Lambda:TooManyRequestsException","message":"m"}]}""", "Throttled", true)]
    [InlineData(200, """{"data":null}""", "Unknown", false)]
    [InlineData(200, "[]", "Unknown", false)]
    [InlineData(200, "<html></html>", "Unknown", false)]
    [InlineData(400, """{"errors":[{"errorType":"MalformedHttpRequestException","message":"m"}]}""", "Unknown", false)]
    [InlineData(401, """{"errors":[{"errorType":"UnauthorizedException","message":"m"}]}""", "SessionExpired", false)]
    [InlineData(403, "", "Blocked", false)]
    [InlineData(429, "{}", "Throttled", true)]
    [InlineData(500, """{"message":null}""", "Unavailable", true)]
    [InlineData(503, "<html></html>", "Unavailable", true)]
    public async Task Reads_the_type_from_the_response(int status, string body, string? type, bool mayRetry)
    {
        var authorization = "";
        await using var api = LoopbackHost.CreateBuilder(port: 0).Build();
        api.MapPost("/graphql", (HttpRequest request) =>
        {
            authorization = request.Headers.Authorization.ToString();
            return Results.Text(body, "application/json", statusCode: status);
        });
        await api.StartAsync();

        var result = await CallAsync(new(api.Urls.Single()));

        Assert.Equal((type, mayRetry, type is null), (result.ErrorType, result.MayRetry, result.IsAdded));
        Assert.Equal("the token", authorization);
    }

    [Fact]
    public async Task Is_unavailable_if_nothing_responds_and_is_cancelled_by_its_caller_alone()
    {
        Assert.Equal("Unavailable", (await CallAsync(new("http://127.0.0.1:1"))).ErrorType);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CallAsync(new("http://127.0.0.1:1"), new(canceled: true)));
    }

    private static async Task<AddUserToGroupClient.Result> CallAsync(Uri host, CancellationToken cancellationToken = default)
    {
        using var http = new HttpClient();
        return await new AddUserToGroupClient(http, new(host, "/graphql")).AddAsync("the token", "ann", "EDITORS", cancellationToken);
    }
}
