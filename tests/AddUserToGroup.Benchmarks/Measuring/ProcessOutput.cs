using System.Diagnostics;
using System.Text;

namespace AddUserToGroup.Benchmarks.Measuring;

/// <summary>
/// Takes what a candidate writes, as Lambda does, and keeps its end for an error message. Rarely, so that a line of the
/// log does not wake the benchmark up beside what is measured; a pipe holds a hundred lines and more.
/// </summary>
internal sealed class ProcessOutput
{
    private const int KeptBytes = 1000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly Lock _lock = new();
    private string _end = "";

    public ProcessOutput(Process process)
    {
        Take(process.StandardOutput.BaseStream);
        Take(process.StandardError.BaseStream);
    }

    /// <summary>The last that it wrote.</summary>
    public string End
    {
        get
        {
            lock (_lock)
            {
                return _end.Trim();
            }
        }
    }

    private void Take(Stream stream) => new Thread(() =>
    {
        var bytes = new byte[64 * 1024];
        try
        {
            while (stream.Read(bytes) is > 0 and var count)
            {
                var kept = Math.Min(count, KeptBytes);
                lock (_lock)
                {
                    _end = Encoding.UTF8.GetString(bytes, count - kept, kept);
                }

                Thread.Sleep(Pause);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The candidate has been ended.
        }
    })
    { IsBackground = true }.Start();
}
