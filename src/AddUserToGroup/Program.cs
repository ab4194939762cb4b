using AddUserToGroup;
using AddUserToGroup.AppSync;
using AddUserToGroup.Rules;
using AddUserToGroup.UserPool;
using Amazon.CognitoIdentityProvider;
using Amazon.Lambda.RuntimeSupport;

// The audit line is JSON wherever the function runs: by itself, not by how a deployment has set Lambda's log format.
Environment.SetEnvironmentVariable("AWS_LAMBDA_HANDLER_LOG_FORMAT", "JSON");

Function? function = null;
using var bootstrap = LambdaBootstrapBuilder
    .Create((input, context) => function!.HandleAsync(input, context.RemainingTime, context.Logger))
    // Made in here, so that what fails is reported to Lambda as an error of the init phase, with its sentence.
    .UseBootstrapHandler(() =>
    {
        function = Compose(Settings.Read(Environment.GetEnvironmentVariable));
        return Task.FromResult(true);
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

static Function Compose(Settings settings) => new(
    new Administrators(settings.UserPoolIssuer),
    settings.AssignableGroups,
    new CognitoUserGroups(new AmazonCognitoIdentityProviderClient(CognitoUserGroups.ClientConfig()), settings.UserPoolId),
    new LambdaJsonSerializer(),
    TimeProvider.System);
