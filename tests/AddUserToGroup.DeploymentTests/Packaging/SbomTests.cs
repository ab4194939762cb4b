using System.Text.Json;
using AddUserToGroup.DeploymentTests.Npm;
using AddUserToGroup.Packaging;
using AddUserToGroup.Packaging.Sbom;

namespace AddUserToGroup.DeploymentTests.Packaging;

/// <summary>Of the packages that this build resolved, and a published file of known content.</summary>
public sealed class SbomTests
{
    private static readonly PublishedFile Executable = new("AddUserToGroup", new string('a', 64));

    private readonly FunctionClosure _closure = FunctionClosure.Read();

    [ToolFact("all", "node")]
    public async Task Keeps_to_the_schema_of_CycloneDX()
    {
        var npm = await NpmFolder.EnsureAsync("tests/AddUserToGroup.DeploymentTests/Packaging");
        var workspace = npm.CreateWorkspace();
        try
        {
            var file = Path.Combine(workspace, "bom.json");
            await File.WriteAllTextAsync(file, Create());
            (await Tool.RunAsync("node", ["validate.js", file], Path.Combine(workspace, "..", ".."))).AssertSuccess();
        }
        finally
        {
            Directory.Delete(workspace, recursive: true);
        }
    }

    [Fact]
    public void Names_the_function_its_packages_the_runtime_and_each_file_and_nothing_else()
    {
        using var bill = JsonDocument.Parse(Create());

        var components = bill.RootElement.GetProperty("components").EnumerateArray()
            .Select(component => component.GetProperty("bom-ref").GetString()!);

        var product = bill.RootElement.GetProperty("metadata").GetProperty("component");
        Assert.Equal("AddUserToGroup", product.GetProperty("name").GetString());
        Assert.Equal("1.2.3", product.GetProperty("version").GetString());
        Assert.Equal(
            [.. _closure.Packages.Select(package => package.Purl), _closure.Runtime.Purl, "file:AddUserToGroup"],
            components);
    }

    [Fact]
    public void Gives_each_package_its_version_supplier_licence_and_hash()
    {
        using var bill = JsonDocument.Parse(Create());

        var core = bill.RootElement.GetProperty("components").EnumerateArray()
            .Single(component => component.GetProperty("name").ValueEquals("AWSSDK.Core"));

        var version = _closure.Pins.Single(pin => pin.Name == "AWSSDK.Core").Version;
        Assert.Equal(version, core.GetProperty("version").GetString());
        Assert.Equal("Amazon Web Services", core.GetProperty("supplier").GetProperty("name").GetString());
        Assert.Equal("Apache-2.0", core.GetProperty("licenses")[0].GetProperty("expression").GetString());
        Assert.Equal($"pkg:nuget/AWSSDK.Core@{version}", core.GetProperty("purl").GetString());
        Assert.Matches("^[0-9a-f]{128}$", core.GetProperty("hashes")[0].GetProperty("content").GetString());
    }

    [Fact]
    public void Says_whether_the_stand_ins_are_in()
    {
        using var bill = JsonDocument.Parse(Create());

        var property = bill.RootElement.GetProperty("metadata").GetProperty("properties").EnumerateArray()
            .Single(it => it.GetProperty("name").ValueEquals("AddUserToGroup:standInsForAmazonPackages"));

        Assert.Equal(_closure.HasStandIns ? "true" : "false", property.GetProperty("value").GetString());
    }

    [Fact]
    public void Says_nothing_of_the_machine()
    {
        var bill = Create();

        Assert.DoesNotContain(JsonEncodedText.Encode(Repository.Folder).ToString(), bill, StringComparison.Ordinal);
        Assert.DoesNotContain(
            JsonEncodedText.Encode(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)).ToString(),
            bill,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_an_assembly_that_was_linked_from_elsewhere()
    {
        var packages = new[] { _closure.Runtime };

        var refusal = Assert.Throws<PackagingException>(() => CompilerInputs.AssertFrom(
            [Reference(_closure.Runtime), "-r:/packages/newcomer/1.0.0/lib/net10.0/Newcomer.dll"], packages));

        Assert.StartsWith("Newcomer.dll was linked", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_package_that_was_not_linked()
    {
        var older = _closure.Runtime with { Version = "10.0.0" };

        var refusal = Assert.Throws<PackagingException>(
            () => CompilerInputs.AssertFrom([Reference(older)], [older, _closure.Runtime]));

        Assert.Contains($"{_closure.Runtime.Version} was not linked", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_what_was_linked_from_the_packages_alone() =>
        CompilerInputs.AssertFrom(
            ["obj/AddUserToGroup.dll", Reference(_closure.Runtime), "-O"], [_closure.Runtime]);

    // As MSBuild writes it on Windows, whose NuGet folders are in lower case.
    private static string Reference(ShippedPackage package) =>
        $"""-r:"C:\packages\{package.Name.ToUpperInvariant()}\{package.Version}\lib\net10.0\System.dll" """.Trim();

    private string Create() => BillOfMaterials.Create(_closure, [Executable], "1.2.3", DateTimeOffset.UnixEpoch);
}
