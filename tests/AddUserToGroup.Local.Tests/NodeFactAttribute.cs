using System.ComponentModel;
using System.Diagnostics;

namespace AddUserToGroup.Local.Tests;

/// <summary>A test that needs the local user pool, and so Node.js.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> Present = new(IsPresent);

    public NodeFactAttribute() => Skip = Reason;

    /// <summary>Why such a test cannot run here; null where it can.</summary>
    public static string? Reason => Present.Value ? null : "Node.js is not on the PATH.";

    private static bool IsPresent()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true })!;
            node.WaitForExit();
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
