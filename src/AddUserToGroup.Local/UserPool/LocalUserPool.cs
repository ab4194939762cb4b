using System.Diagnostics.CodeAnalysis;

namespace AddUserToGroup.Local.UserPool;

/// <summary>A user pool with the sample users in it: cognito-local, or whatever the options name in its place.</summary>
internal sealed class LocalUserPool : IAsyncDisposable
{
    public const string PoolId = "us-east-1_LocalPool";
    private static readonly Uri IssuerDomain = new("https://cognito-idp.us-east-1.amazonaws.com");
    private static readonly Uri UpdatedIssuerDomain = new("https://issuer-cognito-idp.us-east-1.amazonaws.com");

    private readonly CognitoLocalProcess? _process;

    private LocalUserPool(CognitoLocalProcess? process, UserPoolInfo info) => (_process, Info) = (process, info);

    public UserPoolInfo Info { get; }

    /// <summary>Ends when the pool's process has, with a sentence that says why; never for one that is elsewhere.</summary>
    public Task<string> Failed => _process?.Failed ?? new TaskCompletionSource<string>().Task;

    /// <exception cref="LocalStackException">It cannot be started, reached or filled.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The pool owns the process.")]
    public static async Task<LocalUserPool> StartAsync(LocalStackOptions options, CancellationToken cancellationToken)
    {
        if (options.ExternalUserPool is { } external)
        {
            return new(null, await SeedAsync(external, "the endpoint and USER_POOL_ID", cancellationToken));
        }

        await NodeInstallation.EnsureAsync(BuildPaths.UserPool, "The user pool", options.Output, cancellationToken);
        var issuer = Issuer(options.UserPoolIssuer);
        var data = DataFolder.Open(options.Data);
        CognitoLocalProcess process;
        try
        {
            PoolFiles.Prepare(data.Path, PoolId, issuer);
            process = await CognitoLocalProcess.StartAsync(
                BuildPaths.UserPool, options.UserPoolPort, issuer, data, options.Output, cancellationToken);
        }
        catch
        {
            data.Dispose();
            throw;
        }

        try
        {
            var pool = new ExternalUserPool(process.Endpoint, PoolId, issuer.ToString());
            return new(process, await SeedAsync(pool, data.IsKept ? $"what {data.Path} holds, or name another folder with --data" : "what it wrote above", cancellationToken));
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

    // Cognito's two forms; see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_IssuerConfigurationType.html
    private static Uri Issuer(string? chosen)
    {
        Uri[] forms = [new(IssuerDomain, PoolId), new(UpdatedIssuerDomain, PoolId)];
        return chosen is null
            ? forms[0]
            : forms.FirstOrDefault(form => form.ToString() == chosen)
                ?? throw new LocalStackException(
                    $"USER_POOL_ISSUER is {chosen}, which the local user pool does not have: unset it, or set it to {forms[0]} or {forms[1]}.");
    }

    private static async Task<UserPoolInfo> SeedAsync(ExternalUserPool pool, string whatToCheck, CancellationToken cancellationToken)
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
                $"The user pool at {pool.Endpoint} did not take the sample users ({exception.Message.TrimEnd('.')}): check {whatToCheck}.",
                exception);
        }
    }
}
