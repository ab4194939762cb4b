namespace AddUserToGroup.Local.UserPool;

/// <summary>Cognito's refusal of a call.</summary>
/// <param name="type">The error's name, <c>NotAuthorizedException</c> for instance.</param>
/// <param name="message">Cognito's words.</param>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Design", "CA1032:Implement standard exception constructors", Justification = "Never without a type.")]
internal sealed class CognitoException(string type, string message) : Exception($"{type}: {message}")
{
    public string Type { get; } = type;
}
