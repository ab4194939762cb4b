using System.Runtime.InteropServices;
using AddUserToGroup.Shared.Contract;
using SharpFuzz;
using SharpFuzz.Common;

namespace AddUserToGroup.Fuzzing;

/// <summary>What afl-fuzz runs: each input is an event for the whole function; anything but the contract is a crash.</summary>
internal static class FuzzTarget
{
    /// <summary>In bytes: SharpFuzz's, and what afl-fuzz is told.</summary>
    public const int MapSize = 65_536;

    // Made by the first event: before it the instrumented code has nowhere to report to.
    private static readonly Lazy<ContractCheck[]> Checks = new(() => [new(null), new(["EDITORS", "VIEWERS"])]);

    /// <param name="corpus">Where the first inputs are.</param>
    public static void Run(string corpus)
    {
        WarmUp(corpus);
        Fuzzer.Run(stream =>
        {
            using var json = new MemoryStream();
            stream.CopyTo(json);
            Try(json.ToArray());
        });
    }

    /// <summary>With ASSIGNABLE_GROUPS set for every second length: an input runs once, and the same way each time.</summary>
    /// <exception cref="ContractBrokenException">The function did something else than the contract says.</exception>
    public static void Try(byte[] json) => Checks.Value[json.Length % 2].RunAsync(json, "Added").GetAwaiter().GetResult();

    // What happens only once in a process would look like paths that an input takes and then takes no more.
    private static unsafe void WarmUp(string corpus)
    {
        Trace.SharedMem = (byte*)NativeMemory.AllocZeroed(MapSize);
        foreach (var file in Directory.EnumerateFiles(corpus))
        {
            var json = File.ReadAllBytes(file);
            Try(json);
            Try([.. json, (byte)' ']);
        }
    }
}
