using System.Text;

namespace AddUserToGroup.Benchmarks.Soak;

/// <summary>Draws what is no event of AppSync's.</summary>
internal sealed class BrokenEvents(Random random, EventFiles files)
{
    private const string NotJson = "The event is not AppSync's JSON: it cannot be read on from line 1, byte ";

    public SoakEvent Next(string userId)
    {
        var good = EventFiles.Bytes(files.Read("allowed", userId, "EDITORS"));
        return random.Next(8) switch
        {
            // Not in the middle of a character, or it would not be UTF-8 any more.
            0 => Broken("a truncated event", Encoding.UTF8.GetBytes(Truncated(Encoding.UTF8.GetString(good))), NotJson),
            1 => Broken(
                "an event that is not UTF-8",
                NotUtf8(good),
                "The event is not AppSync's JSON: it is not UTF-8.",
                whole: true),
            2 => Broken("nothing", [], $"{NotJson}1.", whole: true),
            3 => Broken("null", "null"u8, "The event is null.", whole: true),
            4 => Broken(
                "batch",
                files.Bytes("batch"),
                "The event is a batch: leave maxBatchSize of the AppSync resolver at 0.",
                whole: true),
            5 => Broken("an event with two identities", [.. good[..^1], .. ",\"identity\":null}"u8], NotJson),
            6 => Broken("an event nested too deeply", [.. "{\"a\":"u8, .. Enumerable.Repeat((byte)'[', 100)], NotJson),
            _ => Broken("random bytes", RandomBytes(), "The event is "),
        };
    }

    // The one outcome that is always thrown.
    private static SoakEvent Broken(string kind, ReadOnlySpan<byte> json, string message, bool whole = false) => new()
    {
        Kind = kind,
        Json = json.ToArray(),
        HasRequest = false,
        Refusal = new ExpectedFailure(Outcomes.InternalError, message, whole),
    };

    private string Truncated(string json)
    {
        var length = random.Next(1, json.Length);
        return json[..(char.IsLowSurrogate(json[length]) ? length - 1 : length)];
    }

    private byte[] NotUtf8(byte[] json)
    {
        json[random.Next(json.Length)] = 0xFF;
        return json;
    }

    private byte[] RandomBytes()
    {
        var bytes = new byte[random.Next(16, 4096)];
        random.NextBytes(bytes);
        return bytes;
    }
}
