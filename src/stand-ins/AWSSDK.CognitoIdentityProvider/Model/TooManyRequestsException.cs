using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>More requests than Cognito takes.</summary>
public class TooManyRequestsException(
    string? message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
    : AmazonCognitoIdentityProviderException(message, innerException, errorType, errorCode, requestId, statusCode);
