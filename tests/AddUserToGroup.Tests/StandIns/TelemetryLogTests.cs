using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace AddUserToGroup.Tests.StandIns;

[Collection(ProcessWideState.Name)]
public sealed class TelemetryLogTests
{
    [UnixFact]
    public async Task Entries_go_to_Lambdas_log_pipe_in_frames()
    {
        // Both are open at once because Amazon's package remembers a descriptor by its number.
        var (jsonPath, textPath) = (Path.GetTempFileName(), Path.GetTempFileName());
        using (var json = File.OpenHandle(jsonPath, FileMode.Create, FileAccess.Write, FileShare.ReadWrite))
        using (var text = File.OpenHandle(textPath, FileMode.Create, FileAccess.Write, FileShare.ReadWrite))
        {
            await LogTwoLinesAsync(json, "JSON");
            await LogTwoLinesAsync(text, null);
        }

        await AssertFrameAsync(jsonPath, 0xa55a0002, "two\\nlines");
        await AssertFrameAsync(textPath, 0xa55a0003, "two\nlines");
    }

    private static async Task LogTwoLinesAsync(SafeFileHandle pipe, string? format)
    {
        var run = await new Bootstrap
        {
            Environment =
            {
                ["AWS_LAMBDA_LOG_FORMAT"] = format,
                ["_LAMBDA_TELEMETRY_LOG_FD"] = pipe.DangerousGetHandle().ToString(CultureInfo.InvariantCulture),
            },
            Handler = (_, context) =>
            {
                context.Logger.LogLine("two\nlines");
                return Task.FromResult(Stream.Null);
            },
        }.RunAsync();
        Assert.Empty(run.Output);
    }

    private static async Task AssertFrameAsync(string path, uint kind, string content)
    {
        var frame = await File.ReadAllBytesAsync(path);
        File.Delete(path);
        Assert.Equal(kind, BinaryPrimitives.ReadUInt32BigEndian(frame));
        Assert.Equal(frame.Length - 16, BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(4)));
        var written = DateTime.UnixEpoch.AddMicroseconds(BinaryPrimitives.ReadInt64BigEndian(frame.AsSpan(8)));
        Assert.InRange(written, DateTime.UtcNow.AddHours(-1), DateTime.UtcNow.AddHours(1));
        Assert.Contains(content, Encoding.UTF8.GetString(frame, 16, frame.Length - 16), StringComparison.Ordinal);
    }
}
