namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>
/// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminAddUserToGroup.html
/// </summary>
public class AdminAddUserToGroupRequest : AmazonCognitoIdentityProviderRequest
{
    /// <summary>1 to 128 characters.</summary>
    public string? GroupName { get; set; }

    /// <summary>1 to 128 characters: the username, an alias of it, or a local user's <c>sub</c>.</summary>
    public string? Username { get; set; }

    /// <summary>1 to 55 characters.</summary>
    public string? UserPoolId { get; set; }
}
