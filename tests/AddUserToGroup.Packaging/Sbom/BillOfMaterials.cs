using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AddUserToGroup.Packaging.Sbom;

/// <summary>A CycloneDX 1.6 document (<see href="https://cyclonedx.org/docs/1.6/json/"/>).</summary>
internal static class BillOfMaterials
{
    private const string Root = "AddUserToGroup";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Create(
        FunctionClosure closure, IReadOnlyList<PublishedFile> files, string release, DateTimeOffset now)
    {
        ShippedPackage[] packages = [.. closure.Packages, closure.Runtime];
        var document = new JsonObject
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json",
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["serialNumber"] = $"urn:uuid:{Guid.NewGuid()}",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["timestamp"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                ["lifecycles"] = new JsonArray(new JsonObject { ["phase"] = "build" }),
                ["tools"] = new JsonObject
                {
                    ["components"] = new JsonArray(new JsonObject
                    {
                        ["type"] = "application",
                        ["name"] = "AddUserToGroup.Packaging",
                    }),
                },
                ["component"] = new JsonObject
                {
                    ["type"] = "application",
                    ["bom-ref"] = Root,
                    ["name"] = Root,
                    ["version"] = release,
                },
                ["properties"] = new JsonArray(
                    Property("runtimeIdentifier", closure.RuntimeIdentifier),
                    Property("standInsForAmazonPackages", closure.HasStandIns ? "true" : "false")),
            },
            ["components"] = new JsonArray([.. packages.Select(Describe), .. files.Select(Describe)]),
            ["dependencies"] = new JsonArray(
            [
                Dependency(Root, [.. packages.Select(package => package.Purl), .. files.Select(Reference)]),
                .. packages.Select(package => Dependency(package.Purl, Purls(package, packages))),
            ]),
        };
        return document.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Describe(ShippedPackage package) => new JsonObject
    {
        ["type"] = package.Name.StartsWith("Microsoft.NETCore.App.", StringComparison.Ordinal) ? "framework" : "library",
        ["bom-ref"] = package.Purl,
        ["supplier"] = new JsonObject { ["name"] = package.Authors },
        ["name"] = package.Name,
        ["version"] = package.Version,
        ["hashes"] = Hash("SHA-512", package.Sha512),
        ["licenses"] = new JsonArray(new JsonObject { ["expression"] = package.Licence }),
        ["purl"] = package.Purl,
    };

    private static JsonObject Describe(PublishedFile file) => new JsonObject
    {
        ["type"] = "file",
        ["bom-ref"] = Reference(file),
        ["name"] = file.Path,
        ["hashes"] = Hash("SHA-256", file.Sha256),
    };

    // The executable has the name of the whole.
    private static string Reference(PublishedFile file) => $"file:{file.Path}";

    private static JsonArray Hash(string algorithm, string content) =>
        new(new JsonObject { ["alg"] = algorithm, ["content"] = content });

    private static JsonObject Property(string name, string value) =>
        new() { ["name"] = $"{Root}:{name}", ["value"] = value };

    private static JsonObject Dependency(string reference, IReadOnlyList<string> on) => new JsonObject
    {
        ["ref"] = reference,
        ["dependsOn"] = new JsonArray([.. on.Select(purl => JsonValue.Create(purl))]),
    };

    private static List<string> Purls(ShippedPackage package, IReadOnlyList<ShippedPackage> all) =>
        [.. all.Where(other => package.Dependencies.Contains(other.Name)).Select(other => other.Purl)];
}
