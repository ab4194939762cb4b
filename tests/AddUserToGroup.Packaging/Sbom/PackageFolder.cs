using System.Text.Json;
using System.Xml.Linq;

namespace AddUserToGroup.Packaging.Sbom;

/// <summary>Where NuGet has unpacked the packages of a project.</summary>
/// <param name="folders">Those of its assets file, in order of precedence.</param>
internal sealed class PackageFolder(IReadOnlyList<string> folders)
{
    public ShippedPackage Read(string name, string version, IReadOnlyList<string> dependencies)
    {
        var folder = Find(name, version);
        var metadata = XDocument.Load(Path.Combine(folder, $"{Lower(name)}.nuspec")).Root!
            .Elements().Single(element => element.Name.LocalName == "metadata");
        var licence = metadata.Elements().SingleOrDefault(element => element.Name.LocalName == "license");
        if (licence?.Attribute("type")?.Value != "expression")
        {
            throw new PackagingException($"{name} {version} names no SPDX licence: find out what it is under first.");
        }

        var authors = metadata.Elements().Single(element => element.Name.LocalName == "authors").Value;
        var hash = File.ReadAllText(Path.Combine(folder, $"{Lower(name)}.{Lower(version)}.nupkg.sha512"));
        var content = JsonElement.Parse(File.ReadAllText(Path.Combine(folder, ".nupkg.metadata")))
            .GetProperty("contentHash").GetString()!;
        return new ShippedPackage(
            name,
            version,
            authors,
            licence.Value,
            Convert.ToHexStringLower(Convert.FromBase64String(hash)),
            content,
            dependencies);
    }

    private string Find(string name, string version) =>
        folders.Select(folder => Path.Combine(folder, Lower(name), Lower(version))).FirstOrDefault(Directory.Exists)
        ?? throw new PackagingException($"{name} {version} is not unpacked: run dotnet restore.");

    // NuGet's layout of that folder is in lower case.
#pragma warning disable CA1308
    private static string Lower(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308
}
