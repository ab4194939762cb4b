using Amazon;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace AddUserToGroup.Tests.StandIns;

[Collection(ProcessWideState.Name)]
public sealed class CognitoEndpointTests
{
    private static readonly Dictionary<string, string?> NoEndpoint = new()
    {
        ["AWS_ENDPOINT_URL"] = null,
        ["AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER"] = null,
        ["AWS_REGION"] = "eu-west-1",
        ["AWS_ACCESS_KEY_ID"] = CognitoServer.AccessKey,
        ["AWS_SECRET_ACCESS_KEY"] = CognitoServer.SecretKey,
        ["AWS_SESSION_TOKEN"] = null,
    };

    [Theory]
    [InlineData("eu-west-1", false, false, "https://cognito-idp.eu-west-1.amazonaws.com/")]
    [InlineData("eu-west-1", false, true, "https://cognito-idp.eu-west-1.amazonaws.com/")]
    [InlineData("us-east-1", true, false, "https://cognito-idp-fips.us-east-1.amazonaws.com/")]
    [InlineData("us-west-2", true, true, "https://cognito-idp-fips.us-west-2.amazonaws.com/")]
    [InlineData("ca-central-1", true, true, "https://cognito-idp-fips.ca-central-1.api.aws/")]
    [InlineData("us-gov-west-1", true, false, "https://cognito-idp-fips.us-gov-west-1.amazonaws.com/")]
    [InlineData("us-gov-west-1", false, true, "https://cognito-idp.us-gov-west-1.api.aws/")]
    [InlineData("cn-north-1", false, false, "https://cognito-idp.cn-north-1.amazonaws.com.cn/")]
    [InlineData("cn-north-1", false, true, "https://cognito-idp.cn-north-1.api.amazonwebservices.com.cn/")]
    public void The_endpoint_follows_from_the_region(string region, bool fips, bool dualStack, string endpoint)
    {
        using var environment = new EnvironmentScope(NoEndpoint);
        var config = new AmazonCognitoIdentityProviderConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        };

        var resolved =
            config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(CognitoServer.Request));

        Assert.Equal(endpoint, resolved.URL);
    }

    [Theory]
    [InlineData(true, false, "Invalid Configuration: FIPS and custom endpoint are not supported")]
    [InlineData(false, true, "Invalid Configuration: Dualstack and custom endpoint are not supported")]
    public async Task An_endpoint_of_ones_own_goes_with_neither_FIPS_nor_dual_stack(
        bool fips, bool dualStack, string message)
    {
        await using var cognito = await CognitoServer.StartAsync();
        using var client =
            cognito.Client(config => (config.UseFIPSEndpoint, config.UseDualstackEndpoint) = (fips, dualStack));

        var exception = await Assert.ThrowsAsync<AmazonClientException>(
            () => client.AdminAddUserToGroupAsync(CognitoServer.Request));

        Assert.Equal(message, exception.Message);
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER")]
    [InlineData("AWS_ENDPOINT_URL")]
    public async Task The_endpoint_the_region_and_the_credentials_can_come_from_the_environment(string variable)
    {
        await using var cognito = await CognitoServer.StartAsync();
        using var environment = new EnvironmentScope([.. NoEndpoint, new(variable, cognito.Address.ToString())]);
        using var client = new AmazonCognitoIdentityProviderClient(new AmazonCognitoIdentityProviderConfig());

        await client.AdminAddUserToGroupAsync(CognitoServer.Request);

        var request = Assert.Single(cognito.Received);
        var signature = SignatureVersion4.Of(request);
        Assert.EndsWith("/eu-west-1/cognito-idp/aws4_request", signature.Scope, StringComparison.Ordinal);
        Assert.Equal(signature.Recompute(request, CognitoServer.SecretKey), signature.Signature);
    }

    [Fact]
    public void Configured_endpoints_can_be_ignored()
    {
        using var environment = new EnvironmentScope([.. NoEndpoint, new("AWS_ENDPOINT_URL", "http://127.0.0.1:1")]);

        var resolved = new AmazonCognitoIdentityProviderConfig { IgnoreConfiguredEndpointUrls = true }
            .DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(CognitoServer.Request));

        Assert.Equal("https://cognito-idp.eu-west-1.amazonaws.com/", resolved.URL);
    }
}
