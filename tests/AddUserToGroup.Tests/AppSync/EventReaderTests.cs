using System.Text;
using AddUserToGroup.AppSync;
using AddUserToGroup.Results;
using AddUserToGroup.Rules;

namespace AddUserToGroup.Tests.AppSync;

public sealed class EventReaderTests
{
    private readonly EventReader _events = new(new LambdaJsonSerializer());

    [Theory]
    [InlineData("allowed", false)]
    [InlineData("allowed-direct-resolver", true)]
    [InlineData("allowed-amplify", true)]
    public void Reads_each_shape_of_event(string name, bool hasRequest)
    {
        var mutation = Read(TestEvents.Text(name));

        Assert.Equal(hasRequest, mutation.Request is not null);
        Assert.Equal(new MutationArguments { UserId = "ann@example.com", GroupName = "EDITORS" }, mutation.Arguments);
        Assert.Equal("7c1f0a52-3d0b-4f0e-9a55-0c1d9b8e6a11", mutation.Identity.Subject);
        Assert.Equal("admin", mutation.Identity.Username);
        Assert.Equal(TestEvents.Issuer, mutation.Identity.Issuer);
        Assert.Equal([MembershipRules.AdministratorsGroup], mutation.Identity.Groups);
        Assert.Equal("203.0.113.7", SourceAddresses.Describe(mutation.Identity.SourceIp));
    }

