using System.Text.Json;

namespace AddUserToGroup.Tests;

public sealed class SourceAddressesTests
{
    private const string Longest = "fe80:0000:0000:0000:0000:ffff:255.255.255.255%interface123456";

    [Theory]
    [InlineData("""["203.0.113.7"]""", "203.0.113.7")]
    [InlineData("""["198.51.100.1","203.0.113.7"]""", "198.51.100.1, 203.0.113.7")]
    [InlineData($"""["{Longest}","::1"]""", $"{Longest}, ::1")]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    public void Addresses_are_complete(string json, string? expected) => Assert.Equal(expected, Describe(json));

    [Theory]
    [InlineData("""[5,"203.0.113.7"]""", "?, 203.0.113.7")]
    [InlineData("""[null,"203.0.113.7",{"a":["b"]},[["c"],5],true]""", "?, 203.0.113.7, ?, ?, ?")]
    [InlineData("""["\ud800","203.0.113.7",""]""", "?, 203.0.113.7, ?")]
    [InlineData("\"203.0.113.7\"", "203.0.113.7")]
    [InlineData("5", "?")]
    [InlineData("""{"0":"203.0.113.7"}""", "?")]
    public void Other_values_hide_no_address(string json, string expected) => Assert.Equal(expected, Describe(json));

    [Theory]
    [InlineData("""["203.0.113.7, 198.51.100.1"]""", "203.0.113.7??198.51.100.1")]
    [InlineData("""["…","a…","!~\u007F"]""", "?, a?, !~?")]
    [InlineData("""["x\n\u2028\u00A0é😀\""]""", "x??????\"")]
    public void No_address_looks_like_two_or_like_a_cut(string json, string expected) => Assert.Equal(expected, Describe(json));

    [Fact]
    public void An_address_is_cut_at_the_length_of_the_longest_one() => Assert.Equal(
        $"{new string('1', 61)}, {new string('2', 61)}…, 203.0.113.7",
        Describe($"[\"{new string('1', 61)}\",\"{new string('2', 100_000)}\",\"203.0.113.7\"]"));

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(100_000)]
    public void More_than_sixteen_lose_their_middle(int count)
    {
        string[] addresses = [.. Enumerable.Range(1, count).Select(number => $"{number}")];
        var expected = count == 16 ? addresses : [.. addresses[..8], "…", .. addresses[^8..]];

        Assert.Equal(string.Join(", ", expected), Describe($"[\"{string.Join("\",\"", addresses)}\"]"));
    }

    private static string? Describe(string json) => SourceAddresses.Describe(JsonElement.Parse(json));
}
