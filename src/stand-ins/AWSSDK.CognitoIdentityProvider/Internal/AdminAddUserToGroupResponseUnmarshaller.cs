using System.Net;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.CognitoIdentityProvider.Internal;

internal sealed class AdminAddUserToGroupResponseUnmarshaller : JsonResponseUnmarshaller
{
    /// <summary>The body of a success says nothing, so it is not looked at.</summary>
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) =>
        new AdminAddUserToGroupResponse();

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(
            input.Stream, AWSConfigs.StreamingUtf8JsonReaderBufferSize ?? 4096, input.JsonMaxDepth);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        var (message, type, code, requestId) = (error.Message, error.Type, error.Code, error.RequestId);
        return code switch
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
            _ => new AmazonCognitoIdentityProviderException(message, innerException, type, code, requestId, statusCode),
        };
    }
}
