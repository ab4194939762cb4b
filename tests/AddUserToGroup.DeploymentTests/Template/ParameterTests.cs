using AddUserToGroup.DeploymentTests.Template.Evaluation;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>What CloudFormation refuses before it creates anything, and with which words.</summary>
public sealed class ParameterTests
{
    [Theory]
    [InlineData("UserPoolId", "eu-central-1_AbCdEf123")]
    [InlineData("UserPoolId", "us-gov-west-1_a1B2c3D4e")]
    [InlineData("UserPoolId", "ap-southeast-2_000000000")]
    [InlineData("UserPoolId", "eusc-de-east-1_AbCdEf123")]
    [InlineData("GraphQLApiId", "7xkqzvd3kbgmhjwyt5c2pfaxqe")]
    [InlineData("AdministratorEmail", "alice@example.com")]
    [InlineData("AdministratorEmail", "alice.o'hara+admin@mail.example.co.uk")]
    [InlineData("AssignableGroups", "EDITORS")]
    [InlineData("AssignableGroups", "EDITORS Leser/innen,DE 読者")]
    [InlineData("LogLevel", "DEBUG")]
    [InlineData("LogRetentionInDays", "3653")]
    [InlineData("MfaConfiguration", "ON")]
    [InlineData("LogKeyArn", "arn:aws:kms:eu-central-1:111122223333:key/1a2b3c4d-1111-2222-3333-444455556666")]
    [InlineData("LogKeyArn", "arn:aws-cn:kms:cn-north-1:111122223333:key/mrk-1a2b3c4d11112222333344445555666a")]
    [InlineData("AlarmTopicArn", "arn:aws:sns:us-east-1:111122223333:operators")]
    [InlineData("AlarmTopicArn", "arn:aws-us-gov:sns:us-gov-west-1:111122223333:on_call-1")]
    public void Takes_a_real_value(string parameter, string value) => Assert.Null(Record.Exception(() => Deploy((parameter, value))));

    [Theory]
    [InlineData("UserPoolId", "AbCdEf123", "must be the id of a user pool")]
    [InlineData("UserPoolId", "eu-central-1_", "must be the id of a user pool")]
    [InlineData("UserPoolId", "eu-central-1_AbCdEf123/*", "must be the id of a user pool")]
    [InlineData("UserPoolId", "eu-central-1:6b0a3d6e-7c1f-4b0e-9f0e-1a2b3c4d5e6f", "must be the id of a user pool")]
    [InlineData("UserPoolId", "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbC", "must be the id of a user pool")]
    [InlineData("GraphQLApiId", "7xkqzvd3kbgmhjwyt5c2pfaxq", "must be the 26 letters and digits")]
    [InlineData("GraphQLApiId", "*", "must be the 26 letters and digits")]
    [InlineData("GraphQLApiId", "https://7xkqzvd3kb.appsync-api.eu-central-1.amazonaws.com/graphql", "must be the 26 letters and digits")]
    [InlineData("AdministratorEmail", "alice", "must be an e-mail address")]
    [InlineData("AdministratorEmail", "alice@example.com bob@example.com", "must be an e-mail address")]
    [InlineData("AssignableGroups", " ", "must be group names")]
    [InlineData("LogKeyArn", "arn:aws:kms:eu-central-1:111122223333:alias/logs", "must be the ARN of a KMS key")]
    [InlineData("AlarmTopicArn", "operators", "must be the ARN of an SNS topic")]
    public void Refuses_a_malformed_value_with_a_sentence(string parameter, string value, string sentence)
    {
        var refusal = Assert.Throws<DeploymentRefusedException>(() => Deploy((parameter, value)));

        Assert.StartsWith($"Parameter {parameter} {sentence}", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Architecture", "arm")]
    [InlineData("LogLevel", "WARN")]
    [InlineData("MfaConfiguration", "OFF")]
    [InlineData("LogRetentionInDays", "1")]
    public void Refuses_a_value_that_is_not_on_offer(string parameter, string value) =>
        Assert.Throws<DeploymentRefusedException>(() => Deploy((parameter, value)));

    [Fact]
    public void Refuses_to_invite_an_administrator_into_an_existing_user_pool()
    {
        var refusal = Assert.Throws<DeploymentRefusedException>(
            () => Deploy(("UserPoolId", "eu-central-1_AbCdEf123"), ("AdministratorEmail", "alice@example.com")));

        Assert.Contains("add the first administrator to ADMINS yourself", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Otherwise CloudFormation quotes the regular expression instead.</summary>
    [Fact]
    public void Has_a_sentence_for_every_pattern() => Assert.All(
        Mode.Template.Section("Parameters").Where(parameter => parameter.Value!["AllowedPattern"] is not null),
        parameter => Assert.Matches(@"^must be .+\.$", Evaluator.Text(parameter.Value!["ConstraintDescription"])));

    [Fact]
    public void Shows_every_parameter_in_a_group() => Expect.Set(
        Mode.Template.Section("Parameters").Select(parameter => parameter.Key),
        Mode.Template.Section("Metadata")["AWS::CloudFormation::Interface"]!["ParameterGroups"]!.AsArray()
            .SelectMany(group => group!["Parameters"]!.AsArray().Select(Evaluator.Text)));

    private static Deployment Deploy(params (string Name, string Value)[] parameters) =>
        Mode.Template.Deploy(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value), Place.Europe);
}
