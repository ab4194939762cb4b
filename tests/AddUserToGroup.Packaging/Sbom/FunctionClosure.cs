using System.Text.Json;
using AddUserToGroup.Shared.Tools;

namespace AddUserToGroup.Packaging.Sbom;

/// <summary>The NuGet packages that end in the native function: those of its dependencies and the .NET runtime.</summary>
/// <param name="RuntimeIdentifier">What it is compiled for here, such as <c>linux-x64</c>.</param>
/// <param name="Packages">Its dependencies, the transitive ones too.</param>
/// <param name="Runtime">.NET, in the version that the SDK brings.</param>
internal sealed record FunctionClosure(
    string RuntimeIdentifier, IReadOnlyList<ShippedPackage> Packages, ShippedPackage Runtime)
{
    private const string RuntimePrefix = "Microsoft.NETCore.App.Runtime.NativeAOT.";

    /// <summary>The function has <c>src/stand-ins</c> compiled in, as the feed has no such package.</summary>
    public bool HasStandIns => Packages.All(package => package.Name != "AWSSDK.CognitoIdentityProvider");

    /// <summary>What <see cref="Packages"/> have to be.</summary>
    public IReadOnlyList<PinnedPackage> Pins =>
        HasStandIns ? FunctionClosures.WithStandIns : FunctionClosures.OfAmazonPackages;

    /// <summary>Out of what the last restore resolved.</summary>
    public static FunctionClosure Read()
    {
        var file = Path.Combine(Repository.Function, "obj", "project.assets.json");
        if (!File.Exists(file))
        {
            throw new PackagingException("The function's packages are not resolved: run dotnet restore.");
        }

        using var assets = JsonDocument.Parse(File.ReadAllText(file));
        var root = assets.RootElement;
        var folders = new PackageFolder([.. root.GetProperty("packageFolders").EnumerateObject().Select(it => it.Name)]);
        var packs = root.GetProperty("project").GetProperty("frameworks").EnumerateObject().Single().Value
            .GetProperty("downloadDependencies").EnumerateArray()
            .Select(pack => (Name: pack.GetProperty("name").GetString()!, Range: pack.GetProperty("version").GetString()!))
            .Where(pack => pack.Name.StartsWith(RuntimePrefix, StringComparison.Ordinal))
            .ToList();
        if (packs is not [var runtime])
        {
            throw new PackagingException("The function's packages are resolved for the JIT: run dotnet restore.");
        }

        var identifier = runtime.Name[RuntimePrefix.Length..];
        var target = root.GetProperty("targets").EnumerateObject()
            .Single(target => target.Name.EndsWith($"/{identifier}", StringComparison.Ordinal)).Value;
        var packages = target.EnumerateObject().Where(package => IsShipped(package.Value)).Select(package =>
        {
            var (name, version) = Split(package.Name);
            var dependencies = package.Value.TryGetProperty("dependencies", out var needed)
                ? needed.EnumerateObject().Select(dependency => dependency.Name).ToList()
                : [];
            return folders.Read(name, version, dependencies);
        });
        // The range is an exact one: "[10.0.1, 10.0.1]".
        var runtimeVersion = runtime.Range.Trim('[', ']').Split(',')[0];
        return new FunctionClosure(identifier, [.. packages], folders.Read(runtime.Name, runtimeVersion, []));
    }

    /// <summary>Compares with what the compiler was given, so that nothing ships without being named.</summary>
    public void AssertIsWhatWasLinked()
    {
        var file = Path.Combine(
            Repository.Function, "obj", "Release", "net10.0", RuntimeIdentifier, "native", "AddUserToGroup.ilc.rsp");
        if (!File.Exists(file))
        {
            throw new PackagingException(
                "The function is not compiled natively here: run dotnet publish src/AddUserToGroup -c Release first.");
        }

        CompilerInputs.AssertFrom(File.ReadLines(file), [.. Packages, Runtime]);
    }

    // The compiler and its tasks are packages of the project, too, but bring nothing that runs.
    private static bool IsShipped(JsonElement package) =>
        package.GetProperty("type").ValueEquals("package")
        && package.TryGetProperty("runtime", out var assemblies)
        && assemblies.EnumerateObject().Any(assembly => !assembly.Name.EndsWith("/_._", StringComparison.Ordinal));

    private static (string Name, string Version) Split(string library) =>
        library.Split('/') is [var name, var version] ? (name, version) : throw new FormatException(library);
}
