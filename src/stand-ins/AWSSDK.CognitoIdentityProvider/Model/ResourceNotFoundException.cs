using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>There is no such group, or no such user pool; only the message tells.</summary>
public class ResourceNotFoundException : AmazonCognitoIdentityProviderException
{
    public ResourceNotFoundException()
    {
    }

    public ResourceNotFoundException(string? message)
        : base(message)
    {
    }

    public ResourceNotFoundException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public ResourceNotFoundException(Exception innerException)
        : base(innerException)
    {
    }

    public ResourceNotFoundException(
        string? message,
        Exception? innerException,
        ErrorType errorType,
        string? errorCode,
        string? requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public ResourceNotFoundException(
        string? message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
