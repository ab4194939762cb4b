using System.Text.RegularExpressions;
using AddUserToGroup.DeploymentTests.Template.Evaluation;
using AddUserToGroup.Rules;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>The values that CloudFormation accepts. Pool and API become part of the roles' ARNs, where a wildcard would widen a right.</summary>
public sealed class ParameterTests
{
    [Theory]
    [InlineData("UserPoolId", "us-gov-west-1_a1B2c3D4e")]
    [InlineData("UserPoolId", "eusc-de-east-1_AbCdEf123")]
    [InlineData("GraphQLApiId", "7xkqzvd3kbgmhjwyt5c2pfaxqe")]
    [InlineData("AdministratorEmail", "alice.o'hara+admin@mail.example.co.uk")]
    [InlineData("AssignableGroups", "EDITORS Leser/innen,DE 読者")]
    [InlineData("PermissionsBoundaryArn", "arn:aws:iam::111122223333:policy/teams/Developers+1")]
    [InlineData("LogKeyArn", "arn:aws-cn:kms:cn-north-1:111122223333:key/mrk-1a2b3c4d11112222333344445555666a")]
    [InlineData("AlarmTopicArn", "arn:aws-us-gov:sns:us-gov-west-1:111122223333:on_call-1")]
    public void Accepts_a_real_value(string parameter, string value) => Assert.True(IsAccepted(parameter, value));

    [Theory]
    [InlineData("UserPoolId", "eu-central-1_AbCdEf123/*")]
    [InlineData("UserPoolId", "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbC")]
    [InlineData("GraphQLApiId", "*")]
    [InlineData("GraphQLApiId", "https://7xkqzvd3kb.appsync-api.eu-central-1.amazonaws.com/graphql")]
    [InlineData("AdministratorEmail", "alice@example.com bob@example.com")]
    [InlineData("AssignableGroups", " ")]
    [InlineData("PermissionsBoundaryArn", "arn:aws:iam::111122223333:role/Developers")]
    [InlineData("LogKeyArn", "arn:aws:kms:eu-central-1:111122223333:alias/logs")]
    [InlineData("AlarmTopicArn", "operators")]
    public void Rejects_a_malformed_value(string parameter, string value) => Assert.False(IsAccepted(parameter, value));

    /// <summary>The function stops at init if a name is longer than it accepts.</summary>
    [Fact]
    public void Accepts_groups_with_names_as_long_as_the_function_does()
    {
        var longest = new string('a', CognitoName.MaxLength);

        Assert.True(IsAccepted("AssignableGroups", $"{longest} {longest}"));
        Assert.False(IsAccepted("AssignableGroups", $"{longest}a EDITORS"));
        Assert.False(IsAccepted("AssignableGroups", $"EDITORS {longest}a"));
        Assert.Contains(
            $"at most {CognitoName.MaxLength} characters",
            Evaluator.Text(Scenario.Template.Section("Parameters")["AssignableGroups"]!["ConstraintDescription"]),
            StringComparison.Ordinal);
    }

    /// <summary>Without a sentence CloudFormation shows the regular expression.</summary>
    [Fact]
    public void Explains_every_pattern() => Assert.All(
        Scenario.Template.Section("Parameters").Where(parameter => parameter.Value!["AllowedPattern"] is not null),
        parameter => Assert.Matches(@"^must be .+\.$", Evaluator.Text(parameter.Value!["ConstraintDescription"])));

    // CloudFormation matches the whole value, whether or not the pattern has anchors.
    private static bool IsAccepted(string parameter, string value) => Regex.IsMatch(
        value, $@"\A(?:{Evaluator.Text(Scenario.Template.Section("Parameters")[parameter]!["AllowedPattern"])})\z");
}
