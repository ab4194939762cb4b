using System.Text.Json;
using System.Text.Unicode;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace AddUserToGroup.AppSync;

/// <summary>Reads events, so that what is no event at all is an outcome like any other, with an audit line of its own.</summary>
internal sealed class EventReader(ILambdaSerializer serializer)
{
    /// <returns>The event, and why there is none to act on: then it is <see cref="MutationEvent.Empty"/>.</returns>
    public (MutationEvent Mutation, MutationResult? Failure) Read(Stream input)
    {
        using var json = new MemoryStream();
        input.CopyTo(json);
        // The parser looks only at the strings that it keeps; what it skips could be anything.
        if (!Utf8.IsValid(Bytes(json)))
        {
            return Fail("The event is not AppSync's JSON: it is not UTF-8.");
        }

        try
        {
            // "null" is JSON, too.
            return serializer.Deserialize<MutationEvent?>(json) is { } mutation ? (mutation, null) : Fail("The event is null.");
        }
        catch (JsonSerializerException exception)
        {
            return Fail(IsArray(Bytes(json))
                ? "The event is a batch: leave maxBatchSize of the AppSync resolver at 0."
                : $"The event is not AppSync's JSON{Position(exception.InnerException as JsonException)}.");
        }
    }

    private static (MutationEvent Mutation, MutationResult? Failure) Fail(string message) =>
        (MutationEvent.Empty, new(Outcome.InternalError, message, message));

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
