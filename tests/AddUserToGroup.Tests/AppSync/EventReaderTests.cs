using System.Text;
using System.Text.Json;
using AddUserToGroup.AppSync;

namespace AddUserToGroup.Tests.AppSync;

public sealed class EventReaderTests
{
    private readonly EventReader _events = new(new LambdaJsonSerializer());

    [Theory]
    [InlineData("allowed", false)]
    [InlineData("allowed-direct-resolver", true)]
    [InlineData("allowed-amplify", true)]
    public void Reads_each_shape_of_event_alike_but_for_who_made_it(string name, bool hasRequest)
    {
        var mutation = Read(TestEvents.Text(name));

        Assert.Equal(hasRequest, mutation.IsMadeByAppSync);
        Assert.Equal(new MutationArguments { UserId = "ann@example.com", GroupName = "EDITORS" }, mutation.Arguments);
        Assert.Equal("7c1f0a52-3d0b-4f0e-9a55-0c1d9b8e6a11", mutation.Identity.Subject);
        Assert.Equal("admin", mutation.Identity.Username);
        Assert.Equal(TestEvents.Issuer, mutation.Identity.Issuer);
        Assert.Equal(["ADMINS"], mutation.Identity.Groups?.Names);
        Assert.Equal(["203.0.113.7"], mutation.Identity.SourceAddresses);
    }

    [Fact]
    public void Reads_null_as_no_groups() => Assert.Empty(Read(TestEvents.Text("in-no-group")).Identity.Groups?.Names!);

    [Fact]
    public void Reads_nothing_of_a_user_pools_but_a_username_from_an_IAM_caller() => Assert.Equal(
        (null, "AROAEXAMPLEEXAMPLE123:session", null, null), Identity("iam-caller"));

    [Fact]
    public void Reads_no_groups_from_an_OIDC_caller_whatever_its_claims_say() => Assert.Equal(
        ("auth0|1234", null, "https://login.example.com", null), Identity("oidc-caller"));

    [Fact]
    public void Reads_nothing_of_a_user_pools_from_a_Lambda_authorizers_caller() => Assert.Equal(
        (null, null, null, null), Identity("lambda-authorizer-caller"));

    [Fact]
    public void Reads_nobody_from_an_API_key() => Assert.Equal(CallerIdentity.Nobody, Read(TestEvents.Text("api-key-caller")).Identity);

    [Theory]
    [InlineData("""{"identity":5}""")]
    [InlineData("""{"identity":"ADMINS"}""")]
    [InlineData("""{"identity":[{"sub":"a"}]}""")]
    [InlineData("""{"identity":{"sub":"a","sub":"b"}}""")]
    [InlineData("""{"IDENTITY":{"sub":"a"}}""")]
    [InlineData("""{"Identity":{"sub":"a"}}""")]
    [InlineData("""{"__proto__":{"identity":{"sub":"a"}}}""")]
    public void Reads_nobody_from_what_is_no_identity(string json) => Assert.Equal(CallerIdentity.Nobody, Read(json).Identity);

    [Theory]
    [InlineData("5")]
    [InlineData("\"ADMINS\"")]
    [InlineData("""{"0":"ADMINS"}""")]
    [InlineData("""["ADMINS",5]""")]
    [InlineData("""[["ADMINS"]]""")]
    public void Tells_what_is_no_list_of_strings_from_no_groups(string groups)
    {
        var identity = Read($$$"""{"identity":{"sub":"a","username":"a","issuer":"i","groups":{{{groups}}}}}""").Identity;

        Assert.Equal(("a", new CallerGroups(null)), (identity.Subject, identity.Groups));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[\"ann\"]")]
    [InlineData("\"\\ud83d\"")]
    public void Reads_an_argument_that_is_no_string_as_missing_and_spares_the_other(string userId)
    {
        var arguments = Read($$$"""{"arguments":{"userId":{{{userId}}},"groupName":"EDITORS"}}""").Arguments;

        Assert.Equal(new MutationArguments { GroupName = "EDITORS" }, arguments);
    }

    [Theory]
    [InlineData("userId")]
    [InlineData("unknown")]
    public void Refuses_invalid_UTF8_wherever_it_is(string argument)
    {
        var json = Encoding.Latin1.GetBytes($"{{\"arguments\":{{\"{argument}\":\"\u00C3(\"}}}}");

        var (mutation, failure) = _events.Read(new MemoryStream(json));

        Assert.Equal((MutationEvent.Empty, "The event is not AppSync's JSON: it is not UTF-8."), (mutation, failure?.Message));
    }

