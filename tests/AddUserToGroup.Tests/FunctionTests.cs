using System.Text;
using AddUserToGroup.AppSync;
using AddUserToGroup.Cognito;
using AddUserToGroup.Results;
using AddUserToGroup.Rules;
using AddUserToGroup.Shared.Contract;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace AddUserToGroup.Tests;

public sealed class FunctionTests
{
    private const double SecondsPerYear = 365.0 * 24 * 3600;

    private readonly Mock<IUserGroups> _userGroups = new(MockBehavior.Strict);
    private readonly RecordingLogger _logger = new();
    private readonly FakeTimeProvider _time = new();

    private Dictionary<string, object?> Line => Assert.Single(_logger.Lines).Members;

    [Theory]
    [InlineData("allowed", Responses.Data)]
    [InlineData("allowed-direct-resolver", Responses.Value)]
    [InlineData("allowed-amplify", Responses.Value)]
    public async Task An_administrators_event_adds_the_user_and_responds_in_the_form_that_its_sender_reads(string name, string response)
    {
        CognitoResponds(permitted => MutationResult.Success(permitted.Membership, "cognito-1"));

        Assert.Equal(response, await RespondAsync(TestEvents.Text(name)));

        _userGroups.Verify(
            groups => groups.AddAsync(
                It.Is<PermittedMembership>(permitted => permitted.Membership == new Membership("ann@example.com", "EDITORS")),
                It.IsAny<CancellationToken>()),
            Times.Once);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["outcome"] = "Added",
                ["username"] = "admin",
                ["sub"] = "7c1f0a52-3d0b-4f0e-9a55-0c1d9b8e6a11",
                ["sourceIp"] = "203.0.113.7",
                ["userId"] = "ann@example.com",
                ["groupName"] = "EDITORS",
                ["durationMs"] = 0.0,
                ["cognitoRequestId"] = "cognito-1",
            },
            Line);
        Assert.Equal("Information", _logger.Lines[0].Level);
    }

    [Fact]
    public async Task A_group_that_the_operator_does_not_list_is_not_assignable()
    {
        Assert.Equal(
            Responses.Error("GroupNotAssignable"),
            await RespondAsync(TestEvents.Text("allowed"), assignableGroups: "VIEWERS"));
        Assert.Equal("not in ASSIGNABLE_GROUPS", Line["reason"]);
    }

    [Theory]
    [InlineData(ErrorType.UserNotFound, "Warning")]
    [InlineData(ErrorType.GroupNotFound, "Warning")]
    [InlineData(ErrorType.InvalidInput, "Warning")]
    [InlineData(ErrorType.Throttled, "Warning")]
    [InlineData(ErrorType.Unavailable, "Error")]
    public async Task A_failure_for_the_caller_is_returned_to_our_resolver_and_thrown_to_AppSync(object type, string level)
    {
        CognitoResponds(_ => MutationResult.Failed(new Failure((ErrorType)type, "What to do.", "Why."), "cognito-1"));

        Assert.Equal($$$"""{"error":{"type":"{{{type}}}","message":"What to do."}}""", await RespondAsync(TestEvents.Text("allowed")));
        Assert.Equal($"{type}: What to do.", (await ThrowAsync(TestEvents.Text("allowed-direct-resolver"))).Message);
        Assert.Equal($"{type}: What to do.", (await ThrowAsync(TestEvents.Text("allowed-amplify"))).Message);

        Assert.Equal(3, _logger.Lines.Count);
        Assert.All(_logger.Lines, line => Assert.Equal(
            (level, $"{type}", "Why.", "cognito-1"),
            (line.Level, line.Members["outcome"], line.Members["reason"], line.Members["cognitoRequestId"])));
    }

    [Theory]
    [InlineData("allowed")]
    [InlineData("allowed-direct-resolver")]
    [InlineData("allowed-amplify")]
    public async Task A_failure_for_the_operator_is_always_thrown_and_only_the_log_has_its_reason(string name)
    {
        CognitoResponds(_ => MutationResult.Failed(Failure.InternalError("AccessDeniedException")));

        var thrown = await ThrowAsync(TestEvents.Text(name));

        Assert.Equal($"InternalError: {Sentences.Of("InternalError")}", thrown.Message);
        Assert.Null(thrown.InnerException);
        Assert.Null(thrown.StackTrace);
        Assert.Equal(("Error", "InternalError", "AccessDeniedException"), (_logger.Lines[0].Level, Line["outcome"], Line["reason"]));
    }

    [Fact]
    public async Task A_defect_is_an_internal_error_whose_message_is_not_logged()
    {
        CognitoResponds(_ => throw new KeyNotFoundException("secret"));

        var thrown = await ThrowAsync(TestEvents.Text("allowed"));

        Assert.DoesNotContain("secret", thrown.ToString(), StringComparison.Ordinal);
        var reason = Assert.IsType<string>(Line["reason"]);
        Assert.StartsWith("System.Collections.Generic.KeyNotFoundException", reason, StringComparison.Ordinal);
        Assert.Contains(nameof(FunctionTests), reason, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_defect_while_reading_leaves_an_audit_line_too()
    {
        var thrown = await ThrowAsync("{}", beforeReading: () => throw new KeyNotFoundException("secret"));

        Assert.StartsWith("InternalError: ", thrown.Message, StringComparison.Ordinal);
        Assert.Equal("InternalError", Line["outcome"]);
    }

    [Theory]
    [InlineData(10, 9_500)]
    [InlineData(0.5, 0)]
    [InlineData(0.001, 0)]
    // The runtime gives no deadline, or one far away, as some test tools do: AppSync waits 30 seconds.
    [InlineData(0, 29_500)]
    [InlineData(-56 * SecondsPerYear, 29_500)]
    [InlineData(300 * SecondsPerYear, 29_500)]
    public async Task Cognito_gets_the_time_that_Lambda_leaves_except_half_a_second(double secondsLeft, double milliseconds)
    {
        var isCancelled = false;
        CognitoWaits(() => isCancelled = true);

        var response = RespondAsync(TestEvents.Text("allowed"), timeLeft: TimeSpan.FromSeconds(secondsLeft));
        if (milliseconds > 0)
        {
            _time.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
            Assert.False(isCancelled);
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Contains("Unavailable", await response, StringComparison.Ordinal);
        Assert.Equal(milliseconds, Line["durationMs"]);
    }

    [Fact]
    public async Task Cognito_does_not_get_the_time_that_reading_took()
    {
        CognitoWaits(() => { });

        var response = await RespondAsync(TestEvents.Text("allowed"), beforeReading: () => _time.Advance(TimeSpan.FromSeconds(9.5)));

        Assert.Contains("Unavailable", response, StringComparison.Ordinal);
    }

    private void CognitoResponds(Func<PermittedMembership, MutationResult> respond) => _userGroups
        .Setup(groups => groups.AddAsync(It.IsAny<PermittedMembership>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync((PermittedMembership permitted, CancellationToken _) => respond(permitted));

    private void CognitoWaits(Action cancelled) => _userGroups
        .Setup(groups => groups.AddAsync(It.IsAny<PermittedMembership>(), It.IsAny<CancellationToken>()))
        .Returns(async (PermittedMembership _, CancellationToken deadline) =>
        {
            var wait = new TaskCompletionSource();
            await using var registration = deadline.Register(wait.SetResult);
            await wait.Task;
            cancelled();
            return MutationResult.Failed(new Failure(ErrorType.Unavailable, "What to do.", "Why."));
        });

    private Task<MutationFailedException> ThrowAsync(string json, Action? beforeReading = null) =>
        Assert.ThrowsAsync<MutationFailedException>(() => RespondAsync(json, beforeReading: beforeReading));

    private async Task<string> RespondAsync(
        string json, string? assignableGroups = null, TimeSpan? timeLeft = null, Action? beforeReading = null)
    {
        var function = new Function(TestEvents.Settings(assignableGroups), _userGroups.Object, _time);
        await using var input = new ObservedStream(json, beforeReading);
        using var reader = new StreamReader(await function.HandleAsync(input, timeLeft ?? TimeSpan.FromSeconds(10), _logger), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private sealed class ObservedStream(string json, Action? beforeReading) : MemoryStream(Encoding.UTF8.GetBytes(json))
    {
        public override void CopyTo(Stream destination, int bufferSize)
        {
            beforeReading?.Invoke();
            base.CopyTo(destination, bufferSize);
        }
    }
}
