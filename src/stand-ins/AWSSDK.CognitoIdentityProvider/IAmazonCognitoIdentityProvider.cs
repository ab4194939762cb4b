using System.Diagnostics.CodeAnalysis;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

[SuppressMessage("Design", "CA1033", Justification = "As generated clients do it.")]
public interface IAmazonCognitoIdentityProvider : IAmazonService, IDisposable
{
    /// <summary>Adds a user to a group. Succeeds if the user is in the group already.</summary>
    /// <exception cref="InternalErrorException">Cognito failed.</exception>
    /// <exception cref="InvalidParameterException">Cognito does not accept one of the values.</exception>
    /// <exception cref="NotAuthorizedException">The caller is not authorized.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such group or user pool.</exception>
    /// <exception cref="TooManyRequestsException">Cognito's request rate is exceeded.</exception>
    /// <exception cref="UserNotFoundException">There is no such user.</exception>
    Task<AdminAddUserToGroupResponse> AdminAddUserToGroupAsync(
        AdminAddUserToGroupRequest request, CancellationToken cancellationToken = default);

    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(AmazonCognitoIdentityProviderConfig))]
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCognitoIdentityProviderConfig();

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "As IAmazonService says: this client trims.")]
    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials? awsCredentials, ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonCognitoIdentityProviderConfig config)
        {
            throw new AmazonClientException(
                "ClientConfig is not of type AmazonCognitoIdentityProviderConfig "
                + "to create AmazonCognitoIdentityProviderClient");
        }

        return awsCredentials is null
            ? new AmazonCognitoIdentityProviderClient(config)
            : new AmazonCognitoIdentityProviderClient(awsCredentials, config);
    }
}
