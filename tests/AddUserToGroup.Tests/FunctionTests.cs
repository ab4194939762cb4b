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
    private const string Refused = "Not Authorized to access addUserToGroup on type Mutation";
    private static readonly TimeSpan TenSeconds = TimeSpan.FromSeconds(10);

    private readonly Mock<IUserGroups> _userGroups = new(MockBehavior.Strict);
    private readonly RecordingLogger _logger = new();

    public static TheoryData<string, string> AllowedShapes => new()
    {
        { "allowed", """{"data":{"userId":"ann@example.com","groupName":"EDITORS"}}""" },
        { "allowed-direct-resolver", """{"userId":"ann@example.com","groupName":"EDITORS"}""" },
        { "allowed-amplify", """{"userId":"ann@example.com","groupName":"EDITORS"}""" },
        { "allowed-updated-issuer", """{"data":{"userId":"ann@example.com","groupName":"EDITORS"}}""" },
    };

    [Theory]
    [MemberData(nameof(AllowedShapes))]
    public async Task Adds_the_user_for_an_administrators_event_and_responds_in_its_makers_shape(string name, string response)
    {
        _userGroups.Setup(groups => groups.AddAsync(It.IsAny<PermittedMembership>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((PermittedMembership permitted, CancellationToken _) => MutationResult.Success(permitted.Membership, "cognito-1"));

        Assert.Equal(response, await RespondAsync(TestEvents.Text(name)));

        _userGroups.Verify(
            groups => groups.AddAsync(
                It.Is<PermittedMembership>(permitted => permitted.Membership == new Membership("ann@example.com", "EDITORS")),
                It.IsAny<CancellationToken>()),
            Times.Once);
        var line = Assert.Single(_logger.Lines);
        Assert.Equal("Information", line.Level);
        Assert.Equal("Added", line.Members["outcome"]);
        Assert.Equal("7c1f0a52-3d0b-4f0e-9a55-0c1d9b8e6a11", line.Members["sub"]);
        Assert.Equal("admin", line.Members["username"]);
        Assert.Equal("203.0.113.7", line.Members["sourceIp"]);
        Assert.Equal("ann@example.com", line.Members["userId"]);
        Assert.Equal("EDITORS", line.Members["groupName"]);
        Assert.Equal("cognito-1", line.Members["cognitoRequestId"]);
        Assert.DoesNotContain("reason", line.Members.Keys);
        Assert.IsType<double>(line.Members["durationMs"]);
    }

    public static TheoryData<string, string, string> RefusedEvents => new()
    {
        { "not-an-administrator", nameof(ErrorType.Unauthorized), Refused },
        { "in-no-group", nameof(ErrorType.Unauthorized), Refused },
        { "iam-caller", nameof(ErrorType.Unauthorized), Refused },
        { "oidc-caller", nameof(ErrorType.Unauthorized), Refused },
        { "lambda-authorizer-caller", nameof(ErrorType.Unauthorized), Refused },
        { "api-key-caller", nameof(ErrorType.Unauthorized), Refused },
        { "administrator-of-another-pool", nameof(ErrorType.Unauthorized), Refused },
        {
            "invalid-input", nameof(ErrorType.InvalidInput),
            "groupName must not contain white space (U+0020, character 4)."
        },
    };

    [Theory]
    [MemberData(nameof(RefusedEvents))]
    public async Task Keeps_a_refused_event_from_Cognito_and_writes_one_line(string name, string outcome, string message)
    {
        var response = await RespondAsync(TestEvents.Text(name));

        Assert.Equal($$$"""{"error":{"type":"{{{outcome}}}","message":"{{{message}}}"}}""", response);
        _userGroups.VerifyNoOtherCalls();
        var line = Assert.Single(_logger.Lines);
        Assert.Equal(("Warning", outcome), (line.Level, line.Members["outcome"]));
    }

    [Fact]
    public async Task Refuses_a_group_that_is_not_assignable()
    {
        var response = await RespondAsync(TestEvents.Text("allowed"), "VIEWERS");

        Assert.Equal("""{"error":{"type":"GroupNotAssignable","message":"The operator does not allow adding users to this group."}}""", response);
        Assert.Equal("not in ASSIGNABLE_GROUPS", Assert.Single(_logger.Lines).Members["reason"]);
        _userGroups.VerifyNoOtherCalls();
    }

    public static TheoryData<string, string> Returned => new()
    {
        { nameof(ErrorType.UserNotFound), "Warning" },
        { nameof(ErrorType.GroupNotFound), "Warning" },
        { nameof(ErrorType.InvalidInput), "Warning" },
        { nameof(ErrorType.Throttled), "Warning" },
        { nameof(ErrorType.Unavailable), "Error" },
    };

    [Theory]
    [MemberData(nameof(Returned))]
    public async Task Returns_to_our_resolver_and_throws_at_AppSync_what_the_caller_can_act_on(string outcome, string level)
    {
        CognitoResponds(MutationResult.Failed(new Failure(Enum.Parse<ErrorType>(outcome), "What to do.", "Why."), "cognito-1"));

        Assert.Equal(
            $$$"""{"error":{"type":"{{{outcome}}}","message":"What to do."}}""", await RespondAsync(TestEvents.Text("allowed")));
        foreach (var shape in (string[])["allowed-direct-resolver", "allowed-amplify"])
        {
            var thrown = await Assert.ThrowsAsync<MutationFailedException>(() => RespondAsync(TestEvents.Text(shape)));
            Assert.Equal($"{outcome}: What to do.", thrown.Message);
        }

        Assert.Equal(3, _logger.Lines.Count);
        Assert.All(_logger.Lines, line => Assert.Equal(
            (level, outcome, "Why.", "cognito-1"),
            (line.Level, line.Members["outcome"], line.Members["reason"], line.Members["cognitoRequestId"])));
    }

    [Theory]
    [InlineData("allowed")]
    [InlineData("allowed-direct-resolver")]
    [InlineData("allowed-amplify")]
    public async Task Always_throws_what_only_the_operator_can_act_on(string name)
    {
        CognitoResponds(MutationResult.Failed(Failure.InternalError("AccessDeniedException")));

        var thrown = await Assert.ThrowsAsync<MutationFailedException>(() => RespondAsync(TestEvents.Text(name)));

        Assert.Equal(
            "InternalError: addUserToGroup failed, and only its operator can fix it: the function's log has the reason.", thrown.Message);
        Assert.Null(thrown.InnerException);
        Assert.Null(thrown.StackTrace);
        var line = Assert.Single(_logger.Lines);
        Assert.Equal(
            ("Error", "InternalError", "AccessDeniedException"), (line.Level, line.Members["outcome"], line.Members["reason"]));
    }

    [Fact]
    public async Task Gives_an_internal_error_that_quotes_nothing_for_a_defect()
    {
        _userGroups.Setup(groups => groups.AddAsync(It.IsAny<PermittedMembership>(), It.IsAny<CancellationToken>()))
            .Returns(() => throw new KeyNotFoundException("secret"));

        var thrown = await Assert.ThrowsAsync<MutationFailedException>(() => RespondAsync(TestEvents.Text("allowed")));

        Assert.DoesNotContain("secret", thrown.ToString(), StringComparison.Ordinal);
        var reason = Assert.IsType<string>(Assert.Single(_logger.Lines).Members["reason"]);
        Assert.StartsWith("System.Collections.Generic.KeyNotFoundException", reason, StringComparison.Ordinal);
        Assert.Contains(nameof(FunctionTests), reason, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("batch")]
    [InlineData("not JSON")]
    public async Task Throws_what_is_no_event_with_one_line_and_never_calls_Cognito(string input)
    {
        var json = input == "batch" ? TestEvents.Text(input) : input;

        var thrown = await Assert.ThrowsAsync<MutationFailedException>(() => RespondAsync(json));

        Assert.StartsWith("InternalError: The event is ", thrown.Message, StringComparison.Ordinal);
        _userGroups.VerifyNoOtherCalls();
        Assert.Equal("InternalError", Assert.Single(_logger.Lines).Members["outcome"]);
    }

    [Fact]
    public async Task Gives_Cognito_the_time_that_Lambda_leaves_but_for_half_a_second()
    {
        var time = new FakeTimeProvider();
        var cancelled = new TaskCompletionSource();
        _userGroups.Setup(groups => groups.AddAsync(It.IsAny<PermittedMembership>(), It.IsAny<CancellationToken>()))
            .Returns(async (PermittedMembership _, CancellationToken deadline) =>
            {
                await using var registration = deadline.Register(cancelled.SetResult);
                await cancelled.Task;
                return MutationResult.Failed(new Failure(ErrorType.Unavailable, "What to do."));
            });

        var response = RespondAsync(TestEvents.Text("allowed"), time: time);
        time.Advance(TimeSpan.FromMilliseconds(9_499));
        Assert.False(cancelled.Task.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Contains("Unavailable", await response, StringComparison.Ordinal);
        Assert.Equal(9_500.0, Assert.Single(_logger.Lines).Members["durationMs"]);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(1)]
    public async Task Passes_a_deadline_that_is_over_when_no_time_is_left(int millisecondsLeft)
    {
        _userGroups.Setup(groups => groups.AddAsync(
                It.IsAny<PermittedMembership>(), It.Is<CancellationToken>(deadline => deadline.IsCancellationRequested)))
            .ReturnsAsync(MutationResult.Failed(new Failure(ErrorType.Unavailable, "What to do.")));

        var response = await RespondAsync(TestEvents.Text("allowed"), timeLeft: TimeSpan.FromMilliseconds(millisecondsLeft));

        Assert.Contains("Unavailable", response, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-56.0 * 365 * 24 * 3600)]
    [InlineData(300.0 * 365 * 24 * 3600)]
    public async Task Limits_a_call_to_AppSyncs_30_seconds_if_the_runtime_gives_no_deadline_or_a_later_one(double secondsLeft)
    {
        var time = new FakeTimeProvider();
        var cancelled = new TaskCompletionSource();
        _userGroups.Setup(groups => groups.AddAsync(It.IsAny<PermittedMembership>(), It.IsAny<CancellationToken>()))
            .Returns(async (PermittedMembership _, CancellationToken deadline) =>
            {
                await using var registration = deadline.Register(cancelled.SetResult);
                await cancelled.Task;
                return MutationResult.Failed(new Failure(ErrorType.Unavailable, "What to do."));
            });

        var response = RespondAsync(TestEvents.Text("allowed"), timeLeft: TimeSpan.FromSeconds(secondsLeft), time: time);
        time.Advance(TimeSpan.FromMilliseconds(29_499));
        Assert.False(cancelled.Task.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Contains("Unavailable", await response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_the_audit_line_if_reading_the_event_fails_with_a_defect()
    {
        await using var input = new SlowStream("{}", () => throw new KeyNotFoundException("secret"));

        var thrown = await Assert.ThrowsAsync<MutationFailedException>(() => Create().HandleAsync(input, TenSeconds, _logger));

        Assert.StartsWith("InternalError: ", thrown.Message, StringComparison.Ordinal);
        Assert.Equal("InternalError", Assert.Single(_logger.Lines).Members["outcome"]);
    }

    [Fact]
    public async Task Does_not_give_Cognito_the_time_that_reading_took()
    {
        var time = new FakeTimeProvider();
        _userGroups.Setup(groups => groups.AddAsync(
                It.IsAny<PermittedMembership>(), It.Is<CancellationToken>(deadline => deadline.IsCancellationRequested)))
            .ReturnsAsync(MutationResult.Failed(new Failure(ErrorType.Unavailable, "What to do.")));
        await using var input = new SlowStream(TestEvents.Text("allowed"), () => time.Advance(TimeSpan.FromSeconds(9.5)));

        using var response = new StreamReader(await Create(time: time).HandleAsync(input, TenSeconds, _logger), Encoding.UTF8);

        Assert.Contains("Unavailable", await response.ReadToEndAsync(), StringComparison.Ordinal);
    }

    private void CognitoResponds(MutationResult result) => _userGroups
        .Setup(groups => groups.AddAsync(It.IsAny<PermittedMembership>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync(result);

    private async Task<string> RespondAsync(
        string json, string? assignableGroups = null, TimeSpan? timeLeft = null, TimeProvider? time = null)
    {
        using var reader = new StreamReader(
            await Create(assignableGroups, time).HandleAsync(TestEvents.Stream(json), timeLeft ?? TenSeconds, _logger), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private Function Create(string? assignableGroups = null, TimeProvider? time = null) => new(
        TestEvents.Settings(assignableGroups), _userGroups.Object, time ?? TimeProvider.System);

    private sealed class SlowStream(string json, Action passTime) : MemoryStream(Encoding.UTF8.GetBytes(json))
    {
        public override void CopyTo(Stream destination, int bufferSize)
        {
            passTime();
            base.CopyTo(destination, bufferSize);
        }
    }
}
