using AddUserToGroup.PropertyTests.Contract;
using SharpFuzz;

namespace AddUserToGroup.Fuzzing;

/// <summary>What afl-fuzz runs: each input is an event for the whole function; anything but the contract is a crash.</summary>
internal static class FuzzTarget
{
    // Made by the first event: before it the instrumented code has nowhere to report to.
    private static readonly Lazy<ContractCheck[]> Checks = new(() => [new(null), new(["EDITORS", "VIEWERS"])]);

    public static void Run() => Fuzzer.Run(stream =>
    {
        using var json = new MemoryStream();
        stream.CopyTo(json);
        Try(json.ToArray());
    });

    /// <summary>With ASSIGNABLE_GROUPS set for every second length: an input runs once, and the same way each time.</summary>
    /// <exception cref="ContractBrokenException">The function did something else than the contract says.</exception>
    public static void Try(byte[] json) => Checks.Value[json.Length % 2].RunAsync(json, "Added").GetAwaiter().GetResult();
}
