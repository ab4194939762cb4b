using System.Net;
using AddUserToGroup.Results;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using ErrorType = AddUserToGroup.Results.ErrorType;

namespace AddUserToGroup.Cognito;

/// <summary>Translates failures of AdminAddUserToGroup for the caller and for the operator.</summary>
internal static class CognitoFailure
{
    // A secondary replica of a pool responds with this error to any change of a user. Older SDK releases have no type for it.
    private const string NotEnabled = "OperationNotEnabledException";

    private const string NotKnown =
        "The user pool did not confirm the request, and the user may have been added; trying again is safe.";

    public static MutationResult FromServiceException(AmazonServiceException exception, string userPoolId) =>
        MutationResult.Failed(
            Translate(exception, userPoolId), exception.RequestId is { Length: > 0 } requestId ? requestId : null);

    /// <summary>There was no usable response from Cognito: it was not reached, was cut off, or took too long.</summary>
    public static MutationResult NoResponse(string reason) =>
        MutationResult.Failed(new Failure(ErrorType.Unavailable, NotKnown, reason));

    /// <summary>
    /// The SDK could not send a request, because it has no credentials or its own settings contradict each other; or it could
    /// not read an error, which therefore did not come from Cognito.
    /// </summary>
    public static MutationResult FromClientException(AmazonClientException exception) =>
        MutationResult.Failed(Failure.InternalError(
            $"{exception.GetType().Name}: the AWS SDK has no usable credentials, Region or endpoint, or cannot read the response"));

    private static Failure Translate(AmazonServiceException exception, string userPoolId) => exception switch
    {
        UserNotFoundException => new(ErrorType.UserNotFound, "There is no such user in the user pool.", Reason(exception)),
        ResourceNotFoundException when !IsAboutThePool(exception, userPoolId) =>
            new(ErrorType.GroupNotFound, "There is no such group in the user pool.", Reason(exception)),
        { ErrorCode: NotEnabled } => Failure.InternalError(
            $"{NotEnabled}: this Region's user pool is a secondary replica; deploy the mutation in the primary Region"),
        InvalidParameterException =>
            new(ErrorType.InvalidInput, "The user pool does not accept this userId or groupName.", Reason(exception)),
        _ when IsThrottling(exception) =>
            new(ErrorType.Throttled, "The user pool is busy; try again in a few seconds.", Reason(exception)),
        _ when IsFaultOfCognito(exception) => new(ErrorType.Unavailable, NotKnown, Reason(exception)),
        _ => Failure.InternalError(Reason(exception)),
    };

    // Cognito has one exception for a missing group and a missing pool. Only the text differs: "Group not found." and
    // "User pool us-east-1_AbCdEf123 does not exist.". Emulators use other words, some only the id.
    private static bool IsAboutThePool(AmazonServiceException exception, string userPoolId) =>
        exception.Message.Contains("user pool", StringComparison.OrdinalIgnoreCase)
        || exception.Message.Contains(userPoolId, StringComparison.Ordinal);

    private static bool IsThrottling(AmazonServiceException exception) =>
        exception.StatusCode == HttpStatusCode.TooManyRequests
        || exception.ErrorCode is "ThrottlingException" or "Throttling" or "TooManyRequestsException" or "RequestLimitExceeded";

    private static bool IsFaultOfCognito(AmazonServiceException exception) =>
        exception is AmazonUnmarshallingException
        || (int)exception.StatusCode >= 500
        || exception.ErrorCode is "RequestTimeout" or "RequestTimeoutException";

    // Only these three errors are logged with their text, which names the role, the action and the pool. Others can quote the
    // request with its session token, for example if a signature does not match.
    private static string Reason(AmazonServiceException exception) =>
        exception is ResourceNotFoundException or NotAuthorizedException || exception.ErrorCode == "AccessDeniedException"
            ? $"{exception.ErrorCode}: {exception.Message}"
            : $"{(exception.ErrorCode is { Length: > 0 } code ? code : "no error code")} (HTTP {(int)exception.StatusCode})";
}
