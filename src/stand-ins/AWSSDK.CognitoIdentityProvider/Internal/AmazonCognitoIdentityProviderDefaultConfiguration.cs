using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>https://docs.aws.amazon.com/sdkref/latest/guide/feature-smart-config-defaults.html</summary>
internal static class AmazonCognitoIdentityProviderDefaultConfiguration
{
    public static IDefaultConfiguration[] All() =>
    [
        Mode(DefaultConfigurationMode.Standard, milliseconds: 3100),
        Mode(DefaultConfigurationMode.InRegion, milliseconds: 1100),
        Mode(DefaultConfigurationMode.CrossRegion, milliseconds: 3100),
        Mode(DefaultConfigurationMode.Mobile, milliseconds: 30000),
        Mode(DefaultConfigurationMode.Auto, milliseconds: 1100),
    ];

    private static DefaultConfiguration Mode(DefaultConfigurationMode name, int milliseconds) => new()
    {
        Name = name,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = TimeSpan.FromMilliseconds(milliseconds),
        TlsNegotiationTimeout = TimeSpan.FromMilliseconds(milliseconds),
    };
}
