namespace AddUserToGroup.Rules;

/// <summary>
/// The issuers of one pool. A Cognito pool has one of two and can be switched to the other at any time, while people are
/// signed in, so that tokens of both are about; which of the two an operator has configured does not matter. Source:
/// IssuerConfigurationType in Cognito's API reference.
/// </summary>
/// <param name="configured">The pool's issuer URL. One that is not of Cognito's two forms (an emulator's) has no twin.</param>
internal sealed class UserPoolIssuers(Uri configured)
{
    private const string Original = "cognito-idp";
    private const string Updated = "issuer-cognito-idp";

    private readonly string _configured = configured.OriginalString;
    private readonly string? _twin = Twin(configured);

    public bool Include(string issuer) =>
        string.Equals(issuer, _configured, StringComparison.Ordinal) || string.Equals(issuer, _twin, StringComparison.Ordinal);

    // https://<one of the two>.<Region>.<suffix>/<pool>
    private static string? Twin(Uri issuer) => issuer.Host.Split('.') switch
    {
        _ when issuer.Scheme != Uri.UriSchemeHttps || !issuer.IsDefaultPort || issuer.Segments.Length != 2 => null,
        [Original, var region, .. { Length: > 0 } suffix] when IsRegion(region) => At([Updated, region, .. suffix], issuer),
        [Updated, var region, .. { Length: > 0 } suffix] when IsRegion(region) => At([Original, region, .. suffix], issuer),
        _ => null,
    };

    // us-east-1, us-gov-west-1
    private static bool IsRegion(string label) => label.Contains('-', StringComparison.Ordinal) && char.IsAsciiDigit(label[^1]);

    private static string At(string[] host, Uri issuer) => $"https://{string.Join('.', host)}{issuer.AbsolutePath}";
}
