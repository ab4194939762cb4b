using AddUserToGroup.Rules;

namespace AddUserToGroup.Tests;

public sealed class SettingsTests
{
    [Theory]
    [InlineData(TestEvents.UserPoolId, TestEvents.Issuer)]
    [InlineData("us-east-1_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "http://localhost:9000/us-east-1_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("us_east_1_AbCdEf123", "https://localhost/us_east_1_AbCdEf123")]
    public void The_pool_and_its_issuer_are_read_as_they_are(string id, string issuer)
    {
        var settings = Read(id, issuer);

        Assert.Equal((id, issuer), (settings.UserPoolId, settings.UserPoolIssuer.OriginalString));
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("/var/task/amazon-roots.pem", "", false)]
    [InlineData("", "/etc/pki/tls/certs", false)]
    [InlineData("", null, false)]
    [InlineData(null, "", false)]
    [InlineData(null, null, false)]
    public void Empty_trust_variables_that_leave_no_certificate_to_trust_are_named(string? file, string? folder, bool isProblem) => Assert.Equal(
        isProblem ? "SSL_CERT_FILE and SSL_CERT_DIR must not both be empty: set them as template.yaml does, or unset them." : null,
        Problem(TestEvents.UserPoolId, TestEvents.Issuer, ("SSL_CERT_FILE", file), ("SSL_CERT_DIR", folder)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("us-east-1")]
    [InlineData("us-east-1_")]
    [InlineData("_AbCdEf123")]
    [InlineData("us east 1_AbCdEf123")]
    [InlineData("us-east-1_AbC-dEf123")]
    [InlineData("us-east-1_AbCdEf123\n")]
    [InlineData("us-east-1_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void A_missing_or_malformed_pool_id_is_named(string? id) => Assert.Equal(
        "USER_POOL_ID must be the id of the user pool, such as us-east-1_AbCdEf123.",
        Problem(id, $"https://cognito-idp.us-east-1.amazonaws.com/{id}"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool")]
    [InlineData("/us-east-1_LocalPool")]
    [InlineData("file:///us-east-1_LocalPool")]
    [InlineData("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_OtherPool")]
    [InlineData("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_localpool")]
    [InlineData("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool/")]
    [InlineData("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool ")]
    [InlineData(" https://cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool")]
    [InlineData("HTTPS://cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool")]
    [InlineData("https://cognito-idp.us-east-1.amazonaws.com/?/us-east-1_LocalPool")]
    [InlineData("https://cognito-idp.us-east-1.amazonaws.com/an-us-east-1_LocalPool")]
    public void A_missing_or_malformed_issuer_or_another_pools_is_named(string? issuer) => Assert.Equal(
        "USER_POOL_ISSUER must be the issuer URL of the pool in USER_POOL_ID, such as "
            + "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123.",
        Problem(TestEvents.UserPoolId, issuer));

    [Theory]
    [InlineData("http://localhost:8491", true)]
    [InlineData("https://cognito-idp.us-east-1.amazonaws.com/", true)]
    [InlineData("", true)]
    [InlineData("localhost:8491", false)]
    [InlineData("cognito.example.com", false)]
    [InlineData("ftp://cognito.example.com/", false)]
    [InlineData("http://", false)]
    public void An_endpoint_that_is_no_URL_is_named(string endpoint, bool isValid) => Assert.Equal(
        isValid ? null : "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER must be an http or https URL, or be unset to use Cognito's.",
        Problem(TestEvents.UserPoolId, TestEvents.Issuer, ("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", endpoint)));

    [Theory]
    [InlineData(null, "ANY", true)]
    [InlineData("", "ANY", true)]
    [InlineData("EDITORS", "EDITORS", true)]
    [InlineData("EDITORS  VIEWERS", "VIEWERS", true)]
    [InlineData(" EDITORS\tVIEWERS ", "EDITORS", true)]
    [InlineData("EDITORS VIEWERS", "ADMINS", false)]
    [InlineData("EDITORS,VIEWERS", "EDITORS", false)]
    public void Assignable_groups_are_separated_by_white_space(string? setting, string group, bool isAssignable) => Assert.Equal(
        isAssignable,
        Read(TestEvents.UserPoolId, TestEvents.Issuer, ("ASSIGNABLE_GROUPS", setting)).AssignableGroups?.Contains(group) ?? true);

    public static TheoryData<string> NoNames => [" ", "EDITORS \u0001", new string('a', CognitoName.MaxLength + 1)];

    [Theory]
    [MemberData(nameof(NoNames))]
    public void Assignable_groups_that_are_no_names_stop_the_function(string setting) => Assert.Equal(
        $"ASSIGNABLE_GROUPS must list group names of at most {CognitoName.MaxLength} characters, separated by spaces, or be unset to allow any group.",
        Problem(TestEvents.UserPoolId, TestEvents.Issuer, ("ASSIGNABLE_GROUPS", setting)));

    private static string? Problem(string? id, string? issuer, params (string Name, string? Value)[] others) =>
        (Record.Exception(() => Read(id, issuer, others)) as InvalidSettingException)?.Message;

    private static Settings Read(string? id, string? issuer, params (string Name, string? Value)[] others)
    {
        (string Name, string? Value)[] variables = [("USER_POOL_ID", id), ("USER_POOL_ISSUER", issuer), .. others];
        return Settings.Read(name => variables.SingleOrDefault(variable => variable.Name == name).Value);
    }
}
