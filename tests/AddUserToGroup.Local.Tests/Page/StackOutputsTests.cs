using AddUserToGroup.Local.Page;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>What a deployed stack's outputs have to hold, and what is said where they do not.</summary>
public sealed class StackOutputsTests
{
    private const string Listed = """
        [
          {"OutputKey": "GraphQLUrl", "OutputValue": "https://abc.appsync-api.eu-west-1.amazonaws.com/graphql", "Description": "d"},
          {"OutputKey": "UserPoolId", "OutputValue": "eu-west-1_AbCdEf123"},
          {"OutputKey": "UserPoolClientId", "OutputValue": "1example23456789"},
          {"OutputKey": "Region", "OutputValue": "eu-west-1"},
          {"OutputKey": "FunctionName", "OutputValue": "f"}
        ]
        """;

    [Theory]
    [InlineData(Listed)]
    [InlineData($$"""{"Stacks": [{"StackName": "s", "Outputs": {{Listed}}}]}""")]
    public void Reads_what_either_command_prints(string json)
    {
        var settings = Settings(json);

        Assert.Equal("eu-west-1_AbCdEf123", settings.UserPoolId);
        Assert.Equal("1example23456789", settings.UserPoolClientId);
        Assert.Equal("https://abc.appsync-api.eu-west-1.amazonaws.com/graphql", settings.GraphQLUrl.ToString());
        Assert.Equal("https://cognito-idp.eu-west-1.amazonaws.com/", settings.UserPoolEndpoint.ToString());
    }

    [Fact]
    public void Finds_Cognito_in_China() => Assert.Equal(
        "https://cognito-idp.cn-north-1.amazonaws.com.cn/",
        Settings(Listed, ("Region", "cn-north-1")).UserPoolEndpoint.ToString());

    [Fact]
    public void Prefers_what_is_given_by_hand() =>
        Assert.Equal("another", Settings(Listed, ("UserPoolClientId", "another")).UserPoolClientId);

    [Theory]
    [InlineData("GraphQLUrl", "--graphql-url")]
    [InlineData("UserPoolId", "--user-pool-id")]
    [InlineData("UserPoolClientId", "--user-pool-client-id")]
    [InlineData("Region", "--region")]
    public void Names_the_output_that_is_missing(string name, string option) => Assert.Equal(
        $"There is no {name} among the stack's outputs: give it with {option}.",
        Complaint(() => Settings(Listed.Replace($"\"{name}\"", "\"Other\"", StringComparison.Ordinal))));

    [Theory]
    [InlineData("GraphQLUrl", "http://abc.example.com/graphql")]
    [InlineData("GraphQLUrl", "https://abc.example.com;script-src/graphql")]
    [InlineData("GraphQLUrl", "https://user@abc.example.com/graphql")]
    [InlineData("UserPoolId", "eu-west-1")]
    [InlineData("UserPoolClientId", "<client>")]
    [InlineData("Region", "eu-west-1.example.com/")]
    public void Names_the_output_that_is_malformed(string name, string value) => Assert.StartsWith(
        $"{name} is \"{value}\", which is not ", Complaint(() => Settings(Listed, (name, value))), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("Stack s does not exist")]
    [InlineData("""{"Stacks": 1}""")]
    [InlineData("""[{"Key": "Region"}]""")]
    [InlineData("[null]")]
    public void Says_how_to_print_the_outputs_where_it_is_given_something_else(string text) => Assert.Equal(
        "This is not the JSON of a stack's outputs: print them with sam list stack-outputs --stack-name <stack> --output json.",
        Complaint(() => StackOutputs.Parse(text)));

    [Theory]
    [InlineData("""{"Stacks": []}""")]
    [InlineData("""{"Stacks": [{"Outputs": []}, {"Outputs": []}]}""")]
    public void Takes_one_stack(string text) => Assert.Equal(
        "The JSON describes no stack, or several: name one with --stack-name.", Complaint(() => StackOutputs.Parse(text)));

    private static PageSettings Settings(string json, params (string Name, string Value)[] given) =>
        new StackOutputs(StackOutputs.Parse(json), given.ToDictionary(each => each.Name, each => each.Value)).ToSettings(null);

    private static string Complaint(Action action) => Assert.Throws<LocalStackException>(action).Message;
}
