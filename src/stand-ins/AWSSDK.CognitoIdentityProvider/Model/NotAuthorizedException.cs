using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

public class NotAuthorizedException : AmazonCognitoIdentityProviderException
{
    public NotAuthorizedException()
    {
    }

    public NotAuthorizedException(string? message)
        : base(message)
    {
    }

    public NotAuthorizedException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public NotAuthorizedException(Exception innerException)
        : base(innerException)
    {
    }

    public NotAuthorizedException(
        string? message,
        Exception? innerException,
        ErrorType errorType,
        string? errorCode,
        string? requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public NotAuthorizedException(
        string? message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
