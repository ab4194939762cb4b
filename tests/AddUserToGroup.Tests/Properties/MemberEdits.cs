using System.Text;
using System.Text.Json;

namespace AddUserToGroup.Tests.Properties;

/// <summary>Changes to members and items, as text: a JSON library would repair what they damage.</summary>
internal static class MemberEdits
{
    // Most edits go to the members that the function reads, the others anywhere.
    private static readonly byte[][] Read =
    [
        .. ((string[])["arguments", "identity", "request", "sub", "username", "issuer", "groups", "userId", "groupName"])
            .Select(name => Encoding.UTF8.GetBytes($"\"{name}\"")),
    ];

    public static byte[] Apply(byte[] json, Edit edit)
    {
        var members = Find(json);
        var read = members.FindAll(member => member.Start == member.Value || Read.Any(name => json.AsSpan(member.Start).StartsWith(name)));
        var candidates = edit.Position % 4 != 0 && read.Count > 0 ? read : members;
        return candidates.Count == 0
            ? json
            : Apply(json, edit, candidates[edit.Position / 4 % candidates.Count], members[edit.Choice % members.Count]);
    }

    private static byte[] Apply(
        byte[] json, Edit edit, (int Start, int Value, int End) member, (int Start, int Value, int End) other)
    {
        var (name, value) = (Text(json[member.Start..member.Value]), Text(json[member.Value..member.End]));
        var (start, end) = WithComma(json, member.Start, member.End);
        switch (edit.Kind)
        {
            case EditKind.Remove:
                return Replace(json, (start, end, ""));
            case EditKind.Duplicate:
                var copy = edit.Choice % 3 == 0 ? value : edit.Pick(Samples.OddValues);
                return Replace(json, (member.Start, member.Start, $"{Respell(name, edit.Choice)}{copy},"));
            case EditKind.Rename when name.Length > 0:
                return Replace(json, (member.Start, member.Value, $"\"{edit.Pick(Samples.Names)}\":"));
            case EditKind.Retype:
                var type = edit.Choice % 2 == 0 ? edit.Pick(Samples.OddValues) : edit.Pick(Samples.LookAlikes);
                return Replace(json, (member.Value, member.End, type));
            case EditKind.Move when other.End <= member.Start || member.End <= other.Start:
                var newName = other.Start == other.Value ? "" : name.Length > 0 ? name : "\"sub\":";
                return Replace(json, (start, end, ""), (other.Start, other.Start, $"{newName}{value},"));
            case EditKind.Nest:
                var nested = edit.Choice % 3 == 0 ? $"[{value}]" : $"{{\"{edit.Pick(Samples.Names)}\":{value}}}";
                return Replace(json, (member.Value, member.End, nested));
            case EditKind.Respell:
                return Replace(json, (member.Start, member.End, $"{Respell(name, edit.Choice)}{Respell(value, edit.Choice / 4)}"));
            default:
                return json;
        }
    }

    // The same string in another spelling or in another case.
    private static string Respell(string text, int choice) => text is not ['"', var first, ..] || !char.IsAsciiLetter(first)
        ? text
        : (choice % 4) switch
        {
            0 => $"\"\\u{(int)first:x4}{text[2..]}",
            1 => $"\"{(char)(first ^ ' ')}{text[2..]}",
            2 => $"\"{string.Concat(text[1..text.IndexOf('"', 1)].Select(c => $"\\u{(int)c:X4}"))}{text[text.IndexOf('"', 1)..]}",
            _ => text,
        };

    private static (int Start, int End) WithComma(byte[] json, int start, int end) =>
        json.AsSpan(end).StartsWith(","u8) ? (start, end + 1)
        : json[start - 1] == ',' ? (start - 1, end)
        : (start, end);

    private static byte[] Replace(byte[] json, params (int Start, int End, string Text)[] parts) => parts
        .OrderByDescending(part => part.Start)
        .Aggregate(json, (text, part) => [.. text[..part.Start], .. Encoding.UTF8.GetBytes(part.Text), .. text[part.End..]]);

    private static string Text(byte[] json) => Encoding.UTF8.GetString(json);

    // Up to what an earlier edit has damaged. An item has no name: it starts at its value.
    private static List<(int Start, int Value, int End)> Find(byte[] json)
    {
        var members = new List<(int Start, int Value, int End)>();
        var open = new Stack<(int Start, int Value)>();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 5000 });
        try
        {
            for (int? name = null; reader.Read();)
            {
                var at = (int)reader.TokenStartIndex;
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        name = at;
                        continue;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        open.Push((name ?? at, at));
                        break;
                    default:
                        var (start, value) = reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray
                            ? open.Pop()
                            : (name ?? at, at);
                        // The whole event is no member.
                        if (open.Count > 0)
                        {
                            members.Add((start, value, (int)reader.BytesConsumed));
                        }

                        break;
                }

                name = null;
            }
        }
        catch (JsonException)
        {
            // The rest has no structure.
        }

        return members;
    }
}
