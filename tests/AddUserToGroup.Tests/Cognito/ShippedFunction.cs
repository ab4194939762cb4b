using System.Text;
using AddUserToGroup.AppSync;
using AddUserToGroup.Cognito;
using AddUserToGroup.Shared.Contract;
using Amazon.CognitoIdentityProvider;
using Microsoft.Extensions.Time.Testing;

namespace AddUserToGroup.Tests.Cognito;

/// <summary>The function, the wrapper and the SDK's client, put together as they ship, on a clock that a test moves.</summary>
internal sealed class ShippedFunction : IDisposable
{
    public static readonly TimeSpan TimeLeft = TimeSpan.FromSeconds(10);

    private readonly RecordingLogger _logger = new();
    private readonly CognitoConnection _connection;
    private readonly AmazonCognitoIdentityProviderClient _client;
    private readonly Function _function;

    public ShippedFunction(Uri endpoint)
    {
        _connection = new CognitoConnection(ShippedClient.NoTimeout);
        _client = ShippedClient.Create(endpoint, _connection);
        _function = new Function(TestEvents.Settings(), new CognitoUserGroups(_client, TestEvents.UserPoolId), Time);
    }

    public FakeTimeProvider Time { get; } = new();

    /// <summary>What the invocation ended in: its answer, or the message of what it threw; and its only log line.</summary>
    public async Task<(string Response, RecordedLine Line)> InvokeAsync(string json)
    {
        var lines = _logger.Lines.Count;
        string response;
        try
        {
            using var reader = new StreamReader(
                await _function.HandleAsync(TestEvents.Stream(json), TimeLeft, _logger), Encoding.UTF8);
            response = await reader.ReadToEndAsync();
        }
        catch (MutationFailedException exception)
        {
            response = exception.Message;
        }

        return (response, Assert.Single(_logger.Lines.Skip(lines)));
    }

    public void Dispose()
    {
        _client.Dispose();
        _connection.Dispose();
    }
}
