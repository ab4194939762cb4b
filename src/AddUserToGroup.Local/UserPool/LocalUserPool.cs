using System.Diagnostics.CodeAnalysis;

namespace AddUserToGroup.Local.UserPool;

/// <summary>A user pool with the sample users in it: cognito-local, or whatever the options name in its place.</summary>
internal sealed class LocalUserPool : IAsyncDisposable
{
    public const string PoolId = "us-east-1_LocalPool";
    private static readonly Uri IssuerDomain = new("https://cognito-idp.us-east-1.amazonaws.com");

    private readonly CognitoLocalProcess? _process;

    private LocalUserPool(CognitoLocalProcess? process, UserPoolInfo info) => (_process, Info) = (process, info);

    public UserPoolInfo Info { get; }

    /// <exception cref="LocalStackException">It cannot be started, reached or filled.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The pool owns the process.")]
    public static async Task<LocalUserPool> StartAsync(LocalStackOptions options, CancellationToken cancellationToken)
    {
        if (options.ExternalUserPool is { } external)
        {
            return new(null, await SeedAsync(external, cancellationToken));
        }

        await NodeInstallation.EnsureAsync(BuildPaths.UserPool, "The user pool", options.Output, cancellationToken);
        var data = options.Data is { } folder ? DataFolder.Keep(folder) : DataFolder.Make();
        var process = await CognitoLocalProcess.StartAsync(
            BuildPaths.UserPool, options.UserPoolPort, PoolId, IssuerDomain, data, options.Output, cancellationToken);
        try
        {
            return new(process, await SeedAsync(new(process.Endpoint, PoolId, null), cancellationToken));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private static async Task<UserPoolInfo> SeedAsync(ExternalUserPool pool, CancellationToken cancellationToken)
    {
        using var cognito = new CognitoClient(pool.Endpoint);
        try
        {
            var id = pool.Id ?? await UserPoolSeeder.CreatePoolAsync(cognito, cancellationToken);
            return new()
            {
                Endpoint = pool.Endpoint,
                Id = id,
                ClientId = await new UserPoolSeeder(cognito, id).SeedAsync(cancellationToken),
                Issuer = pool.Issuer ?? new Uri(IssuerDomain, id).ToString(),
            };
        }
        catch (Exception exception) when (exception is CognitoException or HttpRequestException)
        {
            throw new LocalStackException(
                $"The user pool at {pool.Endpoint} did not take the sample users ({exception.Message}): check the endpoint and USER_POOL_ID.",
                exception);
        }
    }
}
