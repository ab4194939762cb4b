using System.Runtime.InteropServices;
using AddUserToGroup.Shared.Contract;
using SharpFuzz;
using SharpFuzz.Common;

namespace AddUserToGroup.Fuzzing;

/// <summary>The program that afl-fuzz runs: each input is an event for the whole function, and a broken contract is a crash.</summary>
internal static class FuzzTarget
{
    /// <summary>In bytes, as SharpFuzz expects it.</summary>
    public const int MapSize = 65_536;

    // Created by the first event: earlier, the instrumented code has nowhere to report to.
    private static readonly Lazy<ContractCheck[]> Checks = new(() => [new(null), new(["EDITORS", "VIEWERS"])]);

    /// <param name="corpus">The folder with the first inputs.</param>
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

    /// <summary>ASSIGNABLE_GROUPS is set if the length is odd, so that an input always runs in the same way.</summary>
    /// <exception cref="ContractBrokenException">The function does not do what the contract says.</exception>
    public static void Try(byte[] json) => Checks.Value[json.Length % 2].RunAsync(json, "Added").GetAwaiter().GetResult();

    // Code that runs only once in a process would look like a path that depends on the input.
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
