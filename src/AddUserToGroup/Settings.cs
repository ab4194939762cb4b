using System.Diagnostics.CodeAnalysis;
using AddUserToGroup.Rules;

namespace AddUserToGroup;

/// <summary>The function's settings, from its environment; read once, at init, where a wrong one stops the function.</summary>
internal sealed record Settings
{
    // The SDK reads it itself; here it is only held to be a URL, so that a slip is named before the first call fails.
    private const string Endpoint = "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER";

    private Settings()
    {
    }

    public required string UserPoolId { get; init; }

    public required Uri UserPoolIssuer { get; init; }

    public required AssignableGroups AssignableGroups { get; init; }

    /// <param name="variable">Looks up an environment variable; null where it is not set.</param>
    /// <exception cref="InvalidSettingException">A setting is missing or malformed; the message names it.</exception>
    public static Settings Read(Func<string, string?> variable)
    {
        if (variable(Endpoint) is { Length: > 0 } endpoint && !IsHttpUrl(endpoint, out _))
        {
            throw new InvalidSettingException($"{Endpoint} must be an http or https URL, or be unset for Cognito's own.");
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

    // An issuer that ends in another id would let another pool's administrators in: that is no setting, it is a slip.
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

    private static AssignableGroups ReadAssignableGroups(string groups)
    {
        if (groups.Length == 0)
        {
            return AssignableGroups.Any;
        }

        var names = groups.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        // Nothing but blanks: somebody meant to restrict the groups, and "any" is the one thing they did not mean.
        return names.Length > 0 && names.All(name => CognitoName.IsGood(name, out _))
            ? AssignableGroups.Only(names)
            : throw new InvalidSettingException(
                "ASSIGNABLE_GROUPS must list group names of at most 128 characters, separated by blanks, or be unset to allow any group.");
    }
}
