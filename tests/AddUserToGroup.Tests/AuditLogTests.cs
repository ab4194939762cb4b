using System.Text.Json;
using AddUserToGroup.AppSync;
using AddUserToGroup.Results;
using AddUserToGroup.Shared.Contract;

namespace AddUserToGroup.Tests;

public sealed class AuditLogTests
{
    private static readonly MutationEvent Mutation = new()
    {
        Identity = new() { Subject = "sub", Username = "username", Issuer = "issuer", Groups = ["group"], SourceIp = JsonSerializer.SerializeToElement("::1", JsonSerializerOptions.Default) },
        Arguments = new() { UserId = "userId", GroupName = "groupName" },
    };

    private static readonly MutationResult Result = 
        MutationResult.Failed(new Failure(ErrorType.Unavailable, "message", "reason"), "request");

    private readonly RecordingLogger _logger = new();

    [Fact]
    public void Holds_the_caller_the_input_and_the_outcome_and_nothing_else()
    {
        var line = Write(Mutation, Result);

        Assert.Equal(
            [
                ("cognitoRequestId", "request"), ("durationMs", 1.5), ("groupName", "groupName"), ("outcome", "Unavailable"),
                ("reason", "reason"), ("sourceIp", "::1"), ("sub", "sub"), ("userId", "userId"), ("username", "username"),
            ],
            line.Members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => (member.Key, member.Value!)));
    }

    [Fact]
    public void Leaves_out_what_has_no_value()
    {
        var line = Write(MutationEvent.Empty, MutationResult.Failed(new Failure(ErrorType.InternalError, "message")));

        Assert.Equal("addUserToGroup outcome={outcome} durationMs={durationMs}", line.Template);
    }

    [Fact]
    public void Keeps_a_value_of_the_greatest_length_whole()
    {
        var (name, reason) = (new string('a', 256), new string('a', 4096));
        var line = Write(
            Mutation with { Arguments = new() { UserId = name, GroupName = name } }, MutationResult.Failed(new Failure(ErrorType.Unavailable, "message", reason)));

        Assert.Equal(
            (name, name, reason), (line.Members["userId"], line.Members["groupName"], line.Members["reason"]));
    }

    [Fact]
    public void Cuts_overlong_values_between_two_characters()
    {
        var overlong = new string('a', 255) + "😀" + new string('a', 100_000);
        var line = Write(
            new MutationEvent
            {
                Identity = new() { Subject = overlong, Username = overlong },
                Arguments = new() { UserId = overlong, GroupName = overlong },
            },
            MutationResult.Failed(new Failure(ErrorType.Unauthorized, "message", new string('a', 100_000)), overlong));

        var cut = new string('a', 255) + "…";
        Assert.All(
            (string[])["sub", "username", "userId", "groupName", "cognitoRequestId"],
            name => Assert.Equal(cut, line.Members[name]));
        Assert.Equal(new string('a', 4096) + "…", line.Members["reason"]);
    }

    private RecordedLine Write(MutationEvent mutation, MutationResult result)
    {
        AuditLog.Write(_logger, mutation, result, TimeSpan.FromMilliseconds(1.5));
        return Assert.Single(_logger.Lines);
    }
}
