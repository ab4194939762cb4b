using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using AddUserToGroup.Shared.Certificates;

namespace AddUserToGroup.Shared.Faults;

/// <summary>Faults of a TLS handshake, for an endpoint with a certificate.</summary>
internal static class HandshakeFaults
{
    /// <param name="trusted">The authority whose root the client trusts.</param>
    /// <param name="foreign">Another authority.</param>
    public static IReadOnlyList<FaultCase> Cases(CertificateAuthority trusted, CertificateAuthority foreign) =>
    [
        Presents("a certificate for another name", trusted.Issue(name: "cognito-idp.example.com")),
        Presents("an expired certificate", trusted.Issue(expires: DateTimeOffset.UtcNow.AddHours(-1))),
        Presents("a certificate that is not valid yet", trusted.Issue(starts: DateTimeOffset.UtcNow.AddHours(1))),
        Presents("a certificate of another authority", foreign.Issue()),
        Ends("speaks plain HTTP on the TLS port", FaultCase.Retried, async connection =>
        {
            await connection.WriteAsync(HttpResponse.Success.ToBytes());
            await connection.CloseAsync();
        }),
        Ends("resets in the handshake", FaultCase.Reconnected, connection => connection.ResetAsync()),
        Ends("closes in the handshake", FaultCase.Reconnected, connection => connection.CloseAsync()),
        Ends("hangs in the handshake", FaultCase.Retried, connection => connection.HangAsync()) with { EndsByDeadline = true },
    ];

    private static FaultCase Ends(string name, int attempts, Func<ClientConnection, Task> endAsync) => new(
        name, "Unavailable", attempts, Behaviour.AtHandshake(async connection =>
        {
            await connection.ReadAsync(100);
            await endAsync(connection);
        }));

    // A client that accepts the certificate gets a success.
    private static FaultCase Presents(string certificateName, X509Certificate2 certificate) => new(
        $"presents {certificateName}", "Unavailable", FaultCase.Retried, Behaviour.AtHandshake(async connection =>
        {
            await connection.SecureAsync(SslStreamCertificateContext.Create(certificate, null, offline: true));
            if (await connection.WaitForRequestAsync())
            {
                await connection.ReadRequestAsync();
                await connection.WriteAsync(HttpResponse.Success.ToBytes());
            }
        }));
}
