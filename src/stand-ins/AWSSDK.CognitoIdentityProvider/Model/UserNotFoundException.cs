using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

public class UserNotFoundException : AmazonCognitoIdentityProviderException
{
    public UserNotFoundException()
    {
    }

    public UserNotFoundException(string? message)
        : base(message)
    {
    }

    public UserNotFoundException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public UserNotFoundException(Exception innerException)
        : base(innerException)
    {
    }

    public UserNotFoundException(
        string? message,
        Exception? innerException,
        ErrorType errorType,
        string? errorCode,
        string? requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public UserNotFoundException(
        string? message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
