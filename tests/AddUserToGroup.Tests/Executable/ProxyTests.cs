using AddUserToGroup.Shared.Faults;

namespace AddUserToGroup.Tests.Executable;

/// <summary>The executable with a proxy: an endpoint that records and responds as Cognito does.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData("NO_PROXY", null)]
    [InlineData("NO_PROXY", "internal.example")]
    [InlineData("no_proxy", "internal.example")]
    public async Task Cognito_is_called_through_the_proxy_and_the_Runtime_API_never(string name, string? value)
    {
        await using var proxy = new CognitoEndpoint();
        await using var function = await RunningFunction.StartAsync(settings:
        [
            ("HTTP_PROXY", proxy.Address.ToString()),
            (name, value),
            ("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", "http://cognito.example/"),
        ]);

        var posted = await function.InvokeAsync(TestEvents.Text("allowed"));

        Assert.Contains("\"data\"", posted.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["GET http://cognito.example/ HTTP/1.1", "POST http://cognito.example/ HTTP/1.1"],
            proxy.Requests.Select(request => request.Split("\r\n")[0]));
    }

    [Fact]
    public async Task Cognito_is_called_directly_if_the_settings_except_it()
    {
        await using var proxy = new CognitoEndpoint();
        await using var function = await RunningFunction.StartAsync(settings: [("HTTP_PROXY", proxy.Address.ToString()), ("NO_PROXY", "127.0.0.1")]);

        var posted = await function.InvokeAsync(TestEvents.Text("allowed"));

        Assert.Contains("\"data\"", posted.Text, StringComparison.Ordinal);
        Assert.Empty(proxy.Taken);
    }
}
