using AddUserToGroup.Shared.Faults;
using AddUserToGroup.Tests.Cognito;

namespace AddUserToGroup.Tests;

/// <summary>Faults that a table does not hold: those that need a hand on the clock, the listener or an idle connection.</summary>
public sealed class FaultDeadlineTests
{
    private static readonly string Allowed = TestEvents.Text("allowed");

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    public async Task Waits_for_a_response_that_trickles_in_until_the_deadline_and_no_longer(int status)
    {
        await using var endpoint = new CognitoEndpoint();
        using var function = new ShippedFunction(endpoint.Address);
        var sent = 0;
        endpoint.Next(Behaviour.Trickle(HttpResponse.Error(status, "UserNotFoundException", "").ToBytes(), position =>
        {
            sent = position;
            function.Time.Advance(TimeSpan.FromSeconds(1));
            return Task.CompletedTask;
        }));

        var (response, line) = await function.InvokeAsync(Allowed);

        Assert.Contains("Unavailable", response, StringComparison.Ordinal);
        Assert.Equal("TaskCanceledException", line.Members["reason"]);
        Assert.Single(endpoint.Met);
        // Nine seconds and a half: the tenth second that passed was one too many.
        Assert.InRange(sent, 9, int.MaxValue);
        Assert.Equal("Added", (await function.InvokeAsync(Allowed)).Line.Members["outcome"]);
    }

    [Fact]
    public async Task Gives_Unavailable_while_connections_are_refused_and_adds_the_user_once_they_are_accepted_again()
    {
        await using var endpoint = new CognitoEndpoint();
        using var function = new ShippedFunction(endpoint.Address);
        await function.InvokeAsync(Allowed);
        await endpoint.RefuseAsync();

        var (response, line) = await function.InvokeAsync(Allowed);
        endpoint.Accept();

        Assert.Contains("Unavailable", response, StringComparison.Ordinal);
        Assert.Equal("ConnectionError", line.Members["reason"]);
        Assert.Equal("Added", (await function.InvokeAsync(Allowed)).Line.Members["outcome"]);
    }

    [Fact]
    public async Task Takes_no_success_that_waits_unasked_on_a_kept_connection()
    {
        await using var endpoint = new CognitoEndpoint();
        using var function = new ShippedFunction(endpoint.Address);
        await function.InvokeAsync(Allowed);
        await endpoint.SendUnaskedAsync((HttpResponse.Success with { RequestId = "unasked" }).ToBytes());
        endpoint.Otherwise = Behaviour.Respond(HttpResponse.Error(400, "UserNotFoundException", ""));

        var (_, line) = await function.InvokeAsync(Allowed);

        Assert.Equal(("UserNotFound", "cognito-1"), (line.Members["outcome"], line.Members["cognitoRequestId"]));
    }

    [Fact]
    public async Task Follows_no_redirect_and_keeps_no_cookie()
    {
        await using var elsewhere = new CognitoEndpoint();
        await using var endpoint = new CognitoEndpoint();
        using var function = new ShippedFunction(endpoint.Address);
        foreach (var status in (int[])[301, 302, 303, 307, 308])
        {
            endpoint.Next(Behaviour.Respond(new HttpResponse(status)
            {
                Headers = [$"Location: {elsewhere.Address}", "Set-Cookie: session=kept"],
            }));

            Assert.Equal("InternalError", (await function.InvokeAsync(Allowed)).Line.Members["outcome"]);
        }

        Assert.Empty(elsewhere.Met);
        Assert.All(endpoint.Requests, request => Assert.DoesNotContain("session=kept", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keeps_its_clock_under_a_response_from_another_age()
    {
        await using var endpoint = new CognitoEndpoint();
        using var function = new ShippedFunction(endpoint.Address);
        endpoint.Next(Behaviour.Respond(HttpResponse.Error(400, "InvalidSignatureException", "") with
        {
            Headers = ["Date: Fri, 31 Dec 9999 23:59:59 GMT"],
        }));

        var (_, line) = await function.InvokeAsync(Allowed);
        var (_, next) = await function.InvokeAsync(Allowed);

        Assert.Equal(("InternalError", "Added"), (line.Members["outcome"], next.Members["outcome"]));
        Assert.All(endpoint.Requests, request => Assert.DoesNotContain("X-Amz-Date: 9999", request, StringComparison.Ordinal));
    }
}
