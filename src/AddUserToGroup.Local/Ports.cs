using System.Net;
using System.Net.Sockets;

namespace AddUserToGroup.Local;

/// <summary>Looks at the chosen ports before anything is fetched or started for them.</summary>
internal static class Ports
{
    /// <param name="chosen">Options and what they say; 0 is a free port and always good.</param>
    /// <exception cref="LocalStackException">Two are the same, or some cannot be listened on: all of these are named.</exception>
    public static void Check(params IReadOnlyList<(string Option, int Port)> chosen)
    {
        var same = chosen.Where(choice => choice.Port != 0).GroupBy(choice => choice.Port).FirstOrDefault(group => group.Count() > 1);
        if (same is not null)
        {
            throw new LocalStackException(
                $"{string.Join(" and ", same.Select(choice => choice.Option))} are both {same.Key}: give each a port of its own, or 0 for a free one.");
        }

        var refused = chosen.Select(choice => (choice.Port, Reason: Refusal(choice.Port))).Where(choice => choice.Reason is not null).ToList();
        if (refused.Count > 0)
        {
            throw new LocalStackException(
                $"Port{(refused.Count > 1 ? "s" : "")} {string.Join(" and ", refused.Select(choice => choice.Port))} on 127.0.0.1 cannot be used "
                + $"({string.Join("; ", refused.Select(choice => choice.Reason).Distinct())}): stop what uses {(refused.Count > 1 ? "them" : "it")}, "
                + $"or start with {string.Join(' ', chosen.Select(choice => $"{choice.Option} 0"))} for free ones.");
        }
    }

    private static string? Refusal(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return null;
        }
        catch (SocketException exception)
        {
            return exception.Message.TrimEnd('.');
        }
    }
}
