using AddUserToGroup.Local.Lambda;

namespace AddUserToGroup.Local;

/// <summary>A stack's settings. By default it uses free ports.</summary>
internal sealed record LocalStackOptions
{
    /// <summary>The port of the GraphQL API, of Lambda and of the page; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>The port of the user pool; 0 for a free one.</summary>
    public int UserPoolPort { get; init; }

    /// <summary>Whether containers on this machine, such as those of <c>sam local</c>, may call the user pool.</summary>
    public bool ServesContainers { get; init; }

    /// <summary>The function's build: a native executable, or a <c>.dll</c>.</summary>
    public string FunctionPath { get; init; } = BuildPaths.Function;

    /// <summary>Runs the function instead of <see cref="FunctionPath"/>.</summary>
    public FunctionRunner? Function { get; init; }

    /// <summary>The function's <c>ASSIGNABLE_GROUPS</c>; null to leave it unset.</summary>
    public string? AssignableGroups { get; init; }

    /// <summary>Whether to build and serve the page, which needs more npm packages.</summary>
    public bool Page { get; init; }

    /// <summary>Receives progress and what the function and the user pool write; must be thread-safe.</summary>
    public required TextWriter Output { get; init; }
}
