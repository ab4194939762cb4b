using Microsoft.IdentityModel.Tokens;

namespace AddUserToGroup.Local.AppSync;

/// <summary>The user pool's public keys. They are fetched when a token names a key that is not among them.</summary>
internal sealed class SigningKeys(Uri keySet, HttpClient http)
{
    private volatile JsonWebKeySet _known = new();

    /// <returns>Null if the pool has no such key.</returns>
    public async Task<SecurityKey?> FindAsync(string keyId, CancellationToken cancellationToken) =>
        Find(_known, keyId) ?? Find(_known = await FetchAsync(cancellationToken), keyId);

    private static JsonWebKey? Find(JsonWebKeySet keys, string keyId) => keys.Keys.FirstOrDefault(key => key.Kid == keyId);

    private async Task<JsonWebKeySet> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            return new JsonWebKeySet(await http.GetStringAsync(keySet, cancellationToken));
        }
        catch (Exception exception) when (exception is HttpRequestException or ArgumentException)
        {
            throw new RequestRejectedException(
                StatusCodes.Status500InternalServerError,
                "InternalFailure",
                $"The user pool's keys could not be fetched from {keySet}: check that the user pool is running.");
        }
    }
}
