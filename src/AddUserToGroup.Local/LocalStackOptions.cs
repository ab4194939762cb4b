using AddUserToGroup.Local.Lambda;

namespace AddUserToGroup.Local;

/// <summary>What can be chosen of a stack. The defaults disturb nobody: free ports.</summary>
internal sealed record LocalStackOptions
{
    /// <summary>Of the GraphQL API and of Lambda; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>0 for a free one.</summary>
    public int UserPoolPort { get; init; }

    /// <summary>Whether containers on this machine, such as those of <c>sam local</c>, may call the user pool.</summary>
    public bool ServesContainers { get; init; }

    /// <summary>A native executable, or a <c>.dll</c>.</summary>
    public string FunctionPath { get; init; } = BuildPaths.Function;

    /// <summary>Runs the function in another way than as a process.</summary>
    public FunctionRunner? Function { get; init; }

    /// <summary>The function's setting of this name; null leaves it out.</summary>
    public string? AssignableGroups { get; init; }

    /// <summary>Whether the page is built and served. It costs a first start more packages from npm.</summary>
    public bool Page { get; init; }

    /// <summary>Shows progress and what the function and the user pool write; has to be safe for several threads.</summary>
    public required TextWriter Output { get; init; }
}
