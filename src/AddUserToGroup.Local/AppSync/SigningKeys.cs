using Microsoft.IdentityModel.Tokens;

namespace AddUserToGroup.Local.AppSync;

/// <summary>The user pool's public keys, fetched at first need and when a token names one not among them.</summary>
internal sealed class SigningKeys(Uri keySet, HttpClient http)
{
    private volatile JsonWebKeySet? _known;

    public async Task<SecurityKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (_known is { } known && Find(known, keyId) is { } key)
        {
            return key;
        }

        return Find(_known = await FetchAsync(cancellationToken), keyId);
    }

    private static JsonWebKey? Find(JsonWebKeySet keys, string keyId) =>
        keys.Keys.FirstOrDefault(key => key.Kid == keyId && key.Kty == JsonWebAlgorithmsKeyTypes.RSA);

    private async Task<JsonWebKeySet> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            return new JsonWebKeySet(await http.GetStringAsync(keySet, cancellationToken));
        }
        catch (Exception exception) when (exception is HttpRequestException or ArgumentException
            || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new RequestRefusedException(
                StatusCodes.Status500InternalServerError,
                "InternalFailure",
                $"The user pool's keys could not be fetched from {keySet}. Is the user pool running?");
        }
    }
}
