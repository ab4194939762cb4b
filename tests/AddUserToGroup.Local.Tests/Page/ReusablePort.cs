using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>
/// A port for one server after another. No system gives a port of this range to a program that asks for a free one, so that
/// none takes it between the two.
/// </summary>
internal static class ReusablePort
{
    public static int Find()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, RandomNumberGenerator.GetInt32(20_000, 32_000));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // In use: another one.
            }
        }
    }
}
