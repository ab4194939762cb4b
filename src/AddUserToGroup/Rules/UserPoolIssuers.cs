namespace AddUserToGroup.Rules;

/// <summary>
/// The issuers of one pool. A Cognito pool has one of two issuers and can be switched to the other while users are signed in,
/// so tokens of both can be valid at the same time. Source: IssuerConfigurationType in Cognito's API reference.
/// </summary>
/// <param name="configured">The pool's issuer URL. If it has neither of Cognito's two forms (an emulator's), it has no alternative.</param>
internal sealed class UserPoolIssuers(Uri configured)
{
    private const string Original = "cognito-idp";
    private const string Updated = "issuer-cognito-idp";

    private readonly string _configured = configured.OriginalString;
    private readonly string? _alternative = FindAlternative(configured);

    public bool Contains(string issuer) =>
        string.Equals(issuer, _configured, StringComparison.Ordinal) || string.Equals(issuer, _alternative, StringComparison.Ordinal);

    // https://<one of the two>.<Region>.<suffix>/<pool>
    private static string? FindAlternative(Uri issuer) => issuer.Host.Split('.') switch
    {
        _ when issuer.Scheme != Uri.UriSchemeHttps || !issuer.IsDefaultPort || issuer.Segments.Length != 2 => null,
        [Original, var region, .. { Length: > 0 } suffix] when IsRegion(region) => WithHost(issuer, [Updated, region, .. suffix]),
        [Updated, var region, .. { Length: > 0 } suffix] when IsRegion(region) => WithHost(issuer, [Original, region, .. suffix]),
        _ => null,
    };

    // us-east-1, us-gov-west-1
    private static bool IsRegion(string label) => label.Contains('-', StringComparison.Ordinal) && char.IsAsciiDigit(label[^1]);

    private static string WithHost(Uri issuer, string[] host) => $"https://{string.Join('.', host)}{issuer.AbsolutePath}";
}