    [Theory]
    [InlineData("""{"arguments":{"userId":"a","userId":"b","groupName":"EDITORS"}}""")]
    [InlineData("""{"arguments":"userId"}""")]
    public void Reads_ambiguous_arguments_as_missing(string json) => Assert.Equal(MutationArguments.None, Read(json).Arguments);

    [Theory]
    [InlineData("{}", false)]
    [InlineData("""{"request":null}""", true)]
    [InlineData("""{"request":{"headers":{"a":"b","a":"c"}}}""", true)]
    [InlineData("""{"request":5}""", true)]
    public void Counts_a_request_by_its_being_there(string json, bool hasRequest) => Assert.Equal(hasRequest, Read(json).IsMadeByAppSync);

    [Fact]
    public void Ignores_unknown_members() =>
        Assert.Equal("EDITORS", Read("""{"new":[{"a":1}],"arguments":{"groupName":"EDITORS","new":[]}}""").Arguments.GroupName);

    [Theory]
    [InlineData("[]")]
    [InlineData(" \r\n\t[{}]")]
    public void Refuses_a_batch_and_says_what_to_do(string json) => Assert.Equal(
        "The event is a batch: leave maxBatchSize of the AppSync resolver at 0.", Failure(json));

    [Fact]
    public void Refuses_null() => Assert.Equal("The event is null.", Failure("null"));

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{", 1, 2)]
    [InlineData("5", 1, 2)]
    [InlineData("\"text\"", 1, 7)]
    [InlineData("{}{}", 1, 3)]
    [InlineData("{\n\"secret\": tru }", 2, 14)]
    [InlineData("""{"identity":{},"identity":{}}""", 1, 27)]
    public void Refuses_what_is_no_JSON_object_and_does_not_quote_it(string json, int line, int position) => Assert.Equal(
        $"The event is not AppSync's JSON: it cannot be read on from line {line}, byte {position}.", Failure(json));

    [Theory]
    [InlineData("identity")]
    [InlineData("arguments")]
    [InlineData("request")]
    [InlineData("unknown")]
    public void Refuses_JSON_that_is_nested_too_deeply(string member)
    {
        var json = $$$"""{"{{{member}}}":{{{new string('[', 100_000)}}}{{{new string(']', 100_000)}}}}""";

        Assert.StartsWith("The event is not AppSync's JSON", Failure(json), StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_a_huge_event_like_any_other()
    {
        var json = $$$"""{"arguments":{"userId":"{{{new string('a', 6_000_000)}}}"}}""";

        Assert.Equal(6_000_000, Read(json).Arguments.UserId!.Length);
    }

    [Fact]
    public void Writes_no_event_out_again()
    {
        AssertOnlyRead(writer => new OrNullConverter<string>().Write(writer, "secret", JsonSerializerOptions.Default));
        AssertOnlyRead(writer => new PresenceConverter().Write(writer, true, JsonSerializerOptions.Default));
        AssertOnlyRead(writer => new CallerGroupsConverter().Write(writer, new([]), JsonSerializerOptions.Default));
        AssertOnlyRead(writer => new SourceAddressesConverter().Write(writer, [], JsonSerializerOptions.Default));
    }

    private MutationEvent Read(string json)
    {
        var (mutation, failure) = _events.Read(TestEvents.Stream(json));
        Assert.Null(failure);
        return mutation;
    }

    private string Failure(string json)
    {
        var (mutation, failure) = _events.Read(TestEvents.Stream(json));
        Assert.Equal((MutationEvent.Empty, Outcome.InternalError), (mutation, failure?.Outcome));
        Assert.Equal(failure?.Message, failure?.Reason);
        return failure?.Message ?? "";
    }

    private (string? Subject, string? Username, string? Issuer, IReadOnlyList<string?>? Groups) Identity(string name)
    {
        var identity = Read(TestEvents.Text(name)).Identity;
        return (identity.Subject, identity.Username, identity.Issuer, identity.Groups?.Names);
    }

    private static void AssertOnlyRead(Action<Utf8JsonWriter> write)
    {
        using var writer = new Utf8JsonWriter(Stream.Null);
        Assert.Equal("Events are only read.", Assert.Throws<NotSupportedException>(() => write(writer)).Message);
    }
}
