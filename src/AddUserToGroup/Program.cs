using AddUserToGroup;
using AddUserToGroup.AppSync;
using AddUserToGroup.Cognito;
using AddUserToGroup.Rules;
using Amazon.CognitoIdentityProvider;
using Amazon.Lambda.RuntimeSupport;

// The audit line is JSON and is written wherever the function runs: by itself, not by how a deployment has set Lambda's log
// format and level. Where these two are set, AWS_LAMBDA_LOG_FORMAT and AWS_LAMBDA_LOG_LEVEL do not count.
Environment.SetEnvironmentVariable("AWS_LAMBDA_HANDLER_LOG_FORMAT", "JSON");
Environment.SetEnvironmentVariable("AWS_LAMBDA_HANDLER_LOG_LEVEL", "Information");
// The serializer's debug mode would write every event into the log, with the caller's token in it.
Environment.SetEnvironmentVariable("LAMBDA_NET_SERIALIZER_DEBUG", null);

Function? function = null;
using var connection = new CognitoConnection();
using var bootstrap = LambdaBootstrapBuilder
    .Create((input, context) => function!.HandleAsync(input, context.RemainingTime, context.Logger))
    // Made in here, so that what fails is reported to Lambda as an error of the init phase, with its sentence.
    .UseBootstrapHandler(async () =>
    {
        var settings = Settings.Read(Environment.GetEnvironmentVariable);
        var config = CognitoUserGroups.ClientConfig(connection);
        function = Compose(settings, config);
        await connection.OpenAsync(config);
        return true;
    })
    .Build();

try
{
    await bootstrap.RunAsync();
    return 0;
}
catch (InvalidSettingException)
{
    // Reported and logged by the bootstrap.
    return 1;
}

static Function Compose(Settings settings, AmazonCognitoIdentityProviderConfig config) => new(
    new PermittedMembership.Rules(new Administrators(new UserPoolIssuers(settings.UserPoolIssuer)), settings.AssignableGroups),
    new CognitoUserGroups(new AmazonCognitoIdentityProviderClient(config), settings.UserPoolId),
    new LambdaJsonSerializer(),
    TimeProvider.System);
