using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

public class AdminAddUserToGroupResponse : AmazonWebServiceResponse;
