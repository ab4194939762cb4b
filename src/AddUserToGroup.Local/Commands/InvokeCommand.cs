using System.Text;
using System.Text.Json;

namespace AddUserToGroup.Local.Commands;

/// <summary>
/// Invokes the function with one event, as <c>sam local invoke -e</c> does: log to stderr, response to stdout.
/// </summary>
internal static class InvokeCommand
{
    public static async Task<int> RunAsync(
        LocalStackOptions options, string eventFile, CancellationToken cancellationToken)
    {
        var payload = await ReadAsync(Path.GetFullPath(eventFile), cancellationToken);
        var stack = await LocalStack.StartAsync(options, cancellationToken);
        Lambda.InvocationResult result;
        await using (stack)
        {
            result = await stack.Function.InvokeAsync(payload, cancellationToken);
        }

        // The function has ended, so its whole log has been printed.
        await Console.Out.WriteLineAsync(Encoding.UTF8.GetString(result.Payload.Span));
        return result.IsError ? 1 : 0;
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(string eventFile, CancellationToken cancellationToken)
    {
        try
        {
            var payload = WithoutByteOrderMark(await File.ReadAllBytesAsync(eventFile, cancellationToken), eventFile);
            using var document = JsonDocument.Parse(payload, new() { MaxDepth = int.MaxValue });
            return payload;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LocalStackException(
                $"{eventFile} cannot be read: name a file such as those in tests/events.", exception);
        }
        catch (JsonException exception)
        {
            throw new LocalStackException(
                $"{eventFile} is not JSON: look at line {exception.LineNumber + 1}.", exception);
        }
    }

    // Visual Studio and PowerShell write a byte order mark; Windows PowerShell writes UTF-16.
    private static ReadOnlyMemory<byte> WithoutByteOrderMark(byte[] text, string eventFile) => text switch
    {
        [0xEF, 0xBB, 0xBF, ..] => text.AsMemory(3),
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => throw new LocalStackException($"{eventFile} is UTF-16: save it as UTF-8."),
        _ => text,
    };
}
