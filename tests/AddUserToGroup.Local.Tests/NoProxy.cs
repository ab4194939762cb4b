using System.Net;
using System.Runtime.CompilerServices;

namespace AddUserToGroup.Local.Tests;

/// <summary>The tests call loopback addresses only, which a proxy in the environment cannot reach.</summary>
internal static class NoProxy
{
    [ModuleInitializer]
    internal static void Set() => HttpClient.DefaultProxy = new WebProxy();
}
