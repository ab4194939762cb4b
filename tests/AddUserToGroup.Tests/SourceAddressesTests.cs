using AddUserToGroup.AppSync;

namespace AddUserToGroup.Tests;

/// <summary>The member <c>sourceIp</c> of the audit line, from the event's JSON on.</summary>
public sealed class SourceAddressesTests
{
    private const string Longest = "fe80:0000:0000:0000:0000:ffff:255.255.255.255%interface123456";

    [Theory]
    [InlineData("""["203.0.113.7"]""", "203.0.113.7")]
    [InlineData("""["198.51.100.1","203.0.113.7"]""", "198.51.100.1, 203.0.113.7")]
    [InlineData($"""["{Longest}","::1"]""", $"{Longest}, ::1")]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    public void Are_written_as_they_are(string json, string? expected) => Assert.Equal(expected, Describe(json));

    [Theory]
    [InlineData("""[5,"203.0.113.7"]""", "?, 203.0.113.7")]
    [InlineData("""[null,"203.0.113.7",{"a":["b"]},[["c"],5],true]""", "?, 203.0.113.7, ?, ?, ?")]
    [InlineData("""["\ud800","203.0.113.7",""]""", "?, 203.0.113.7, ?")]
    [InlineData("\"203.0.113.7\"", "203.0.113.7")]
    [InlineData("5", "?")]
    [InlineData("""{"0":"203.0.113.7"}""", "?")]
    public void Lose_no_more_to_junk_than_the_junk(string json, string expected) => Assert.Equal(expected, Describe(json));

    [Theory]
    [InlineData("""["203.0.113.7, 198.51.100.1"]""", "203.0.113.7??198.51.100.1")]
    [InlineData("""["…","a…","!~\u007F"]""", "?, a?, !~?")]
    [InlineData("""["x\n\u2028\u00A0é😀\""]""", "x??????\"")]
    public void Hold_nothing_that_looks_like_two_addresses_or_a_cut(string json, string expected) =>
        Assert.Equal(expected, Describe(json));

    [Fact]
    public void Are_each_cut_to_the_length_that_an_address_can_have() => Assert.Equal(
        $"{new string('1', 61)}, {new string('2', 61)}…, 203.0.113.7",
        Describe($"[\"{new string('1', 61)}\",\"{new string('2', 100_000)}\",\"203.0.113.7\"]"));

    [Fact]
    public void Are_all_there_up_to_sixteen()
    {
        string[] addresses = [.. Enumerable.Range(1, 16).Select(number => $"192.0.2.{number}")];

        Assert.Equal(string.Join(", ", addresses), Describe(Json(addresses)));
    }

    [Theory]
    [InlineData(17)]
    [InlineData(100_000)]
    public void Keep_eight_at_each_end_where_there_are_more(int count)
    {
        string[] addresses = [.. Enumerable.Range(1, count).Select(number => $"{number}")];

        Assert.Equal(string.Join(", ", [.. addresses[..8], "…", .. addresses[^8..]]), Describe(Json(addresses)));
    }

    private static string Json(string[] addresses) => $"[\"{string.Join("\",\"", addresses)}\"]";

    private static string? Describe(string sourceIp)
    {
        Assert.True(new EventReader(new LambdaJsonSerializer()).TryRead(
            TestEvents.Stream($$$"""{"identity":{"sourceIp":{{{sourceIp}}},"sub":"sub"}}"""), out var mutation, out _));
        return SourceAddresses.Describe(mutation.Identity.SourceIp);
    }
}
