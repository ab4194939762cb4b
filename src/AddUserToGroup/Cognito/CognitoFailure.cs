using System.Net;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace AddUserToGroup.Cognito;

/// <summary>What a failure of AdminAddUserToGroup means to our caller, and what its operator should find in the log.</summary>
internal static class CognitoFailure
{
    // What a secondary replica of a pool answers to any change of a user. The SDK's older releases have no type for it.
    private const string NotEnabled = "OperationNotEnabledException";

    private const string RetryIsSafe =
        "The user pool did not answer; whether the user was added is not known, and trying again is safe.";

    public static MutationResult Explain(AmazonServiceException exception, string userPoolId) => exception switch
    {
        UserNotFoundException => Refusal(Outcome.UserNotFound, "There is no such user in the user pool.", exception),
        ResourceNotFoundException when !IsAboutThePool(exception, userPoolId) =>
            Refusal(Outcome.GroupNotFound, "There is no such group in the user pool.", exception),
        { ErrorCode: NotEnabled } => MutationResult.InternalError(
            $"{NotEnabled}: this Region's user pool is a secondary replica; the mutation belongs into the primary Region",
            RequestId(exception)),
        InvalidParameterException => Refusal(
            Outcome.InvalidInput, "The user pool does not accept this userId or groupName.", exception),
        _ when IsThrottling(exception) => Refusal(
            Outcome.Throttled, "The user pool is busy; try again in a few seconds.", exception),
        _ when IsCognitosOwn(exception) => Refusal(Outcome.Unavailable, RetryIsSafe, exception),
        _ => MutationResult.InternalError(Reason(exception), RequestId(exception)),
    };

    /// <summary>No response from Cognito: not reached, cut off, or out of time.</summary>
    public static MutationResult NoResponse(string reason) => new(Outcome.Unavailable, RetryIsSafe, reason);

    /// <summary>
    /// The SDK did not even ask: it has no credentials, or its own settings contradict each other. Or it could make nothing
    /// of an error, which is then not Cognito's.
    /// </summary>
    public static MutationResult NoRequest(AmazonClientException exception) => MutationResult.InternalError(
        $"{exception.GetType().Name}: the AWS SDK has no usable credentials, Region or endpoint, or cannot read the answer");

    private static MutationResult Refusal(Outcome outcome, string message, AmazonServiceException exception) =>
        new(outcome, message, Reason(exception), RequestId(exception));

    private static string? RequestId(AmazonServiceException exception) =>
        exception.RequestId is { Length: > 0 } requestId ? requestId : null;

    // One exception for a missing group and a missing pool. Only the text tells them apart: "Group not found." and
    // "User pool us-east-1_AbCdEf123 does not exist."; emulators have words of their own, some only the id.
    private static bool IsAboutThePool(AmazonServiceException exception, string userPoolId) =>
        exception.Message.Contains("user pool", StringComparison.OrdinalIgnoreCase)
        || exception.Message.Contains(userPoolId, StringComparison.Ordinal);

    private static bool IsThrottling(AmazonServiceException exception) =>
        exception.StatusCode == HttpStatusCode.TooManyRequests
        || exception.ErrorCode is "ThrottlingException" or "Throttling" or "TooManyRequestsException" or "RequestLimitExceeded";

    private static bool IsCognitosOwn(AmazonServiceException exception) =>
        exception is AmazonUnmarshallingException
        || (int)exception.StatusCode >= 500
        || exception.ErrorCode is "RequestTimeout" or "RequestTimeoutException";

    // The code, never the text at large: where a signature does not match, AWS quotes the request with its session token.
    // These three name no more than the role, the action and the pool, and an operator needs them.
    private static string Reason(AmazonServiceException exception) =>
        exception is ResourceNotFoundException or NotAuthorizedException || exception.ErrorCode == "AccessDeniedException"
            ? $"{exception.ErrorCode}: {exception.Message}"
            : $"{(exception.ErrorCode is { Length: > 0 } code ? code : "no error code")} (HTTP {(int)exception.StatusCode})";
}
