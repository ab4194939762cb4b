using AddUserToGroup.Shared.Tools;

namespace AddUserToGroup.Benchmarks.Candidates;

/// <summary>Compiles floor.c.</summary>
internal static class FloorBuild
{
    public static async Task<Candidate> BuildAsync(
        string name, IReadOnlyDictionary<string, string> trust, CancellationToken stop)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new UnavailableException("floor.c is written for POSIX systems");
        }

        var compiler = Tool.Find("clang", "gcc") ?? throw new UnavailableException("it takes clang or gcc");
        var directory = BuildPaths.Artifacts(name);
        var source = Path.Combine(BuildPaths.Sources("floor"), "floor.c");
        var binary = Path.Combine(directory, "floor");
        await BuildTool.RunAsync(compiler, directory, ["-D_GNU_SOURCE", "-O2", "-o", binary, source, "-lssl", "-lcrypto"], stop);
        return new Candidate
        {
            Name = name,
            FileName = binary,
            Trust = trust,
            PackageSize = PackageSize.Measure(binary),
            Signs = false,
            SpeaksHttp = false,
        };
    }
}
