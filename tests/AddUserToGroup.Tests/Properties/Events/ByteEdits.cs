using System.Buffers;
using System.Text;

namespace AddUserToGroup.Tests.Properties.Events;

/// <summary>Changes to an event's bytes, whatever they mean.</summary>
internal static class ByteEdits
{
    private static readonly SearchValues<byte> Punctuation = SearchValues.Create(",:{}[]"u8);

    public static byte[] Apply(byte[] json, Edit edit)
    {
        var at = edit.Place % (json.Length + 1);
        switch (edit.Kind)
        {
            case EditKind.FlipBit when at < json.Length:
                json[at] ^= (byte)(1 << (edit.Choice % 8));
                return json;
            case EditKind.CutBytes:
                return [.. json[..at], .. json[Math.Min(at + 1 + (edit.Choice % 4), json.Length)..]];
            case EditKind.CutEnd:
                return json[..at];
            case EditKind.InsertToken:
                return Insert(json, edit.Choice % 2 == 0 ? Boundary(json, at) : at, Encoding.UTF8.GetBytes(edit.Pick(Samples.Tokens)));
            case EditKind.InsertBytes:
                return Insert(json, at, edit.Pick(Samples.Bytes));
            case EditKind.Wrap:
                var (before, after) = edit.Pick(Samples.Wraps);
                return [.. Encoding.UTF8.GetBytes(before), .. json, .. Encoding.UTF8.GetBytes(after)];
            default:
                return json;
        }
    }

    private static byte[] Insert(byte[] json, int at, byte[] bytes) => [.. json[..at], .. bytes, .. json[at..]];

    // Just behind the next comma or bracket, where white space, comments and members go.
    private static int Boundary(byte[] json, int from)
    {
        var offset = json.AsSpan(from).IndexOfAny(Punctuation);
        return offset < 0 ? from : from + offset + 1;
    }
}
