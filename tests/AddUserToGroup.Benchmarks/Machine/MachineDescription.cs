using System.Globalization;
using System.Runtime.InteropServices;

namespace AddUserToGroup.Benchmarks.Machine;

/// <summary>What metrics depend on, for whoever reads them later.</summary>
internal sealed record MachineDescription(
    string Date, string Processor, int Cores, string OperatingSystem, string DotNet, string? Node)
{
    /// <param name="node">Node's version; null where it is missing.</param>
    public static MachineDescription Read(string? node) => new(
        DateTimeOffset.UtcNow.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        FirstValue("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        $"{RuntimeInformation.OSDescription}, {Environment.OSVersion}",
        RuntimeInformation.FrameworkDescription,
        node);

    public override string ToString() =>
        $"{Date}; {Cores} core(s), {Processor}; {OperatingSystem}; {DotNet}; "
        + (Node is null ? "no Node.js" : $"Node.js {Node}");

    private static string? FirstValue(string file, string name) => File.Exists(file)
        ? File.ReadLines(file)
            .FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?
            .Split([':', '='], 2)[1]
            .Trim()
        : null;
}
