using AddUserToGroup.Rules;

namespace AddUserToGroup.Tests.Rules;

public sealed class UserPoolIssuersTests
{
    private const string Original = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool";
    private const string Updated = "https://issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool";

    [Theory]
    [InlineData(Original, Updated)]
    [InlineData(
        "https://cognito-idp.us-gov-west-1.amazonaws.com/us-gov-west-1_Pool", "https://issuer-cognito-idp.us-gov-west-1.amazonaws.com/us-gov-west-1_Pool")]
    [InlineData(
        "https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_Pool", "https://issuer-cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_Pool")]
    public void Contain_both_of_Cognitos_forms_whichever_is_configured(string original, string updated)
    {
        foreach (var configured in (string[])[original, updated])
        {
            Assert.True(Contains(configured, original));
            Assert.True(Contains(configured, updated));
        }
    }

    [Theory]
    [InlineData("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_OtherPool")]
    [InlineData("https://issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_OtherPool")]
    [InlineData("https://issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_localpool")]
    [InlineData("https://issuer-cognito-idp.us-west-2.amazonaws.com/us-east-1_LocalPool")]
    [InlineData("https://cognito-idp.us-west-2.amazonaws.com/us-east-1_LocalPool")]
    [InlineData("https://issuer-cognito-idp.us-east-1.amazonaws.com.cn/us-east-1_LocalPool")]
    [InlineData("https://issuer-cognito-idp.us-east-1.amazonaws.co/us-east-1_LocalPool")]
    [InlineData("http://issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool")]
    [InlineData("HTTPS://issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool")]
    [InlineData("https://ISSUER-cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool")]
    [InlineData("https://issuer-cognito-idp.us-east-1.amazonaws.com:443/us-east-1_LocalPool")]
    [InlineData("https://issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool/")]
    [InlineData("https://issuer-cognito-idp.us-east-1.amazonaws.com//us-east-1_LocalPool")]
    [InlineData("https://issuer-cognito-idp.us-east-1.amazonaws.com/x/us-east-1_LocalPool")]
    [InlineData("https://issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool?x")]
    [InlineData("https://issuer-cognito-idp.us-east-1.amazonaws.com./us-east-1_LocalPool")]
    [InlineData("https://x@issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool")]
    [InlineData("https://xissuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool")]
    [InlineData("https://issuer.cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool")]
    [InlineData("https://issuer-issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool")]
    [InlineData("https://issuer-cognito-idp.cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool")]
    [InlineData("https://cognito-idp.cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool")]
    [InlineData("https://issuer-cognito-idp-fips.us-east-1.amazonaws.com/us-east-1_LocalPool")]
    [InlineData("https://issuer-cognito-idp.us-east-1.amazonaws.com")]
    [InlineData("issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool")]
    [InlineData(" https://issuer-cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool")]
    [InlineData("")]
    public void Contain_nothing_that_is_only_nearly_one_of_the_two(string issuer)
    {
        Assert.False(Contains(Original, issuer));
        Assert.False(Contains(Updated, issuer));
    }

    [Theory]
    [InlineData("http://cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool")]
    [InlineData("https://cognito-idp.us-east-1.amazonaws.com:8443/us-east-1_LocalPool")]
    [InlineData("https://cognito-idp.us-east-1.amazonaws.com/x/us-east-1_LocalPool")]
    [InlineData("https://cognito-idp.us-east-1/us-east-1_LocalPool")]
    [InlineData("https://cognito-idp.localhost.example/us-east-1_LocalPool")]
    [InlineData("https://cognito-idp.zone-a.example/us-east-1_LocalPool")]
    [InlineData("https://cognito-idp.zone1.example/us-east-1_LocalPool")]
    [InlineData("https://cognito-idp.cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool")]
    [InlineData("https://cognito-idp-fips.us-east-1.amazonaws.com/us-east-1_LocalPool")]
    [InlineData("https://my-cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool")]
    public void Know_no_other_issuer_if_the_configured_one_has_another_form(string configured)
    {
        Assert.True(Contains(configured, configured));
        Assert.False(Contains(configured, configured.Replace("://", "://issuer-", StringComparison.Ordinal)));
        Assert.False(Contains(configured, Updated));
        var updated = configured.Replace("://", "://issuer-", StringComparison.Ordinal);
        Assert.False(Contains(updated, configured));
    }

    private static bool Contains(string configured, string issuer) => new UserPoolIssuers(new Uri(configured)).Contains(issuer);
}
