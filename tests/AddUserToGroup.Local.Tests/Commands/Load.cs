using System.Collections.Concurrent;
using AddUserToGroup.Local.Commands;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.Commands;

/// <summary>Several clients who have one user added to group after group, all at once.</summary>
/// <param name="groups">Each is to be added once.</param>
internal sealed class Load(IEnumerable<string> groups)
{
    private const int Clients = 4;

    private readonly ConcurrentQueue<string> _waiting = new(groups);
    private readonly ConcurrentQueue<string> _acknowledged = new();
    private readonly ConcurrentQueue<string> _failures = new();

    /// <summary>The groups of which the API said that the user is in them now.</summary>
    public IReadOnlyCollection<string> Acknowledged => _acknowledged;

    /// <summary>The error types of the other answers; "no answer" where there was none.</summary>
    public IReadOnlyCollection<string> Failures => _failures;

    /// <param name="endpoint">Of the GraphQL API.</param>
    /// <param name="token">An administrator's.</param>
    /// <param name="givesUp">Whether a client stops at its first failure; otherwise it tries again.</param>
    /// <param name="count">How many acknowledgements there have to be before <paramref name="atCount"/> is done, once.</param>
    /// <param name="atCount">Done while the clients go on.</param>
    public async Task RunAsync(Uri endpoint, string token, bool givesUp = false, int count = 0, Action? atCount = null)
    {
        using var api = new GraphQLClient(endpoint);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => CallAsync()));

        async Task CallAsync()
        {
            while (_waiting.TryDequeue(out var group))
            {
                if (await AddAsync(api, token, group) is not { } failure)
                {
                    _acknowledged.Enqueue(group);
                    if (_acknowledged.Count >= count)
                    {
                        Interlocked.Exchange(ref atCount, null)?.Invoke();
                    }

                    continue;
                }

                _failures.Enqueue(failure);
                _waiting.Enqueue(group);
                if (givesUp)
                {
                    return;
                }
            }
        }
    }

    private static async Task<string?> AddAsync(GraphQLClient api, string token, string group)
    {
        try
        {
            var (_, body) = await api.AddUserToGroupAsync(token, SampleUsers.Ann, group, CancellationToken.None);
            return body["errors"] is { } errors
                ? (string?)errors[0]!["errorType"]
                : (string?)body["data"]!["addUserToGroup"]!["groupName"] == group ? null : "another group";
        }
        catch (HttpRequestException)
        {
            return "no answer";
        }
    }
}
