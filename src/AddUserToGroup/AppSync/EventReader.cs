using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace AddUserToGroup.AppSync;

/// <summary>Reads events, so that what is no event at all is an outcome like any other, with an audit line of its own.</summary>
internal sealed class EventReader(ILambdaSerializer serializer)
{
    public bool TryRead(
        Stream input, [NotNullWhen(true)] out MutationEvent? mutation, [NotNullWhen(false)] out MutationResult? failure)
    {
        using var json = new MemoryStream();
        input.CopyTo(json);
        mutation = null;
        // The parser looks only at the strings that it keeps; what it skips could be anything.
        if (!Utf8.IsValid(Bytes(json)))
        {
            failure = Fail("The event is not AppSync's JSON: it is not UTF-8.");
            return false;
        }

        try
        {
            // "null" is JSON, too.
            mutation = serializer.Deserialize<MutationEvent?>(json);
            failure = mutation is null ? Fail("The event is null.") : null;
        }
        catch (JsonSerializerException exception)
        {
            failure = IsArray(Bytes(json))
                ? Fail("The event is a batch: leave maxBatchSize of the AppSync resolver at 0.")
                : Fail($"The event is not AppSync's JSON{Position(exception.InnerException as JsonException)}.");
        }

        return mutation is not null;
    }

    private static MutationResult Fail(string message) => new(Outcome.InternalError, message, message);

    private static ReadOnlySpan<byte> Bytes(MemoryStream json) => json.GetBuffer().AsSpan(0, (int)json.Length);

    // Where it broke, in numbers; the parser's own text may quote the event.
    private static string Position(JsonException? exception) => exception is { LineNumber: { } line, BytePositionInLine: { } position }
        ? $": it cannot be read on from line {line + 1}, byte {position + 1}"
        : "";

    private static bool IsArray(ReadOnlySpan<byte> json)
    {
        var start = json.IndexOfAnyExcept(" \t\r\n"u8);
        return start >= 0 && json[start] == (byte)'[';
    }
}
