using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;
using AddUserToGroup.Results;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace AddUserToGroup.AppSync;

/// <summary>Reads events from the raw stream, so that unreadable events get an audit line too.</summary>
internal sealed class EventReader(ILambdaSerializer serializer)
{
    /// <param name="input">The event, as JSON.</param>
    /// <param name="mutation">The event; <see cref="MutationEvent.Empty"/> if it cannot be read.</param>
    /// <param name="failure">Why it cannot be read.</param>
    public bool TryRead(Stream input, out MutationEvent mutation, [NotNullWhen(false)] out Failure? failure)
    {
        using var json = new MemoryStream();
        input.CopyTo(json);
        var problem = Read(json, out var read);
        mutation = read ?? MutationEvent.Empty;
        failure = problem is null ? null : new Failure(ErrorType.InternalError, problem, problem);
        return failure is null;
    }

    private string? Read(MemoryStream json, out MutationEvent? mutation)
    {
        mutation = null;
        var bytes = json.GetBuffer().AsSpan(0, (int)json.Length);
        // The parser does not check the encoding of strings that it skips.
        if (!Utf8.IsValid(bytes))
        {
            return "The event is not AppSync's JSON: it is not UTF-8.";
        }

        try
        {
            mutation = serializer.Deserialize<MutationEvent?>(json);
            return mutation is null ? "The event is null." : null;
        }
        catch (JsonSerializerException exception)
        {
            return IsArray(bytes)
                ? "The event is a batch: set maxBatchSize of the AppSync resolver to 0."
                : $"The event is not AppSync's JSON{Position(exception.InnerException as JsonException)}.";
        }
    }

    // Numbers only: the parser's own text may quote the event.
    private static string Position(JsonException? exception) => exception is { LineNumber: { } line, BytePositionInLine: { } position }
        ? $": reading stopped at line {line + 1}, byte {position + 1}"
        : "";

    private static bool IsArray(ReadOnlySpan<byte> json)
    {
        var start = json.IndexOfAnyExcept(" \t\r\n"u8);
        return start >= 0 && json[start] == (byte)'[';
    }
}
