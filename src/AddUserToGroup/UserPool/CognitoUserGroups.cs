using AddUserToGroup.Rules;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace AddUserToGroup.UserPool;

/// <summary>The wrapper around Cognito's client: AdminAddUserToGroup, and what each of its failures means to our caller.</summary>
internal sealed class CognitoUserGroups(IAmazonCognitoIdentityProvider cognito, string userPoolId) : IUserGroups
{
    /// <summary>Three attempts, and up to ten more, at once, where a kept connection turns out to be dead.</summary>
    public static AmazonCognitoIdentityProviderConfig ClientConfig(HttpClientFactory connection) => new()
    {
        RetryMode = RequestRetryMode.Standard,
        MaxErrorRetry = 2,
        HttpClientFactory = connection,
    };

    public async Task<MutationResult> AddAsync(PermittedMembership membership, CancellationToken deadline)
    {
        var request = new AdminAddUserToGroupRequest
        {
            UserPoolId = userPoolId,
            Username = membership.UserId,
            GroupName = membership.GroupName,
        };
        try
        {
            // Waits no longer than the deadline, which the SDK does where an answer stalls behind its first line.
            var response = await cognito.AdminAddUserToGroupAsync(request, deadline).WaitAsync(deadline);
            // The operation has no output, so that the SDK takes any HTTP 200 for a success. Cognito always names the request.
            return response.ResponseMetadata.RequestId is { Length: > 0 } requestId
                ? new MutationResult(Outcome.Added, CognitoRequestId: requestId)
                : CognitoFailure.NoAnswer("HTTP 200 without a request id, which is not Cognito's");
        }
        catch (AmazonServiceException exception)
        {
            return CognitoFailure.Explain(exception, userPoolId);
        }
        catch (AmazonClientException exception)
        {
            return CognitoFailure.NoRequest(exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TimeoutException or OperationCanceledException)
        {
            return CognitoFailure.NoAnswer(exception is HttpRequestException http ? $"{http.HttpRequestError}" : exception.GetType().Name);
        }
    }
}
