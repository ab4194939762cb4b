using AddUserToGroup.Local.Lambda;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local;

/// <summary>What can be chosen of a stack. The defaults disturb nobody: free ports.</summary>
internal sealed record LocalStackOptions
{
    /// <summary>Of the GraphQL API and of Lambda; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>0 for a free one.</summary>
    public int UserPoolPort { get; init; }

    /// <summary>The folder in which cognito-local keeps the pool; null makes one that goes with the stack.</summary>
    public string? Data { get; init; }

    /// <summary>A native executable, or a <c>.dll</c>.</summary>
    public string FunctionPath { get; init; } = BuildPaths.Function;

    /// <summary>Runs the function in another way than as a process.</summary>
    public FunctionRunner? Function { get; init; }

    /// <summary>The function's setting of this name; null leaves it out.</summary>
    public string? AssignableGroups { get; init; }

    /// <summary>Whether the page is built and served. It costs a first start more packages from npm.</summary>
    public bool Page { get; init; }

    /// <summary>Which of Cognito's two forms the issuer of cognito-local's tokens has; null is the older.</summary>
    public string? UserPoolIssuer { get; init; }

    /// <summary>In place of cognito-local.</summary>
    public ExternalUserPool? ExternalUserPool { get; init; }

    /// <summary>Shows progress and what the function and the user pool write; has to be safe for several threads.</summary>
    public required TextWriter Output { get; init; }
}
