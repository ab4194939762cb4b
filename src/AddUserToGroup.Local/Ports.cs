using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace AddUserToGroup.Local;

/// <summary>
/// Ports that browsers use. A browser may take either loopback address for <c>localhost</c>, so the stack listens on both: no
/// other program can receive what is meant for it.
/// </summary>
internal static class Ports
{
    private static readonly IReadOnlyList<IPAddress> Addresses = [IPAddress.Loopback, IPAddress.IPv6Loopback];

    /// <summary>Checks the chosen ports before anything is fetched or started for them.</summary>
    /// <param name="chosen">The options and their values; 0 is a free port and always valid.</param>
    /// <exception cref="LocalStackException">Two ports are the same, or other programs use some of them.</exception>
    public static void Check(params IReadOnlyList<(string Option, int Port)> chosen)
    {
        var same = chosen.Where(choice => choice.Port != 0).GroupBy(choice => choice.Port).FirstOrDefault(group => group.Count() > 1);
        if (same is not null)
        {
            throw new LocalStackException(
                $"{string.Join(" and ", same.Select(choice => choice.Option))} are both {same.Key}: choose two ports, or 0 for a free one.");
        }

        var failures = (
            from choice in chosen
            where choice.Port != 0
            from address in Addresses
            select FindFailure(new(address, choice.Port))).OfType<string>().ToList();
        if (failures.Count > 0)
        {
            throw new LocalStackException(
                $"The stack cannot listen on {string.Join(" and ", failures)}: stop the other program, "
                + $"or start with {string.Join(' ', chosen.Select(choice => $"{choice.Option} 0"))} for free ports.");
        }
    }

    /// <summary>Binds one port on both loopback addresses; on the first alone if the machine has no IPv6.</summary>
    /// <param name="port">0 for a free one.</param>
    /// <exception cref="SocketException">Another program uses the port.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The caller owns the sockets.")]
    public static IReadOnlyList<Socket> Bind(int port)
    {
        while (true)
        {
            var ipv4 = SocketTransportOptions.CreateDefaultBoundListenSocket(new IPEndPoint(IPAddress.Loopback, port));
            try
            {
                var endpoint = new IPEndPoint(IPAddress.IPv6Loopback, ((IPEndPoint)ipv4.LocalEndPoint!).Port);
                return [ipv4, SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint)];
            }
            catch (SocketException exception) when (IsMissing(exception))
            {
                return [ipv4];
            }
            catch (SocketException) when (port == 0)
            {
                // Only the second address is in use there: another free port follows.
                ipv4.Dispose();
            }
        }
    }

    private static string? FindFailure(IPEndPoint endpoint)
    {
        try
        {
            using var listener = new TcpListener(endpoint);
            listener.Start();
            return null;
        }
        catch (SocketException exception)
        {
            return IsMissing(exception) ? null : $"{endpoint} ({exception.Message.TrimEnd('.')})";
        }
    }

    private static bool IsMissing(SocketException exception) =>
        exception.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported;
}
