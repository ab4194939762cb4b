using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using AddUserToGroup.Shared.Certificates;

namespace AddUserToGroup.Shared.Faults;

/// <summary>
/// What may happen in place of a TLS handshake: only for an endpoint with a certificate, and on new connections, of which a
/// client may open one more than it has attempts.
/// </summary>
internal static class HandshakeFaults
{
    /// <param name="trusted">The authority whose root the client trusts; issues what is wrong in one point alone.</param>
    /// <param name="foreign">An authority that the client does not know.</param>
    public static IReadOnlyList<FaultCase> Cases(CertificateAuthority trusted, CertificateAuthority foreign) =>
    [
        Presents("a certificate for another name", trusted.Issue(name: "cognito-idp.example.com")),
        Presents("a certificate that has expired", trusted.Issue(expires: DateTimeOffset.UtcNow.AddHours(-1))),
        Presents("a certificate that is not yet good", trusted.Issue(starts: DateTimeOffset.UtcNow.AddHours(1))),
        Presents("a certificate of a foreign authority", foreign.Issue()),
        new("speaks plain HTTP on the TLS port", "Unavailable", FaultCase.Retried, Behaviour.AtHandshake(async connection =>
        {
            await connection.ReadAsync(100);
            await connection.WriteAsync(HttpResponse.Success.ToBytes());
            await connection.CloseAsync();
        })),
        new("resets in the handshake", "Unavailable", FaultCase.Reconnected, Behaviour.AtHandshake(async connection =>
        {
            await connection.ReadAsync(100);
            await connection.ResetAsync();
        })),
        new("closes in the handshake", "Unavailable", FaultCase.Reconnected, Behaviour.AtHandshake(async connection =>
        {
            await connection.ReadAsync(100);
            await connection.CloseAsync();
        })),
        new("hangs in the handshake", "Unavailable", FaultCase.Retried, Behaviour.AtHandshake(async connection =>
        {
            await connection.ReadAsync(100);
            await connection.HangAsync();
        })) { EndsByDeadline = true },
    ];

    // Whoever takes the certificate for good is told that the user was added.
    private static FaultCase Presents(string description, X509Certificate2 certificate) => new(
        $"presents {description}", "Unavailable", FaultCase.Retried, Behaviour.AtHandshake(async connection =>
        {
            await connection.SecureAsync(SslStreamCertificateContext.Create(certificate, null, offline: true));
            if (await connection.WaitForRequestAsync())
            {
                await connection.ReadRequestAsync();
                await connection.WriteAsync(HttpResponse.Success.ToBytes());
            }
        }));
}
