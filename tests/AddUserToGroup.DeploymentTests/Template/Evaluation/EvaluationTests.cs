namespace AddUserToGroup.DeploymentTests.Template.Evaluation;

/// <summary>The evaluator itself, on templates of a few lines: what it does not know must never pass for what is right.</summary>
public sealed class EvaluationTests
{
    private const string Head =
        """
        Parameters:
          Name: { Type: String, Default: "" }
        Conditions:
          IsNamed: !Not [!Equals [!Ref Name, ""]]
          IsAnn: !And [!Condition IsNamed, !Or [!Equals [!Ref Name, Ann], !Equals [!Ref Name, ann]]]
        Resources:
          Pool: { Type: Pool, Properties: {} }
          Extra: { Type: Extra, Condition: IsNamed, Properties: {} }
          Tested:
            Type: Tested
            Properties:
              Value:
        """;

    [Theory]
    [InlineData("!Ref Name", "\"Ann\"")]
    [InlineData("{ Ref: Name }", "\"Ann\"")]
    [InlineData("!Ref Pool", "\"<Pool>\"")]
    [InlineData("!Ref Extra", "\"<Extra>\"")]
    [InlineData("!GetAtt Pool.Endpoint.Port", "\"<Pool.Endpoint.Port>\"")]
    [InlineData("{ Fn::GetAtt: [Pool, Arn] }", "\"<Pool.Arn>\"")]
    [InlineData("!Sub 'arn:${AWS::Partition}:${Pool.Arn}/${Pool}/${!Literal}/${Name}'", "\"arn:aws:<Pool.Arn>/<Pool>/${Literal}/Ann\"")]
    [InlineData("!Sub ['${Given}/${Name}', { Given: !Ref Pool, Name: Own }]", "\"<Pool>/Own\"")]
    [InlineData("!If [IsNamed, !Ref Name, !Ref Nothing]", "\"Ann\"")]
    [InlineData("!If [IsAnn, yes, no]", "\"yes\"")]
    [InlineData("[a, !Ref AWS::NoValue, 10, true]", """["a", "10", "true"]""")]
    [InlineData("{ Kept: 1, Dropped: !Ref AWS::NoValue, Condition: { A: b } }", """{ "Kept": "1", "Condition": { "A": "b" } }""")]
    public void Evaluates_an_expression(string expression, string expected) =>
        Expect.Json(expected, Deploy(expression, "Ann").Properties("Tested")["Value"]);

    [Theory]
    [InlineData("!Ref Extra")]
    [InlineData("!GetAtt Extra.Arn")]
    [InlineData("!Sub '${Extra}'")]
    [InlineData("!Sub '${Extra.Arn}'")]
    [InlineData("!Ref Nothing")]
    [InlineData("!Ref AWS::Nothing")]
    [InlineData("!If [IsNobody, a, b]")]
    [InlineData("!If [IsNamed, a]")]
    [InlineData("!GetAtt Pool")]
    [InlineData("!Ref Tested")]
    [InlineData("!Join ['', [a, b]]")]
    [InlineData("!Base64 text")]
    [InlineData("{ Fn::Length: [a] }")]
    [InlineData("{ Ref: Name, Other: 1 }")]
    public void Rejects_what_is_not_there_or_not_known(string expression) =>
        Assert.Throws<TemplateException>(() => Deploy(expression, ""));

    [Theory]
    [InlineData("DependsOn: Extra")]
    [InlineData("DependsOn: [Pool, Nothing]")]
    [InlineData("CreationPolicy: {}")]
    public void Rejects_attributes_that_name_what_is_not_there(string attribute) =>
        Assert.Throws<TemplateException>(() => Deploy($"a\n    {attribute}", ""));

    [Fact]
    public void Follows_one_resource_to_another_through_a_third()
    {
        var deployment = Deploy("!Ref Pool\n  Last:\n    Type: Last\n    DependsOn: Tested\n    Properties: {}", "");

        Assert.True(deployment.Follows("Last", "Pool"));
        Assert.False(deployment.Follows("Pool", "Last"));
    }

    private static Deployment Deploy(string expression, string name) => CloudFormationTemplate.Read($"{Head} {expression}\n")
        .Deploy(new Dictionary<string, string> { ["Name"] = name }, Place.Europe);
}
