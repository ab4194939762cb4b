namespace AddUserToGroup.Local.UserPool;

/// <summary>Another implementation of Cognito, in place of the emulator that the stack would start.</summary>
/// <param name="Endpoint">Where it is.</param>
/// <param name="Id">The pool to use; null has one created.</param>
/// <param name="Issuer">The issuer of its tokens; null is Cognito's own for us-east-1.</param>
internal sealed record ExternalUserPool(Uri Endpoint, string? Id, string? Issuer)
{
    private const string EndpointVariable = "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER";

    /// <returns>Null where the environment names no endpoint.</returns>
    /// <exception cref="LocalStackException">The endpoint is not a URL.</exception>
    public static ExternalUserPool? FromEnvironment()
    {
        var endpoint = Read(EndpointVariable);
        if (endpoint is null)
        {
            return null;
        }

        return Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? new(uri, Read("USER_POOL_ID"), Read("USER_POOL_ISSUER"))
            : throw new LocalStackException($"{EndpointVariable} is no http or https URL: correct it, or unset it for cognito-local.");
    }

    private static string? Read(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
