using System.Text.Json;
using AddUserToGroup.AppSync;
using AddUserToGroup.Results;
using AddUserToGroup.Shared.Contract;

namespace AddUserToGroup.Tests;

public sealed class AuditLogTests
{
    private readonly RecordingLogger _logger = new();

    [Fact]
    public void The_line_has_the_caller_the_input_and_the_outcome_and_nothing_else()
    {
        var sourceIp = JsonSerializer.SerializeToElement("::1", JsonSerializerOptions.Default);
        var line = Write(
            new()
            {
                Identity = new() { Subject = "sub", Username = "username", Issuer = "issuer", Groups = ["group"], SourceIp = sourceIp },
                Arguments = new() { UserId = "userId", GroupName = "groupName" },
            },
            new Failure(ErrorType.Unavailable, "message", "reason"),
            "request");

        Assert.Equal(
            [
                ("cognitoRequestId", "request"), ("durationMs", 1.5), ("groupName", "groupName"), ("outcome", "Unavailable"),
                ("reason", "reason"), ("sourceIp", "::1"), ("sub", "sub"), ("userId", "userId"), ("username", "username"),
            ],
            line.Members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => (member.Key, member.Value!)));
    }

    [Fact]
    public void Members_without_a_value_are_omitted() => Assert.Equal(
        "addUserToGroup outcome={outcome} durationMs={durationMs} reason={reason}",
        Write(MutationEvent.Empty, new Failure(ErrorType.InternalError, "message", "reason")).Template);

    [Fact]
    public void The_longest_values_are_complete()
    {
        var (name, reason) = (new string('a', 256), new string('a', 4096));
        var line = Write(
            new() { Arguments = new() { UserId = name, GroupName = name } }, new Failure(ErrorType.Unavailable, "message", reason));

        Assert.Equal((name, name, reason), (line.Members["userId"], line.Members["groupName"], line.Members["reason"]));
    }

    [Fact]
    public void Longer_values_are_cut_between_two_characters()
    {
        var tooLong = new string('a', 255) + "😀" + new string('a', 100_000);
        var line = Write(
            new()
            {
                Identity = new() { Subject = tooLong, Username = tooLong },
                Arguments = new() { UserId = tooLong, GroupName = tooLong },
            },
            new Failure(ErrorType.Unauthorized, "message", new string('a', 100_000)),
            tooLong);

        var cut = new string('a', 255) + "…";
        Assert.All(
            (string[])["sub", "username", "userId", "groupName", "cognitoRequestId"], name => Assert.Equal(cut, line.Members[name]));
        Assert.Equal(new string('a', 4096) + "…", line.Members["reason"]);
    }

    private RecordedLine Write(MutationEvent mutation, Failure failure, string? requestId = null)
    {
        AuditLog.Write(_logger, mutation, MutationResult.Failed(failure, requestId), TimeSpan.FromMilliseconds(1.5));
        return Assert.Single(_logger.Lines);
    }
}
