using System.Net;
using AddUserToGroup.Rules;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace AddUserToGroup.Cognito;

/// <summary>The wrapper around Cognito's client: AdminAddUserToGroup, and what each of its failures means to our caller.</summary>
internal sealed class CognitoUserGroups(IAmazonCognitoIdentityProvider cognito, string userPoolId) : IUserGroups
{
    /// <summary>
    /// Three attempts, and up to ten more, at once, where a connection breaks. Now and then the SDK takes one that timed out
    /// for broken, so that the deadline alone bounds them.
    /// </summary>
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
            // Waits no longer than the deadline, whatever the SDK is waiting for.
            var response = await cognito.AdminAddUserToGroupAsync(request, deadline).WaitAsync(deadline);
            return Read(membership, response.HttpStatusCode, response.ResponseMetadata.RequestId);
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
            return CognitoFailure.NoResponse(exception is HttpRequestException http ? $"{http.HttpRequestError}" : exception.GetType().Name);
        }
    }

    // The operation has no output, so that the SDK takes any HTTP 2xx for a success. Cognito's is 200, and names the request.
    private static MutationResult Read(PermittedMembership membership, HttpStatusCode status, string? requestId) =>
        (status, requestId) switch
        {
            (not HttpStatusCode.OK, _) => CognitoFailure.NoResponse($"HTTP {(int)status}, which is not Cognito's"),
            (_, null or "") => CognitoFailure.NoResponse("HTTP 200 without a request id, which is not Cognito's"),
            _ => MutationResult.Success(membership, requestId),
        };
}
