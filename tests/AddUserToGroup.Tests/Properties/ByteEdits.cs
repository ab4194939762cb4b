using System.Buffers;
using System.Text;

namespace AddUserToGroup.Tests.Properties;

/// <summary>Changes to bytes, whatever they mean.</summary>
internal static class ByteEdits
{
    private static readonly SearchValues<byte> Punctuation = SearchValues.Create(",:{}[]"u8);

    public static byte[] Apply(byte[] json, Edit edit)
    {
        var at = edit.Position % (json.Length + 1);
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
                // Every second one where tokens can stand.
                var boundary = edit.Choice % 2 == 0 ? json.AsSpan(at).IndexOfAny(Punctuation) + 1 : 0;
                return Insert(json, at + boundary, Encoding.UTF8.GetBytes(edit.Pick(Samples.Tokens)));
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
}
