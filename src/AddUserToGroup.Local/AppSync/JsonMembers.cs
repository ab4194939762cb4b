using System.Text.Json;

namespace AddUserToGroup.Local.AppSync;

/// <summary>Reads a member of a JSON object if it is of the one type that it may be.</summary>
internal static class JsonMembers
{
    /// <returns>Null where it is not there, or no text.</returns>
    public static string? Text(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) ? member.Text() : null;

    /// <returns>Null where it is no text.</returns>
    public static string? Text(this JsonElement value)
    {
        try
        {
            return value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, which shows only now.
            return null;
        }
    }

    /// <returns>Null where it is not there, or no whole number of 64 bits.</returns>
    public static long? Integer(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var member)
        && member.ValueKind is JsonValueKind.Number
        && member.TryGetInt64(out var number)
            ? number
            : null;
}
