using System.Text;
using AddUserToGroup.AppSync;
using AddUserToGroup.Shared.Contract;
using Microsoft.Extensions.Time.Testing;

namespace AddUserToGroup.Tests.Cognito;

/// <summary>The function with the wrapper and the SDK's client, composed as it ships, on a fake clock.</summary>
internal sealed class ShippedFunction : IDisposable
{
    public static readonly TimeSpan TimeLeft = TimeSpan.FromSeconds(10);

    private readonly RecordingLogger _logger = new();
    private readonly ShippedClient _client;
    private readonly Function _function;

    /// <inheritdoc cref="ShippedClient(Uri, TimeSpan?, Amazon.Runtime.AWSCredentials?, int?)"/>
    public ShippedFunction(Uri endpoint, TimeSpan? attemptTimeout = null)
    {
        _client = new ShippedClient(endpoint, attemptTimeout);
        _function = new Function(TestEvents.Settings(), _client.UserGroups, Time);
    }

    public FakeTimeProvider Time { get; } = new();

    /// <summary>Returns the response, or the message of the exception, and the members of the only log line.</summary>
    public async Task<(string Response, IReadOnlyDictionary<string, object?> Line)> InvokeAsync(string json)
    {
        _logger.Lines.Clear();
        string response;
        try
        {
            using var reader = new StreamReader(await _function.HandleAsync(TestEvents.Stream(json), TimeLeft, _logger), Encoding.UTF8);
            response = await reader.ReadToEndAsync();
        }
        catch (MutationFailedException exception)
        {
            response = exception.Message;
        }

        return (response, Assert.Single(_logger.Lines).Members);
    }

    public void Dispose() => _client.Dispose();
}
