using System.Text.Json;

namespace AddUserToGroup;

/// <summary>
/// The addresses of a request in the audit line. One end of AppSync's list is the address that AppSync saw. A client can write
/// all the others, and AWS does not document which end is which: so a list that is too long loses its middle.
/// </summary>
internal static class SourceAddresses
{
    private const int MaxAtEachEnd = 8;

    // IPv6 with an IPv4 address in it has 45 characters, and its zone "%" and an interface's name, at most 15.
    private const int MaxLength = 61;

    private const char Ellipsis = '…';

    /// <param name="sourceIp">The event's property, of whatever type it is.</param>
    /// <returns>The addresses, separated by ", "; null if there are none.</returns>
    public static string? Describe(JsonElement sourceIp)
    {
        JsonElement[] addresses = sourceIp.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => [],
            JsonValueKind.Array => [.. sourceIp.EnumerateArray()],
            _ => [sourceIp],
        };
        var described = addresses.Length <= 2 * MaxAtEachEnd
            ? addresses.Select(DescribeAddress)
            : [.. addresses[..MaxAtEachEnd].Select(DescribeAddress), $"{Ellipsis}", .. addresses[^MaxAtEachEnd..].Select(DescribeAddress)];
        return addresses.Length == 0 ? null : string.Join(", ", described);
    }

    private static string DescribeAddress(JsonElement address) => ReadText(address) switch
    {
        null or "" => "?",
        { Length: > MaxLength } text => $"{ToVisibleAscii(text[..MaxLength])}{Ellipsis}",
        var text => ToVisibleAscii(text),
    };

    private static string? ReadText(JsonElement address)
    {
        try
        {
            return address.ValueKind == JsonValueKind.String ? address.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // The string contains half a surrogate pair.
            return null;
        }
    }

    // A comma or an invisible character could make one address look like two.
    private static string ToVisibleAscii(string text) =>
        string.Concat(text.Select(character => character is > ' ' and <= '~' and not ',' ? character : '?'));
}
