using Amazon.CognitoIdentityProvider.Internal;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CognitoIdentityProvider;

/// <summary>Signing, credentials, retries, timeouts and HTTP are those of AWSSDK.Core.</summary>
public class AmazonCognitoIdentityProviderClient : AmazonServiceClient, IAmazonCognitoIdentityProvider
{
    /// <summary>Uses the environment's credentials, which it looks up at the first call.</summary>
    public AmazonCognitoIdentityProviderClient(AmazonCognitoIdentityProviderConfig config)
        : base(config)
    {
    }

    public AmazonCognitoIdentityProviderClient(
        AWSCredentials credentials, AmazonCognitoIdentityProviderConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata { get; } = new AmazonCognitoIdentityProviderMetadata();

    public virtual Task<AdminAddUserToGroupResponse> AdminAddUserToGroupAsync(
        AdminAddUserToGroupRequest request, CancellationToken cancellationToken = default)
    {
        var options = new InvokeOptions
        {
            RequestMarshaller = new AdminAddUserToGroupRequestMarshaller(),
            ResponseUnmarshaller = new AdminAddUserToGroupResponseUnmarshaller(),
        };
        return InvokeAsync<AdminAddUserToGroupResponse>(request, options, cancellationToken);
    }

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new AmazonCognitoIdentityProviderEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new AmazonCognitoIdentityProviderAuthSchemeHandler());
    }
}
