namespace AddUserToGroup.Local.UserPool;

/// <summary>An error response from Cognito.</summary>
/// <param name="type">The error's name, for example <c>NotAuthorizedException</c>.</param>
/// <param name="message">Cognito's message.</param>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Design", "CA1032:Implement standard exception constructors", Justification = "It always has a type.")]
internal sealed class CognitoException(string type, string message) : Exception($"{type}: {message}")
{
    public string Type { get; } = type;
}
