using System.Net;
using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.CognitoIdentityProvider.Internal;

internal sealed class AdminAddUserToGroupResponseUnmarshaller : JsonResponseUnmarshaller
{
    /// <summary>The body of a success has no content, so it is not read.</summary>
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) =>
        new AdminAddUserToGroupResponse();

    /// <exception cref="JsonException">A modelled error's body is cut off; the SDK turns it into an <see cref="AmazonUnmarshallingException"/>.</exception>
    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        var (message, type, code, requestId) = (error.Message, error.Type, error.Code, error.RequestId);
        AmazonCognitoIdentityProviderException? modelled = code switch
        {
            "InternalErrorException" =>
                new InternalErrorException(message, innerException, type, code, requestId, statusCode),
            "InvalidParameterException" =>
                new InvalidParameterException(message, innerException, type, code, requestId, statusCode),
            "NotAuthorizedException" =>
                new NotAuthorizedException(message, innerException, type, code, requestId, statusCode),
            "ResourceNotFoundException" =>
                new ResourceNotFoundException(message, innerException, type, code, requestId, statusCode),
            "TooManyRequestsException" =>
                new TooManyRequestsException(message, innerException, type, code, requestId, statusCode),
            "UserNotFoundException" =>
                new UserNotFoundException(message, innerException, type, code, requestId, statusCode),
            _ => null,
        };
        if (modelled is null)
        {
            return new AmazonCognitoIdentityProviderException(message, innerException, type, code, requestId, statusCode);
        }

        // Amazon's client reads the error a second time, to its end, for its own members.
        JsonDocument.Parse(input.GetResponseBodyBytes()).Dispose();
        return modelled;
    }
}
