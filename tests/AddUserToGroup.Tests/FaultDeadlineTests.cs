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
    public async Task An_answer_that_trickles_in_is_waited_for_until_the_deadline_and_no_longer(int status)
    {
        await using var endpoint = new CognitoEndpoint();
        using var function = new ShippedFunction(endpoint.Address);
        var sent = 0;
        endpoint.Next(Behaviour.Trickle(HttpAnswer.Error(status, "UserNotFoundException", "").ToBytes(), position =>
        {
            sent = position;
            function.Time.Advance(TimeSpan.FromSeconds(1));
            return Task.CompletedTask;
        }));

        var (answer, line) = await function.InvokeAsync(Allowed);

        Assert.Contains("Unavailable", answer, StringComparison.Ordinal);
        Assert.Equal("TaskCanceledException", line.Members["reason"]);
        Assert.Single(endpoint.Met);
        // Nine seconds and a half: the tenth second that passed was one too many.
        Assert.InRange(sent, 9, int.MaxValue);
        Assert.Equal("Added", (await function.InvokeAsync(Allowed)).Line.Members["outcome"]);
    }

    [Fact]
    public async Task A_refused_connection_is_unavailable_and_once_it_is_accepted_again_the_user_is_added()
    {
        await using var endpoint = new CognitoEndpoint();
        using var function = new ShippedFunction(endpoint.Address);
        await endpoint.RefuseAsync();

        var (answer, line) = await function.InvokeAsync(Allowed);
        endpoint.Accept();

        Assert.Contains("Unavailable", answer, StringComparison.Ordinal);
        Assert.Equal("ConnectionError", line.Members["reason"]);
        Assert.Equal("Added", (await function.InvokeAsync(Allowed)).Line.Members["outcome"]);
    }

    [Fact]
    public async Task A_connection_that_is_refused_while_one_was_kept_is_unavailable()
    {
        await using var endpoint = new CognitoEndpoint();
        using var function = new ShippedFunction(endpoint.Address);
        await function.InvokeAsync(Allowed);
        await endpoint.RefuseAsync();

        Assert.Equal("Unavailable", (await function.InvokeAsync(Allowed)).Line.Members["outcome"]);
    }

    [Fact]
    public async Task A_success_that_waits_unasked_on_a_kept_connection_is_nobodys_answer()
    {
        await using var endpoint = new CognitoEndpoint();
        using var function = new ShippedFunction(endpoint.Address);
        await function.InvokeAsync(Allowed);
        await endpoint.SendUnaskedAsync((HttpAnswer.Success with { RequestId = "unasked" }).ToBytes());
        endpoint.Otherwise = Behaviour.Answer(HttpAnswer.Error(400, "UserNotFoundException", ""));

        var (_, line) = await function.InvokeAsync(Allowed);

        Assert.Equal(("UserNotFound", "cognito-1"), (line.Members["outcome"], line.Members["cognitoRequestId"]));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_a_cookie_not_kept()
    {
        await using var elsewhere = new CognitoEndpoint();
        await using var endpoint = new CognitoEndpoint();
        using var function = new ShippedFunction(endpoint.Address);
        foreach (var status in (int[])[301, 302, 303, 307, 308])
        {
            endpoint.Next(Behaviour.Answer(new HttpAnswer(status)
            {
                Headers = [$"Location: {elsewhere.Address}", "Set-Cookie: session=kept"],
            }));

            Assert.Equal("InternalError", (await function.InvokeAsync(Allowed)).Line.Members["outcome"]);
        }

        Assert.Empty(elsewhere.Met);
        Assert.All(endpoint.Requests, request => Assert.DoesNotContain("session=kept", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_from_another_age_does_not_take_the_clock_along()
    {
        await using var endpoint = new CognitoEndpoint();
        using var function = new ShippedFunction(endpoint.Address);
        endpoint.Next(Behaviour.Answer(HttpAnswer.Error(400, "InvalidSignatureException", "") with
        {
            Headers = ["Date: Fri, 31 Dec 9999 23:59:59 GMT"],
        }));

        var (_, line) = await function.InvokeAsync(Allowed);
        var (_, next) = await function.InvokeAsync(Allowed);

        Assert.Equal(("InternalError", "Added"), (line.Members["outcome"], next.Members["outcome"]));
        Assert.All(endpoint.Requests, request => Assert.DoesNotContain("X-Amz-Date: 9999", request, StringComparison.Ordinal));
    }
}
