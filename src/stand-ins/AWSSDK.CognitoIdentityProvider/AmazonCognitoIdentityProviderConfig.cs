using Amazon.CognitoIdentityProvider.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace Amazon.CognitoIdentityProvider;

public class AmazonCognitoIdentityProviderConfig : ClientConfig
{
    private const string Service = "Cognito Identity Provider";

    public AmazonCognitoIdentityProviderConfig()
        : base(new DefaultConfigurationProvider(AmazonCognitoIdentityProviderDefaultConfiguration.All()))
    {
        ServiceId = Service;
        AuthenticationServiceName = "cognito-idp";
        EndpointProvider = new AmazonCognitoIdentityProviderEndpointProvider();
    }

    public override string RegionEndpointServiceName => "cognito-idp";

    public override string ServiceVersion => "2016-04-18";

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString(Service, "4.0.9.0");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        var context = new RequestContext(false)
        {
            ClientConfig = this,
            OriginalRequest = parameters.Request,
            Request = new DefaultRequest(parameters.Request, Service)
            {
                AlternateEndpoint = parameters.AlternateEndpoint,
            },
        };
        return new AmazonCognitoIdentityProviderEndpointResolver()
            .GetEndpoint(new Runtime.Internal.ExecutionContext(context, null));
    }
}