    [Theory]
    [InlineData("iam-caller", null, "AROAEXAMPLEEXAMPLE123:session", null)]
    [InlineData("oidc-caller", "auth0|1234", null, "https://login.example.com")]
    [InlineData("lambda-authorizer-caller", null, null, null)]
    [InlineData("api-key-caller", null, null, null)]
    public void Reads_no_groups_from_any_other_kind_of_caller(string name, string? sub, string? username, string? issuer)
    {
        var identity = Read(TestEvents.Text(name)).Identity;

        Assert.Equal((sub, username, issuer), (identity.Subject, identity.Username, identity.Issuer));
        Assert.Null(identity.Groups);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"identity":null,"arguments":null,"request":null}""")]
    [InlineData("""{"IDENTITY":{"sub":"a"},"Arguments":{"userId":"a"}}""")]
    [InlineData("""{"__proto__":{"identity":{"sub":"a"}}}""")]
    public void Reads_nobody_and_nothing_from_missing_and_null_members(string json) => Assert.Equal(MutationEvent.Empty, Read(json));

    [Fact]
    public void Reads_missing_and_null_groups_alike()
    {
        Assert.Null(Read(TestEvents.Text("in-no-group")).Identity.Groups);
        Assert.Null(Read("""{"identity":{"sub":"a"}}""").Identity.Groups);
    }

    // A client can send half a character; the rest of the event, and with it the audit line, must not suffer.
    [Fact]
    public void Reads_half_a_character_in_an_argument_as_missing()
    {
        var mutation = Read("""{"identity":{"sub":"a"},"arguments":{"userId":"\ud83d","groupName":"EDITORS"}}""");

        Assert.Equal(("a", new MutationArguments { GroupName = "EDITORS" }), (mutation.Identity.Subject, mutation.Arguments));
    }

    [Theory]
    [InlineData("""{"request":{}}""")]
    [InlineData("""{"request":{"headers":{"a":"b","a":"c"}}}""")]
    public void Reads_whether_there_is_a_request_and_nothing_of_it(string json) => Assert.NotNull(Read(json).Request);

    [Fact]
    public void Ignores_unknown_members() =>
        Assert.Equal("EDITORS", Read("""{"new":[{"a":1}],"arguments":{"groupName":"EDITORS","new":[]}}""").Arguments.GroupName);

    [Fact]
    public void Reads_a_huge_event_like_any_other()
    {
        var json = $$$"""{"arguments":{"userId":"{{{new string('a', 6_000_000)}}}"}}""";

        Assert.Equal(6_000_000, Read(json).Arguments.UserId!.Length);
    }

    [Theory]
    [InlineData("""{"identity":5}""")]
    [InlineData("""{"identity":"ADMINS"}""")]
    [InlineData("""{"identity":[{"sub":"a"}]}""")]
    [InlineData("""{"identity":{"sub":5}}""")]
    [InlineData("""{"identity":{"username":["a"]}}""")]
    [InlineData("""{"identity":{"issuer":{}}}""")]
    [InlineData("""{"identity":{"issuer":"\ud83d"}}""")]
    [InlineData("""{"identity":{"groups":"ADMINS"}}""")]
    [InlineData("""{"identity":{"groups":{"0":"ADMINS"}}}""")]
    [InlineData("""{"identity":{"groups":["ADMINS",5]}}""")]
    [InlineData("""{"identity":{"groups":[["ADMINS"]]}}""")]
    [InlineData("""{"arguments":"userId"}""")]
    [InlineData("""{"arguments":{"userId":5}}""")]
    [InlineData("""{"arguments":{"groupName":["EDITORS"]}}""")]
    [InlineData("""{"request":5}""")]
    public void Rejects_an_event_with_a_member_of_another_type(string json) => AssertNotAppSyncs(json);

    [Theory]
    [InlineData("""{"identity":{},"identity":{}}""")]
    [InlineData("""{"identity":{"sub":"a","sub":"b"}}""")]
    [InlineData("""{"arguments":{"userId":"a","userId":"b","groupName":"EDITORS"}}""")]
    public void Rejects_an_event_with_a_duplicate_member(string json) => AssertNotAppSyncs(json);

    [Theory]
    [InlineData("identity")]
    [InlineData("arguments")]
    [InlineData("request")]
    [InlineData("unknown")]
    public void Rejects_JSON_that_is_nested_too_deeply(string member) =>
        AssertNotAppSyncs($$$"""{"{{{member}}}":{{{new string('[', 100_000)}}}{{{new string(']', 100_000)}}}}""");

    [Theory]
    [InlineData("userId")]
    [InlineData("unknown")]
    public void Rejects_invalid_UTF8_wherever_it_is(string argument)
    {
        var json = Encoding.Latin1.GetBytes($"{{\"arguments\":{{\"{argument}\":\"\u00C3(\"}}}}");

        Assert.Equal("The event is not AppSync's JSON: it is not UTF-8.", Problem(new MemoryStream(json)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData(" \r\n\t[{}]")]
    public void Rejects_a_batch_and_says_what_to_do(string json) => Assert.Equal(
        "The event is a batch: set maxBatchSize of the AppSync resolver to 0.", Problem(json));

    [Fact]
    public void Rejects_null() => Assert.Equal("The event is null.", Problem("null"));

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{", 1, 2)]
    [InlineData("5", 1, 2)]
    [InlineData("\"text\"", 1, 7)]
    [InlineData("{}{}", 1, 3)]
    [InlineData("{\n\"secret\": tru }", 2, 14)]
    [InlineData("""{"arguments":{"userId":5}}""", 1, 25)]
    [InlineData("""{"identity":{},"identity":{}}""", 1, 27)]
    public void Says_where_reading_stopped_and_quotes_nothing(string json, int line, int position) => Assert.Equal(
        $"The event is not AppSync's JSON: reading stopped at line {line}, byte {position}.", Problem(json));

    private MutationEvent Read(string json)
    {
        Assert.True(_events.TryRead(TestEvents.Stream(json), out var mutation, out var failure));
        Assert.Null(failure);
        return mutation;
    }

    private void AssertNotAppSyncs(string json) =>
        Assert.StartsWith("The event is not AppSync's JSON: reading stopped at ", Problem(json), StringComparison.Ordinal);

    private string Problem(string json) => Problem(TestEvents.Stream(json));

    private string Problem(Stream json)
    {
        Assert.False(_events.TryRead(json, out var mutation, out var failure));
        Assert.Equal((MutationEvent.Empty, ErrorType.InternalError), (mutation, failure.Type));
        Assert.Equal(failure.Message, failure.Reason);
        return failure.Message;
    }
}
