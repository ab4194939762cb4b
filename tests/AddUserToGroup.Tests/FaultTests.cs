using System.Collections.Concurrent;
using AddUserToGroup.Shared.Contract;
using AddUserToGroup.Shared.Faults;
using AddUserToGroup.Tests.Cognito;
using Xunit.Sdk;

namespace AddUserToGroup.Tests;

/// <summary>The whole function against an endpoint with faults. The deadline is a fake clock's.</summary>
public sealed class FaultTests
{
    private static readonly string Allowed = TestEvents.Text("allowed");

    [Fact]
    public async Task Each_fault_ends_in_its_outcome_and_the_next_events_in_theirs()
    {
        // A kept connection is the rule, because the function opens one during init.
        IEnumerable<(FaultCase Fault, bool IsOnKeptConnection)> cases =
        [
            .. FaultTable.Cases("secret").Select(fault => (fault, true)),
            .. ConnectionFaults.Cases.Concat(BrokenResponses.Cases("secret")).Select(fault => (fault, false)),
        ];
        var failures = new ConcurrentBag<string>();

        // Many at once, because the SDK pauses between its attempts.
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = 24 }, async (item, _) =>
        {
            try
            {
                await CheckAsync(item.Fault, item.IsOnKeptConnection);
            }
            catch (XunitException exception)
            {
                failures.Add($"{item}: {exception.Message}");
            }
        });

        Assert.True(failures.IsEmpty, string.Join(Environment.NewLine, failures));
    }

    private static async Task CheckAsync(FaultCase fault, bool isOnKeptConnection)
    {
        await using var endpoint = new CognitoEndpoint();
        using var function = new ShippedFunction(endpoint.Address);
        if (isOnKeptConnection)
        {
            await function.InvokeAsync(Allowed);
        }

        fault.ApplyTo(endpoint);
        endpoint.OnHang = () => function.Time.Advance(fault.EndsByDeadline ? ShippedFunction.TimeLeft : TimeSpan.Zero);
        var (response, line) = await function.InvokeAsync(Allowed);
        var attempts = endpoint.Taken.Count(behaviour => behaviour.Stage == Stage.Request);
        endpoint.Clear();
        endpoint.Enqueue(Behaviour.Respond(HttpResponse.Error(400, "UserNotFoundException", "") with { RequestId = "next-1" }));
        endpoint.Default = Behaviour.Respond(HttpResponse.Success with { RequestId = "next-2" });
        var (_, next) = await function.InvokeAsync(Allowed);
        var (_, last) = await function.InvokeAsync(Allowed);

        Assert.Equal(fault.Outcome, line["outcome"]);
        Assert.Equal(Response(fault.Outcome), response);
        Assert.Equal(fault.Outcome != "Added", line.ContainsKey("reason"));
        Assert.Equal(fault.Reason ?? line.GetValueOrDefault("reason"), line.GetValueOrDefault("reason"));
        Assert.InRange(attempts, 0, fault.Attempts);
        // Cognito's ids show that no response is a late one.
        Assert.Equal(("UserNotFound", "next-1"), (next["outcome"], next["cognitoRequestId"]));
        Assert.Equal(("Added", "next-2"), (last["outcome"], last["cognitoRequestId"]));
        // The SDK must not adopt the clock of a response.
        Assert.DoesNotContain(endpoint.Requests, request => request.Contains("X-Amz-Date: 9999", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    public async Task A_slow_response_ends_at_the_deadline(int status)
    {
        await using var endpoint = new CognitoEndpoint();
        using var function = new ShippedFunction(endpoint.Address);
        var sent = 0;
        endpoint.Enqueue(Behaviour.Trickle(HttpResponse.Error(status, "UserNotFoundException", "").ToBytes(), position =>
        {
            sent = position;
            function.Time.Advance(TimeSpan.FromSeconds(1));
        }));

        var (response, line) = await function.InvokeAsync(Allowed);

        Assert.Equal((Response("Unavailable"), "TaskCanceledException"), (response, line["reason"]));
        Assert.Single(endpoint.Taken);
        // Nine and a half seconds: not before the tenth byte.
        Assert.InRange(sent, 9, int.MaxValue);
        Assert.Equal("Added", (await function.InvokeAsync(Allowed)).Line["outcome"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(int.MaxValue)]
    public async Task An_attempt_that_hangs_times_out_and_the_next_one_adds_the_user(int bytesSent)
    {
        var response = (HttpResponse.Error(500, "InternalErrorException", "") with { ContentLength = "1000" }).ToBytes();
        await using var endpoint = new CognitoEndpoint();
        // A real timeout: long enough for an attempt that does not hang.
        using var function = new ShippedFunction(endpoint.Address, attemptTimeout: TimeSpan.FromSeconds(1));
        endpoint.Enqueue(Behaviour.SendAndEnd(
            response.AsMemory(0, Math.Min(bytesSent, response.Length)), connection => connection.HangAsync()));

        var (_, line) = await function.InvokeAsync(Allowed);

        Assert.Equal("Added", line["outcome"]);
        Assert.InRange(endpoint.Taken.Count, 2, FaultCase.Reconnected);
    }

    [Fact]
    public async Task A_refused_connection_is_Unavailable_and_the_next_event_succeeds()
    {
        await using var endpoint = new CognitoEndpoint(refuses: true);
        using var function = new ShippedFunction(endpoint.Address);

        var (response, line) = await function.InvokeAsync(Allowed);
        endpoint.Listen();

        Assert.Equal((Response("Unavailable"), "ConnectionError"), (response, line["reason"]));
        Assert.Equal("Added", (await function.InvokeAsync(Allowed)).Line["outcome"]);
    }

    private static string Response(string outcome) => outcome switch
    {
        "Added" => Responses.Data,
        "InternalError" => $"InternalError: {Sentences.Of(outcome)}",
        _ => Responses.Error(outcome),
    };
}
