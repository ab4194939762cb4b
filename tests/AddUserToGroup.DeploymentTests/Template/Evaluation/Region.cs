namespace AddUserToGroup.DeploymentTests.Template.Evaluation;

/// <summary>A Region, with what its partition decides.</summary>
internal sealed record Region(string Name, string Partition, string UrlSuffix)
{
    public static Region Frankfurt { get; } = new("eu-central-1", "aws", "amazonaws.com");

    public static Region SovereignCloud { get; } = new("eusc-de-east-1", "aws-eusc", "amazonaws.eu");

    public IEnumerable<KeyValuePair<string, string>> PseudoParameters { get; } =
    [
        new("AWS::Region", Name),
        new("AWS::Partition", Partition),
        new("AWS::URLSuffix", UrlSuffix),
        new("AWS::AccountId", "111122223333"),
        new("AWS::StackName", "add-user-to-group"),
    ];
}
