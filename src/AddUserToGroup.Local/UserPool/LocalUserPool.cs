using System.Diagnostics.CodeAnalysis;

namespace AddUserToGroup.Local.UserPool;

/// <summary>A new user pool on this machine with the sample users in it.</summary>
internal sealed class LocalUserPool : IAsyncDisposable
{
    private readonly CognitoLocalProcess _process;

    private LocalUserPool(CognitoLocalProcess process) => _process = process;

    public UserPoolInfo Info => new()
    {
        Endpoint = _process.Endpoint,
        Id = UserPoolSettings.PoolId,
        ClientId = UserPoolSettings.ClientId,
        Issuer = UserPoolSettings.Issuer,
    };

    /// <summary>Completes when the pool's process has ended, with a sentence that says why.</summary>
    public Task<string> Failed => _process.Failed;

    /// <param name="port">0 for a free one.</param>
    /// <param name="servesContainers">Whether containers on this machine may call it as <c>host.docker.internal</c>.</param>
    /// <param name="output">Shows progress and what the pool writes; must be safe for several threads.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="LocalStackException">The pool does not start, or rejects the sample users.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The pool owns the process.")]
    public static async Task<LocalUserPool> StartAsync(
        int port, bool servesContainers, TextWriter output, CancellationToken cancellationToken)
    {
        await NodeInstallation.EnsureAsync(BuildPaths.UserPool, "The user pool", output, cancellationToken);
        var process = await CognitoLocalProcess.StartAsync(BuildPaths.UserPool, port, servesContainers, output, cancellationToken);
        try
        {
            using var cognito = new CognitoClient(process.Endpoint);
            await new SampleUserSeeder(cognito, UserPoolSettings.PoolId).SeedAsync(cancellationToken);
            return new(process);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
