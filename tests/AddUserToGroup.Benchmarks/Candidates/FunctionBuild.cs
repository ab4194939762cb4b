using System.Runtime.InteropServices;
using AddUserToGroup.Shared.Tools;

namespace AddUserToGroup.Benchmarks.Candidates;

/// <summary>Publishes src/AddUserToGroup, each way into a folder of its own.</summary>
internal static class FunctionBuild
{
    public static async Task<Candidate> NativeAsync(
        string name, IReadOnlyDictionary<string, string> trust, CancellationToken stop)
    {
        // MSBuild finds clang by itself.
        string[] linker = OperatingSystem.IsWindows() || Tool.Find("clang") is not null ? []
            : Tool.Find("gcc") is { } gcc ? [$"-p:CppCompilerAndLinker={gcc}"]
            : throw new UnavailableException("a native build takes clang or gcc");
        // One build, however many candidates run it.
        var published = await PublishAsync("native", linker, stop);
        return new Candidate
        {
            Name = name,
            FileName = Path.Combine(published, OperatingSystem.IsWindows() ? "AddUserToGroup.exe" : "AddUserToGroup"),
            Trust = trust,
            PackageSize = PackageSize.Measure(published),
        };
    }

    /// <summary>One that is published already.</summary>
    public static Candidate Published(FileInfo executable, IReadOnlyDictionary<string, string> trust) => new()
    {
        Name = executable.Name,
        FileName = executable.FullName,
        Trust = trust,
        PackageSize = PackageSize.Measure(executable.FullName),
    };

    /// <summary>For Lambda's managed runtime, which has .NET already.</summary>
    public static async Task<Candidate> ManagedAsync(
        string name, bool readyToRun, IReadOnlyDictionary<string, string> trust, CancellationToken stop)
    {
        var published = await PublishAsync(
            name,
            ["-p:PublishAot=false", $"-p:PublishReadyToRun={readyToRun}", "--self-contained", "false"],
            stop);
        return new Candidate
        {
            Name = name,
            FileName = Tool.DotNet,
            Arguments = ["exec", Path.Combine(published, "AddUserToGroup.dll")],
            Trust = trust,
            PackageSize = PackageSize.Measure(published),
        };
    }

    private static async Task<string> PublishAsync(string folder, IEnumerable<string> options, CancellationToken stop)
    {
        var artifacts = BuildPaths.Artifacts(folder);
        var published = Path.Combine(artifacts, "package");
        if (Directory.Exists(published))
        {
            Directory.Delete(published, recursive: true);
        }

        // What sources and packages are built from does not change a metric, so the stand-ins will do. A build server
        // would stay behind and take time from what is measured.
        await BuildTool.RunAsync(
            Tool.DotNet,
            Repository.Folder,
            [
                "publish", Repository.Function, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier,
                "-p:AllowStandInPublish=true", "-p:ForLambda=false", "--artifacts-path", artifacts, "-o", published,
                "--disable-build-servers", "-nologo", "-v:q", .. options,
            ],
            stop);
        return published;
    }
}
