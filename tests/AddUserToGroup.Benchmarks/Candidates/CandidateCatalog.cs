namespace AddUserToGroup.Benchmarks.Candidates;

/// <summary>Everything that is compared.</summary>
internal static class CandidateCatalog
{
    /// <summary>The function as it is deployed.</summary>
    public const string Native = "native";

    /// <summary>The same, trusting every root certificate of this machine.</summary>
    public const string NativeSystemRoots = "native-system-roots";

    public const string ReadyToRun = "readytorun";

    public const string Jit = "jit";

    /// <summary>What most would deploy instead: the handler of the Amplify page.</summary>
    public const string Node = "node";

    public const string Floor = "floor";

    public static IReadOnlyList<string> Names { get; } = [Native, NativeSystemRoots, ReadyToRun, Jit, Node, Floor];

    /// <exception cref="UnavailableException">Something that it takes is missing on this machine.</exception>
    public static Candidate Build(string name, TrustedRoots roots, CancellationToken stop) => name switch
    {
        Native => FunctionBuild.Native(name, roots.Shipped(), stop),
        NativeSystemRoots => FunctionBuild.Native(name, roots.System(), stop),
        ReadyToRun => FunctionBuild.Managed(name, readyToRun: true, roots.Shipped(), stop),
        Jit => FunctionBuild.Managed(name, readyToRun: false, roots.Shipped(), stop),
        Node => NodeBuild.Build(name, roots.ForNode(), stop),
        _ => FloorBuild.Build(name, roots.Only(), stop),
    };
}
