namespace AddUserToGroup.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void Hold_the_pool_and_its_issuer_as_they_are()
    {
        var settings = Read(("USER_POOL_ID", TestEvents.UserPoolId), ("USER_POOL_ISSUER", TestEvents.Issuer));

        Assert.Equal(TestEvents.UserPoolId, settings.UserPoolId);
        Assert.Equal(TestEvents.Issuer, settings.UserPoolIssuer.OriginalString);
    }

    [Fact]
    public void Take_a_pool_id_of_55_characters()
    {
        var id = "us-east-1_" + new string('a', 45);

        Assert.Equal(id, Read(("USER_POOL_ID", id), ("USER_POOL_ISSUER", $"http://localhost:9000/{id}")).UserPoolId);
    }

    [Fact]
    public void Take_a_pool_id_with_more_than_one_underscore() => Assert.Equal(
        "us_east_1_AbCdEf123",
        Read(("USER_POOL_ID", "us_east_1_AbCdEf123"), ("USER_POOL_ISSUER", "https://localhost/us_east_1_AbCdEf123")).UserPoolId);

    [Theory]
    [InlineData("http://localhost:8491", true)]
    [InlineData("https://cognito-idp.us-east-1.amazonaws.com/", true)]
    [InlineData("", true)]
    [InlineData("localhost:8491", false)]
    [InlineData("cognito.example.com", false)]
    [InlineData("ftp://cognito.example.com/", false)]
    [InlineData("http://", false)]
    public void Name_an_endpoint_that_is_no_URL(string endpoint, bool isGood)
    {
        var exception = Record.Exception(() => Read(
            ("USER_POOL_ID", TestEvents.UserPoolId),
            ("USER_POOL_ISSUER", TestEvents.Issuer),
            ("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", endpoint)));

        Assert.Equal(
            isGood
                ? null
                : "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER must be an http or https URL, or be unset to use Cognito's.",
            (exception as InvalidSettingException)?.Message);
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("/var/task/amazon-roots.pem", "", false)]
    [InlineData("", "/etc/pki/tls/certs", false)]
    [InlineData("", null, false)]
    [InlineData(null, "", false)]
    [InlineData(null, null, false)]
    public void Reject_empty_trust_variables_that_would_leave_no_certificate_to_trust(string? file, string? folder, bool rejected)
    {
        var exception = Record.Exception(() => Read(
            ("USER_POOL_ID", TestEvents.UserPoolId),
            ("USER_POOL_ISSUER", TestEvents.Issuer),
            ("SSL_CERT_FILE", file),
            ("SSL_CERT_DIR", folder)));

        Assert.Equal(
            rejected
                ? "SSL_CERT_FILE and SSL_CERT_DIR must not both be empty: set them as template.yaml does, or unset them."
                : null,
            (exception as InvalidSettingException)?.Message);
    }

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
    public void Name_a_missing_or_malformed_pool_id(string? id)
    {
        var exception = Assert.Throws<InvalidSettingException>(
            () => Read(("USER_POOL_ID", id), ("USER_POOL_ISSUER", $"https://cognito-idp.us-east-1.amazonaws.com/{id}")));

        Assert.Equal("USER_POOL_ID must be the id of the user pool, such as us-east-1_AbCdEf123.", exception.Message);
    }

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
    public void Name_a_missing_malformed_or_foreign_issuer(string? issuer)
    {
        var exception = Assert.Throws<InvalidSettingException>(
            () => Read(("USER_POOL_ID", TestEvents.UserPoolId), ("USER_POOL_ISSUER", issuer)));

        Assert.Equal(
            "USER_POOL_ISSUER must be the issuer URL of the pool in USER_POOL_ID, such as "
                + "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123.",
            exception.Message);
    }

    [Theory]
    [InlineData(null, "ANY", true)]
    [InlineData("", "ANY", true)]
    [InlineData("EDITORS", "EDITORS", true)]
    [InlineData("EDITORS  VIEWERS", "VIEWERS", true)]
    [InlineData(" EDITORS\tVIEWERS ", "EDITORS", true)]
    [InlineData("EDITORS VIEWERS", "ADMINS", false)]
    [InlineData("EDITORS,VIEWERS", "EDITORS", false)]
    public void Separate_assignable_groups_by_blanks(string? setting, string group, bool isAssignable)
    {
        var settings = Read(
            ("USER_POOL_ID", TestEvents.UserPoolId), ("USER_POOL_ISSUER", TestEvents.Issuer), ("ASSIGNABLE_GROUPS", setting));

        Assert.Equal(isAssignable, settings.AssignableGroups?.Contains(group) ?? true);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("EDITORS \u0001")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Stop_the_function_where_assignable_groups_are_no_names(string setting)
    {
        var exception = Assert.Throws<InvalidSettingException>(() => Read(
            ("USER_POOL_ID", TestEvents.UserPoolId), ("USER_POOL_ISSUER", TestEvents.Issuer), ("ASSIGNABLE_GROUPS", setting)));

        Assert.Equal(
            "ASSIGNABLE_GROUPS must list group names of at most 128 characters, separated by spaces, or be unset to allow any group.",
            exception.Message);
    }

    private static Settings Read(params (string Name, string? Value)[] variables) =>
        Settings.Read(name => variables.SingleOrDefault(variable => variable.Name == name).Value);
}
