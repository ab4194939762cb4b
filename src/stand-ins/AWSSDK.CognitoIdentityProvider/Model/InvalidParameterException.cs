using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>Cognito does not accept one of the values.</summary>
public class InvalidParameterException(
    string? message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
    : AmazonCognitoIdentityProviderException(message, innerException, errorType, errorCode, requestId, statusCode);
