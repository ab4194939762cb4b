using System.Diagnostics.CodeAnalysis;
using AddUserToGroup.Rules;

namespace AddUserToGroup;

/// <summary>The function's settings. They are read once from the environment, at init; an invalid one stops the function.</summary>
internal sealed record Settings
{
    /// <summary>The SDK reads it. It is validated here so that a mistake is reported at init and not by the first call.</summary>
    public const string Endpoint = "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER";

    private Settings()
    {
    }

    public required string UserPoolId { get; init; }

    public required Uri UserPoolIssuer { get; init; }

    /// <summary>Null allows any group.</summary>
    public IReadOnlySet<string>? AssignableGroups { get; init; }

    /// <param name="variable">Reads an environment variable; null if it is not set.</param>
    /// <exception cref="InvalidSettingException">A setting is missing or malformed; the message names it.</exception>
    public static Settings Read(Func<string, string?> variable)
    {
        if (variable(Endpoint) is { Length: > 0 } endpoint && !IsHttpUrl(endpoint, out _))
        {
            throw new InvalidSettingException($"{Endpoint} must be an http or https URL, or be unset to use Cognito's.");
        }

        // If both are empty, .NET trusts no certificate. `sam local` sets both to empty unless --env-vars sets them.
        if ((variable("SSL_CERT_FILE"), variable("SSL_CERT_DIR")) is ("", ""))
        {
            throw new InvalidSettingException("SSL_CERT_FILE and SSL_CERT_DIR must not both be empty: set them as template.yaml does, or unset them.");
        }

        var id = variable("USER_POOL_ID") ?? "";
        return new Settings
        {
            UserPoolId = IsUserPoolId(id) ? id : throw new InvalidSettingException(
                "USER_POOL_ID must be the id of the user pool, such as us-east-1_AbCdEf123."),
            UserPoolIssuer = ReadIssuer(variable("USER_POOL_ISSUER") ?? "", id),
            AssignableGroups = ReadAssignableGroups(variable("ASSIGNABLE_GROUPS") ?? ""),
        };
    }

    // Cognito: at most 55 characters of [\w-]+_[0-9a-zA-Z]+.
    private static bool IsUserPoolId(string id)
    {
        var underscore = id.LastIndexOf('_');
        return id.Length <= 55 && underscore > 0 && underscore < id.Length - 1
            && id[..underscore].All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
            && id[(underscore + 1)..].All(char.IsAsciiLetterOrDigit);
    }

    // An issuer that ends in another pool's id would admit that pool's administrators.
    private static Uri ReadIssuer(string issuer, string userPoolId) =>
        IsHttpUrl(issuer, out var url) && issuer == $"{url.Scheme}://{url.Authority}{url.AbsolutePath}"
            && issuer.EndsWith($"/{userPoolId}", StringComparison.Ordinal)
            ? url
            : throw new InvalidSettingException(
                "USER_POOL_ISSUER must be the issuer URL of the pool in USER_POOL_ID, such as "
                + "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123.");

    private static bool IsHttpUrl(string text, [NotNullWhen(true)] out Uri? url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url)
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url.Host.Length > 0;

    private static HashSet<string>? ReadAssignableGroups(string groups)
    {
        if (groups.Length == 0)
        {
            return null;
        }

        var names = groups.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        // A value of nothing but white space is an error: whoever set it wanted to restrict the groups.
        return names.Length > 0 && names.All(name => CognitoName.IsValid(name, out _))
            ? new HashSet<string>(names, StringComparer.Ordinal)
            : throw new InvalidSettingException(
                $"ASSIGNABLE_GROUPS must list group names of at most {CognitoName.MaxLength} characters, separated by spaces, or be unset "
                + "to allow any group.");
    }
}
