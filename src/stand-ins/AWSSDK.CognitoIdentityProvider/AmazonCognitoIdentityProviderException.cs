using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

/// <summary>What Cognito answered, where no more specific exception is modelled for it: see <c>ErrorCode</c>.</summary>
public class AmazonCognitoIdentityProviderException(
    string? message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
    : AmazonServiceException(message, innerException, errorType, errorCode, requestId, statusCode);
