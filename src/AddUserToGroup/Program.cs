using AddUserToGroup;
using AddUserToGroup.Cognito;
using Amazon.CognitoIdentityProvider;
using Amazon.Lambda.RuntimeSupport;

// The log is JSON from level Information on, whatever a deployment configures: these two take precedence over
// AWS_LAMBDA_LOG_FORMAT and AWS_LAMBDA_LOG_LEVEL.
Environment.SetEnvironmentVariable("AWS_LAMBDA_HANDLER_LOG_FORMAT", "JSON");
Environment.SetEnvironmentVariable("AWS_LAMBDA_HANDLER_LOG_LEVEL", "Information");
// The serializer's debug mode would log every event, including the caller's token.
Environment.SetEnvironmentVariable("LAMBDA_NET_SERIALIZER_DEBUG", null);
// Before September 2026, Amazon.Lambda.RuntimeSupport sent its requests to the Runtime API through HTTP_PROXY, where nothing
// answers them. .NET reads NO_PROXY only if the lower-case name is not set.
var noProxy = Environment.GetEnvironmentVariable("no_proxy") ?? Environment.GetEnvironmentVariable("NO_PROXY");
var runtimeApi = Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")?.Split(':')[0];
Environment.SetEnvironmentVariable("no_proxy", $"{noProxy},{runtimeApi}");

// The SDK would use an empty endpoint as the URL. `sam local` sets the variable to empty if it has no value.
if (Environment.GetEnvironmentVariable(Settings.Endpoint) is "")
{
    Environment.SetEnvironmentVariable(Settings.Endpoint, null);
}

Function? function = null;
using var connection = new CognitoConnection();
using var bootstrap = LambdaBootstrapBuilder
    .Create((input, context) => function!.HandleAsync(input, context.RemainingTime, context.Logger))
    // Composed in the bootstrap, so that it reports a failure to Lambda as an init error with its message.
    .UseBootstrapHandler(async () =>
    {
        var settings = Settings.Read(Environment.GetEnvironmentVariable);
        var config = CognitoUserGroups.ClientConfig(connection);
        var client = new AmazonCognitoIdentityProviderClient(config);
        function = new Function(settings, new CognitoUserGroups(client, settings.UserPoolId), TimeProvider.System);
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
    // The bootstrap has reported and logged it.
    return 1;
}
