using System.Text;
using AddUserToGroup.Tests.Http;
using Microsoft.AspNetCore.Http;

namespace AddUserToGroup.Tests;

/// <summary>The connection to Cognito that the executable opens before its first event, and what may become of it.</summary>
public sealed class FirstConnectionTests : IDisposable
{
    private const string Added = """{"data":{"userId":"ann@example.com","groupName":"EDITORS"}}""";

    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(30));

    public void Dispose() => _patience.Dispose();

    [Fact]
    public async Task Is_opened_before_the_first_event_and_used_for_it()
    {
        var connections = new HashSet<string>();
        await using var cognito = await LoopbackServer.StartAsync((_, context) =>
        {
            connections.Add(context.Connection.Id);
            return RespondAsync(context);
        });

        Assert.Equal(Added, await InvokeAsync(cognito.Address));

        Assert.Equal(["GET", "POST"], cognito.Received.Select(request => request.Method));
        Assert.Single(connections);
        // What opens it carries no credentials and no names.
        var opening = cognito.Received[0];
        Assert.Equal(("/", ""), (opening.Path, opening.Text));
        Assert.Equal(["Host"], opening.Headers.Keys);
    }

    [Fact]
    public async Task Is_replaced_once_it_has_died()
    {
        await using var cognito = await LoopbackServer.StartAsync(async (request, context) =>
        {
            await RespondAsync(context);
            if (request.Method == "GET")
            {
                await context.Response.CompleteAsync();
                context.Abort();
            }
        });

        Assert.Equal(Added, await InvokeAsync(cognito.Address));
    }

    [Fact]
    public async Task Is_not_needed_to_start()
    {
        await using var cognito = await LoopbackServer.StartAsync((request, context) =>
        {
            if (request.Method == "GET")
            {
                context.Abort();
                return Task.CompletedTask;
            }

            return RespondAsync(context);
        });

        Assert.Equal(Added, await InvokeAsync(cognito.Address));
    }

    [Fact]
    public async Task Is_not_waited_for_without_end()
    {
        await using var cognito = await LoopbackServer.StartAsync((request, context) =>
            request.Method == "GET" ? HangAsync(context) : RespondAsync(context));

        Assert.Equal(Added, await InvokeAsync(cognito.Address));
    }

    private async Task<string> InvokeAsync(Uri cognito)
    {
        await using var runtime = await RuntimeApi.StartAsync();
        await using var function = FunctionProcess.Start(
            runtime.Address,
            ("USER_POOL_ID", TestEvents.UserPoolId),
            ("USER_POOL_ISSUER", TestEvents.Issuer),
            ("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", cognito.ToString()));
        return (await runtime.InvokeAsync(Encoding.UTF8.GetBytes(TestEvents.Text("allowed")), _patience.Token)).Text;
    }

    private static async Task RespondAsync(HttpContext context)
    {
        context.Response.StatusCode = context.Request.Method == "GET" ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        context.Response.Headers["x-amzn-RequestId"] = "cognito-1";
        await context.Response.WriteAsync("{}");
    }

    // Until the client gives up.
    private static async Task HangAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }
}
