using AddUserToGroup.DeploymentTests.Template.Evaluation;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>A deployment of template.yaml: what exists already, and where.</summary>
internal sealed record Scenario(bool CreatesUserPool, bool CreatesApi, bool InvitesAdministrator, Region Region)
{
    private const string ExistingApiId = "abcdefghijklmnopqrstuvwxy7";

    public static CloudFormationTemplate Template { get; } = CloudFormationTemplate.Read(Repository.ReadText("template.yaml"));

    public static Scenario EverythingNew { get; } = new(true, true, true, Region.Frankfurt);

    public static Scenario NothingNew { get; } = new(false, false, false, Region.Frankfurt);

    public static IReadOnlyList<Scenario> All { get; } =
    [
        EverythingNew,
        NothingNew,
        EverythingNew with { InvitesAdministrator = false },
        EverythingNew with { CreatesApi = false },
        NothingNew with { CreatesApi = true },
        NothingNew with { Region = Region.SovereignCloud },
    ];

    public string UserPoolId => CreatesUserPool ? "<UserPool>" : ExistingUserPoolId;

    public string UserPoolIssuer =>
        CreatesUserPool ? "<UserPool.ProviderURL>" : $"https://cognito-idp.{Region.Name}.{Region.UrlSuffix}/{ExistingUserPoolId}";

    public string UserPoolArn =>
        CreatesUserPool ? "<UserPool.Arn>" : $"arn:{Region.Partition}:cognito-idp:{Region.Name}:111122223333:userpool/{ExistingUserPoolId}";

    public string ApiId => CreatesApi ? "<GraphQLApi.ApiId>" : ExistingApiId;

    public IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["UserPoolId"] = CreatesUserPool ? "" : ExistingUserPoolId,
        ["GraphQLApiId"] = CreatesApi ? "" : ExistingApiId,
        ["AdministratorEmail"] = InvitesAdministrator ? "alice@example.com" : "",
    };

    private string ExistingUserPoolId => $"{Region.Name}_AbCdEf123";

    public Deployment Deploy(params (string Name, string Value)[] further) => Deploy(Template, further);

    public Deployment Deploy(CloudFormationTemplate template, params (string Name, string Value)[] further) => template.Deploy(
        Parameters.Concat(further.Select(it => KeyValuePair.Create(it.Name, it.Value))).ToDictionary(), Region);
}
