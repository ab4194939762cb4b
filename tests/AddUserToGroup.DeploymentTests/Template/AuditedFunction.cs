using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AddUserToGroup.AppSync;
using AddUserToGroup.Cognito;
using AddUserToGroup.Shared.Contract;
using AddUserToGroup.Shared.Faults;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>The function in front of an endpoint that behaves as it is told, for the audit lines that it writes.</summary>
internal sealed class AuditedFunction : IAsyncDisposable
{
    private static readonly JsonObject Variables = JsonNode.Parse(Repository.ReadText("tests/sam-local.json"))!["Function"]!.AsObject();

    private readonly CognitoEndpoint _endpoint = new();
    private readonly CognitoConnection _connection = new();
    private readonly AmazonCognitoIdentityProviderClient _client;
    private readonly Function _function;

    private readonly TimeSpan _timeLeft;

    /// <param name="timeLeft">The time until Lambda would kill the function, which leaves half a second of it unused.</param>
    /// <param name="behaviours">For one attempt each; the last one for all others.</param>
    public AuditedFunction(TimeSpan timeLeft, params IReadOnlyList<Behaviour> behaviours)
    {
        _timeLeft = timeLeft;
        _endpoint.Enqueue(behaviours.SkipLast(1));
        _endpoint.Default = behaviours[^1];
        var config = CognitoUserGroups.ClientConfig(_connection);
        config.ServiceURL = _endpoint.Address.ToString();
        config.AuthenticationRegion = "us-east-1";
        _client = new(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), config);
        var settings = Settings.Read(name => (string?)Variables[name]);
        _function = new Function(settings, new CognitoUserGroups(_client, settings.UserPoolId), TimeProvider.System);
    }

    /// <summary>Whether Cognito would have received a request as a whole, and so may have added the user.</summary>
    public bool HasSentRequest => _endpoint.Requests.Count > 0;

    /// <returns>The audit line of an administrator's request to add Ann to a group.</returns>
    public async Task<JsonObject> AuditAsync(string groupName)
    {
        var request = JsonNode.Parse(Repository.ReadText("tests/events/allowed.json"))!;
        request["arguments"]!["groupName"] = groupName;
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(request.ToJsonString()));
        var logger = new RecordingLogger();
        try
        {
            await _function.HandleAsync(input, _timeLeft, logger);
        }
        catch (MutationFailedException)
        {
            // Thrown after the audit line is written, so that Lambda counts it.
        }

        return JsonSerializer.SerializeToNode(Assert.Single(logger.Lines).Members)!.AsObject();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _connection.Dispose();
        await _endpoint.DisposeAsync();
    }
}
