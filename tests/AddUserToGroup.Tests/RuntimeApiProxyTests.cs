namespace AddUserToGroup.Tests;

public sealed class RuntimeApiProxyTests
{
    [Theory]
    [InlineData("127.0.0.1:9001", null, null, "127.0.0.1")]
    [InlineData("127.0.0.1:9001", "", ".example.com", "127.0.0.1")]
    [InlineData("127.0.0.1:9001", null, ".example.com", ".example.com,127.0.0.1")]
    [InlineData("127.0.0.1:9001", "internal", ".example.com", "internal,127.0.0.1")]
    [InlineData(null, "internal", null, "internal")]
    public void Adds_the_Runtime_API_to_the_hosts_without_a_proxy(string? runtimeApi, string? lower, string? upper, string expected)
    {
        var variables = new Dictionary<string, string?>
        {
            ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
            ["no_proxy"] = lower,
            ["NO_PROXY"] = upper,
        };

        RuntimeApiProxy.Bypass(variables.GetValueOrDefault, (name, value) => variables[name] = value);

        Assert.Equal((expected, upper), (variables["no_proxy"], variables["NO_PROXY"]));
    }
}
