using System.IO.Compression;
using System.Runtime.InteropServices;
using AddUserToGroup.Shared.Tools;

namespace AddUserToGroup.Benchmarks.Candidates;

/// <summary>Builds everything that is compared.</summary>
internal sealed class CandidateBuilder(TrustedRoots roots, FileInfo? function, CancellationToken stop)
{
    /// <summary>The function as it is deployed.</summary>
    public const string Native = "native";

    /// <summary>The handler of the Amplify documentation, bundled and minified as Amplify does it.</summary>
    public const string Node = "node";

    public const string Floor = "floor";

    private static readonly string Project = Path.Combine(Repository.Folder, "tests", "AddUserToGroup.Benchmarks");

    /// <summary>What does not ship: symbols for debuggers.</summary>
    private static readonly string[] Symbols = [".dbg", ".pdb"];

    /// <summary>An empty folder for what a candidate is built into.</summary>
    public static string Artifacts(string candidate) =>
        Directory.CreateDirectory(Path.Combine(Project, "obj", "candidates", candidate)).FullName;

    public async Task<IReadOnlyList<Candidate>> BuildAsync(bool isQuick)
    {
        var native = await NativeAsync();
        var node = await NodeAsync();
        return isQuick ? [native, node] :
        [
            native,
            native with { Name = "native-system-roots", Trust = roots.System() },
            await ManagedAsync("readytorun", readyToRun: true),
            await ManagedAsync("jit", readyToRun: false),
            node,
            await FloorAsync(),
        ];
    }

    private async Task<Candidate> NativeAsync()
    {
        var published = function?.DirectoryName
            ?? await PublishAsync(Native, Tool.Find("clang") is null ? ["-p:CppCompilerAndLinker=gcc"] : []);
        return new Candidate
        {
            Name = Native,
            FileName = function?.FullName ?? Path.Combine(published, "AddUserToGroup"),
            Trust = roots.Shipped(),
            PackageSize = Zip(published),
        };
    }

    // For Lambda's managed runtime, which contains .NET.
    private async Task<Candidate> ManagedAsync(string name, bool readyToRun)
    {
        var published = await PublishAsync(
            name, ["-p:PublishAot=false", $"-p:PublishReadyToRun={readyToRun}", "--self-contained", "false"]);
        return new Candidate
        {
            Name = name,
            FileName = Tool.DotNet,
            Arguments = ["exec", Path.Combine(published, "AddUserToGroup.dll")],
            Trust = roots.Shipped(),
            PackageSize = Zip(published),
        };
    }

    private async Task<Candidate> NodeAsync()
    {
        var folder = Artifacts(Node);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Project, "Candidates", "node")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        var bundle = Path.Combine(folder, "package", "index.mjs");
        await RunAsync("npm", folder, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        await RunAsync("node", folder, ["build.js", bundle]);
        return new Candidate
        {
            Name = Node,
            FileName = Tool.Find("node")!,
            Arguments = [Path.Combine(folder, "runtime.js"), new Uri(bundle).AbsoluteUri],
            Trust = roots.ForNode(),
            PackageSize = Zip(Path.GetDirectoryName(bundle)!),
            ReturnsSdkResponse = true,
        };
    }

    private async Task<Candidate> FloorAsync()
    {
        var folder = Artifacts(Floor);
        var binary = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "package")).FullName, "floor");
        var source = Path.Combine(Project, "Candidates", "floor", "floor.c");
        await RunAsync(Tool.Find("clang", "gcc") ?? "clang", folder, ["-D_GNU_SOURCE", "-O2", "-o", binary, source, "-lssl", "-lcrypto"]);
        return new Candidate
        {
            Name = Floor,
            FileName = binary,
            Trust = roots.Only(),
            PackageSize = Zip(Path.GetDirectoryName(binary)!),
            HasSdk = false,
        };
    }

    private async Task<string> PublishAsync(string name, IEnumerable<string> options)
    {
        var artifacts = Artifacts(name);
        var published = Path.Combine(artifacts, "package");
        if (Directory.Exists(published))
        {
            Directory.Delete(published, recursive: true);
        }

        // A build server would stay and take time from the measurements.
        await RunAsync(
            Tool.DotNet,
            Repository.Folder,
            [
                "publish", Repository.Function, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier,
                "-p:AllowStandInPublish=true", "-p:ForLambda=false", "--artifacts-path", artifacts, "-o", published,
                "--disable-build-servers", "-nologo", "-v:q", .. options,
            ]);
        return published;
    }

    private async Task RunAsync(string program, string folder, IEnumerable<string> arguments)
    {
        try
        {
            var result = await Tool.RunAsync(program, arguments, folder, stop: stop);
            if (result.ExitCode != 0)
            {
                throw new BenchmarkException($"{program} failed:\n{result.Output}\n{result.Errors}");
            }
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new BenchmarkException($"{program} is not on the PATH: install it first.", exception);
        }
    }

    private static long Zip(string folder)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => !Symbols.Contains(Path.GetExtension(file))))
            {
                archive.CreateEntryFromFile(file, Path.GetRelativePath(folder, file), CompressionLevel.Optimal);
            }
        }

        return zip.Length;
    }
}
