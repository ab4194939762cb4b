namespace AddUserToGroup.DeploymentTests.Template.Evaluation;

/// <summary>Where a template is deployed, for its pseudo parameters.</summary>
internal sealed record Place(string Region, string Partition, string UrlSuffix)
{
    public static Place Europe { get; } = new("eu-central-1", "aws", "amazonaws.com");

    public static Place SovereignEurope { get; } = new("eusc-de-east-1", "aws-eusc", "amazonaws.eu");

    public IEnumerable<KeyValuePair<string, string>> PseudoParameters { get; } =
    [
        new("AWS::Region", Region),
        new("AWS::Partition", Partition),
        new("AWS::URLSuffix", UrlSuffix),
        new("AWS::AccountId", "111122223333"),
        new("AWS::StackName", "add-user-to-group"),
    ];
}
