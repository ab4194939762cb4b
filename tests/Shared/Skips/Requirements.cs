using System.ComponentModel;
using System.Globalization;

namespace AddUserToGroup.Shared.Skips;

/// <summary>What a test can need besides .NET, and how to get it.</summary>
internal static partial class Requirements
{
    private const int OldestNode = 20;

    // The compiler prints a path only for a library that it has.
    private const string FindsArm64Tools =
        """
        command -v clang && command -v qemu-aarch64 &&
        test -e "$(aarch64-linux-gnu-gcc -print-file-name=libz.so)" &&
        test -e "$(aarch64-linux-gnu-gcc -print-file-name=libssl.so.3)"
        """;

    private static readonly Dictionary<string, (Lazy<bool> IsAvailable, string Sentence)> Known = new()
    {
        ["all"] = (
            new(() => Environment.GetEnvironmentVariable("CI") == "true" || Environment.GetEnvironmentVariable("ADD_USER_TO_GROUP_ALL_TESTS") == "1"),
            "Is slow or needs large downloads: set ADD_USER_TO_GROUP_ALL_TESTS=1 to run it."),
        ["linux"] = (new(OperatingSystem.IsLinux), "Needs Linux: run it there or in a container."),
        ["node"] = (new(HasNode), $"Needs Node.js {OldestNode} or later with npm on the PATH: https://nodejs.org."),
        ["chromium"] = (
            new(() => InstalledBrowser.Executable is not null),
            "Needs Chromium, Chrome or Edge on the PATH or in its usual folder: apt-get install chromium."),
        ["curl"] = (new(() => Tool.Find("curl") is not null), "Needs curl on the PATH: apt-get install curl."),
        ["zip"] = (new(() => Tool.Find("zip") is not null), "Needs zip on the PATH: apt-get install zip."),
        ["aws"] = (
            new(() => Run("aws", "--version") is { ExitCode: 0 }),
            "Needs the AWS CLI on the PATH: pip install awscli, or https://aws.amazon.com/cli."),
        ["cfn-lint"] = (
            new(() => Run("cfn-lint", "--version") is { ExitCode: 0 }),
            "Needs cfn-lint on the PATH: pip install cfn-lint."),
        ["samtranslator"] = (
            new(() => Run("python3", "-c", "import samtranslator") is { ExitCode: 0 }),
            "Needs python3 with samtranslator: pip install aws-sam-translator."),
        ["arm64"] = (
            new(() => Run("sh", "-c", FindsArm64Tools) is { ExitCode: 0 }),
            "Needs to build for and emulate arm64: dpkg --add-architecture arm64, apt-get update, and apt-get install clang "
            + "gcc-aarch64-linux-gnu zlib1g-dev:arm64 libssl3:arm64 qemu-user."),
    };

    static Requirements() => Extend();

    /// <param name="needs">Names of requirements.</param>
    /// <returns>A sentence for each requirement that this machine lacks; null if it has all.</returns>
    public static string? Missing(params IEnumerable<string> needs)
    {
        var missing = needs.Select(need => Known[need]).Where(need => !need.IsAvailable.Value).Select(need => need.Sentence);
        return string.Join(' ', missing) is { Length: > 0 } sentences ? sentences : null;
    }

    // For projects whose tests need more.
    static partial void Extend();

    private static bool HasNode() =>
        Run("node", "--version") is { } node
        && int.TryParse(node.Output.TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && version >= OldestNode
        && Run("npm", "--version") is { ExitCode: 0 };

    // Null if there is no such program.
    private static ToolResult? Run(string program, params IEnumerable<string> arguments)
    {
        try
        {
            // Away from xunit's synchronization context, whose threads may all be waiting here.
            return Task.Run(() => Tool.RunAsync(program, arguments)).GetAwaiter().GetResult();
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
