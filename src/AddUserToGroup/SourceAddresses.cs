namespace AddUserToGroup;

/// <summary>
/// The addresses of a request as the audit line has them. One end of the list is AppSync's own observation, the rest a client
/// can write, any number of them and any text, and AWS does not say which end: so where there are too many, the middle goes.
/// </summary>
internal static class SourceAddresses
{
    // Of each end.
    private const int MostAtOneEnd = 8;

    // 39 characters of IPv6, 45 with an IPv4 address in it, and a zone of an interface's name: "%" and 15.
    private const int MaxLength = 61;

    private const char Cut = '…';

    /// <returns>Addresses with ", " between them; null where there are none.</returns>
    public static string? Describe(IReadOnlyList<string?> addresses)
    {
        if (addresses.Count == 0)
        {
            return null;
        }

        var elements = addresses.Select(Element);
        return string.Join(", ", addresses.Count <= 2 * MostAtOneEnd
            ? elements
            : elements.Take(MostAtOneEnd).Append($"{Cut}").Concat(elements.TakeLast(MostAtOneEnd)));
    }

    // An address is of visible ASCII, without a comma. What else a client writes could look like two, or like our own cut.
    private static string Element(string? address) => address switch
    {
        null or "" => "?",
        { Length: > MaxLength } => $"{Plain(address[..MaxLength])}{Cut}",
        _ => Plain(address),
    };

    private static string Plain(string address) =>
        string.Concat(address.Select(character => character is > ' ' and <= '~' and not ',' ? character : '?'));
}
