using System.Net;
using AddUserToGroup.Results;
using AddUserToGroup.Rules;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace AddUserToGroup.Cognito;

/// <summary>The wrapper around Cognito's client: calls AdminAddUserToGroup and translates its failures.</summary>
internal sealed class CognitoUserGroups(IAmazonCognitoIdentityProvider cognito, string userPoolId) : IUserGroups
{
    /// <summary>
    /// The SDK tries three times, plus up to ten immediate retries on broken connections. It sometimes treats a timeout as a
    /// broken connection, so only the deadline limits the attempts.
    /// </summary>
    public static AmazonCognitoIdentityProviderConfig ClientConfig(HttpClientFactory connection) => new()
    {
        RetryMode = RequestRetryMode.Standard,
        MaxErrorRetry = 2,
        HttpClientFactory = connection,
    };

    public async Task<MutationResult> AddAsync(PermittedMembership permitted, CancellationToken deadline)
    {
        var request = new AdminAddUserToGroupRequest
        {
            UserPoolId = userPoolId,
            Username = permitted.Membership.UserId,
            GroupName = permitted.Membership.GroupName,
        };
        try
        {
            // The SDK can ignore the token for seconds, for example while an error body stalls.
            var response = await cognito.AdminAddUserToGroupAsync(request, deadline).WaitAsync(deadline);
            return Read(permitted.Membership, response.HttpStatusCode, response.ResponseMetadata.RequestId);
        }
        catch (AmazonServiceException exception)
        {
            return CognitoFailure.FromServiceException(exception, userPoolId);
        }
        catch (AmazonClientException exception)
        {
            return CognitoFailure.FromClientException(exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TimeoutException or OperationCanceledException)
        {
            return CognitoFailure.NoResponse(exception is HttpRequestException http ? $"{http.HttpRequestError}" : exception.GetType().Name);
        }
    }

    // The operation has no output, so the SDK accepts any HTTP 2xx as a success. Cognito's is 200 and has a request id.
    private static MutationResult Read(Membership membership, HttpStatusCode status, string? requestId) =>
        (status, requestId) switch
        {
            (not HttpStatusCode.OK, _) => CognitoFailure.NoResponse($"HTTP {(int)status}, which is not from Cognito"),
            (_, null or "") => CognitoFailure.NoResponse("HTTP 200 without a request id, which is not from Cognito"),
            _ => MutationResult.Success(membership, requestId),
        };
}
