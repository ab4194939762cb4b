using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>There is no such user.</summary>
public class UserNotFoundException(
    string? message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
    : AmazonCognitoIdentityProviderException(message, innerException, errorType, errorCode, requestId, statusCode);
