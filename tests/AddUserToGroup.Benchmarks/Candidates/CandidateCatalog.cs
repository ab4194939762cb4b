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
    public static async Task<Candidate> BuildAsync(string name, TrustedRoots roots, CancellationToken stop) => name switch
    {
        Native => await FunctionBuild.NativeAsync(name, roots.Shipped(), stop),
        NativeSystemRoots => await FunctionBuild.NativeAsync(name, roots.System(), stop),
        ReadyToRun => await FunctionBuild.ManagedAsync(name, readyToRun: true, roots.Shipped(), stop),
        Jit => await FunctionBuild.ManagedAsync(name, readyToRun: false, roots.Shipped(), stop),
        Node => await NodeBuild.BuildAsync(name, roots.ForNode(), stop),
        _ => await FloorBuild.BuildAsync(name, roots.Only(), stop),
    };
}
