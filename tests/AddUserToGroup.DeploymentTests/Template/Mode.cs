using AddUserToGroup.DeploymentTests.Template.Evaluation;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>One of the ways to deploy template.yaml: what is there already, and who is invited.</summary>
internal sealed record Mode(string Name, bool CreatesUserPool, bool CreatesApi, bool InvitesAdministrator, Place Place)
{
    public const string ExistingApiId = "abcdefghijklmnopqrstuvwxy7";

    public static CloudFormationTemplate Template { get; } = CloudFormationTemplate.Read(Repository.ReadText("template.yaml"));

    public static IReadOnlyList<Mode> All { get; } =
    [
        new("everything new", true, true, false, Place.Europe),
        new("existing user pool", false, true, false, Place.Europe),
        new("existing API", true, false, false, Place.Europe),
        new("existing user pool and API", false, false, false, Place.Europe),
        new("first administrator", true, true, true, Place.Europe),
        new("first administrator, existing API", true, false, true, Place.Europe),
        new("existing user pool and API in another partition", false, false, false, Place.SovereignEurope),
    ];

    public string UserPoolId => CreatesUserPool ? "<UserPool>" : ExistingUserPoolId;

    public string UserPoolIssuer => CreatesUserPool
        ? "<UserPool.ProviderURL>"
        : $"https://cognito-idp.{Place.Region}.{Place.UrlSuffix}/{ExistingUserPoolId}";

    public string UserPoolArn => CreatesUserPool
        ? "<UserPool.Arn>"
        : $"arn:{Place.Partition}:cognito-idp:{Place.Region}:111122223333:userpool/{ExistingUserPoolId}";

    public string ApiId => CreatesApi ? "<GraphQLApi.ApiId>" : ExistingApiId;

    /// <summary>What an operator enters; where that is nothing, the template's default holds.</summary>
    public Dictionary<string, string> Parameters => new(
        new (bool Given, string Name, string Value)[]
        {
            (!CreatesUserPool, "UserPoolId", ExistingUserPoolId),
            (!CreatesApi, "GraphQLApiId", ExistingApiId),
            (InvitesAdministrator, "AdministratorEmail", "alice@example.com"),
        }
        .Where(parameter => parameter.Given)
        .Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)));

    private string ExistingUserPoolId => $"{Place.Region}_AbCdEf123";

    public static Mode Named(string name) => All.Single(mode => mode.Name == name);

    /// <param name="further">Parameters beyond those of the mode.</param>
    public Deployment Deploy(params (string Name, string Value)[] further) => Deploy(Template, further);

    public Deployment Deploy(CloudFormationTemplate template, params (string Name, string Value)[] further) => template.Deploy(
        Parameters.Concat(further.Select(it => KeyValuePair.Create(it.Name, it.Value))).ToDictionary(), Place);
}
