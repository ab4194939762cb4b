using System.Reflection;
using System.Runtime.InteropServices;

namespace AddUserToGroup.DeploymentTests.Publishing;

/// <summary><c>dotnet publish src/AddUserToGroup -c Release -o FOLDER</c>, which fills the folder that is deployed.</summary>
public sealed class PublishingTests : IDisposable
{
    private static readonly string[] Native =
        ["AddUserToGroup", "THIRD-PARTY-NOTICES.txt", "amazon-roots.pem", "dotnet/LICENSE.TXT", "dotnet/THIRD-PARTY-NOTICES.TXT"];

    private static readonly string[] Jit =
        ["AddUserToGroup.deps.json", "AddUserToGroup.dll", "AddUserToGroup.runtimeconfig.json", "THIRD-PARTY-NOTICES.txt", "amazon-roots.pem"];

    private static readonly string OwnRuntime =
        RuntimeInformation.OSArchitecture == Architecture.X64 ? "linux-x64" : "linux-arm64";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Lambda would go on running the build for the JIT.</summary>
    [ToolFact("all", "linux", "node")]
    public async Task Leaves_nothing_of_the_other_kind_of_build_and_all_that_is_not_its_own()
    {
        var output = _folder.CreateSubdirectory("function");
        await File.WriteAllTextAsync(Path.Combine(output.FullName, "notes.md"), "");
        foreach (var aot in new[] { false, true, false })
        {
            await PublishAsync(output.FullName, $"-p:PublishAot={aot}");

            var files = output.EnumerateFiles("*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(output.FullName, file.FullName))
                .Order(StringComparer.Ordinal)
                .ToList();
            Assert.True(files.Remove("notes.md"));
            if (aot)
            {
                Assert.Equal(Native, files);
                Assert.True(
                    OperatingSystem.IsLinux()
                    && File.GetUnixFileMode(Path.Combine(output.FullName, "AddUserToGroup")).HasFlag(UnixFileMode.OtherExecute));
            }
            else
            {
                // Beside the executable of this system, which Lambda does not look at, and the libraries, which depend on the feed.
                Assert.Equal(Jit, files.Where(file => file != "AddUserToGroup" && !IsLibrary(file)));
            }

            Assert.Contains("\"data\":{\"userId\":\"ann@example.com\"", await InvokeAsync("allowed.json", output.FullName), StringComparison.Ordinal);
        }
    }

    [ToolTheory("all", "linux")]
    [InlineData("linux-musl-x64", "a native build for Lambda is linux-x64 or linux-arm64, made on Linux with glibc, not linux-musl-x64 on ")]
    [InlineData("linux-arm64", "a build for linux-arm64 on this machine needs clang, aarch64-linux-gnu-gcc and zlib for arm64: ")]
    [InlineData("linux-x64", "a build for linux-x64 on this machine needs clang, x86_64-linux-gnu-gcc and zlib for amd64: ")]
    public async Task Rejects_a_system_that_cannot_link_for_Lambda(string runtime, string reason)
    {
        // A PATH without a toolchain; MSBuild needs the shell.
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "sh"), "/bin/sh");
        var output = await RunTargetAsync("CheckPlatform", [$"-p:RuntimeIdentifier={runtime}"], [new("PATH", _folder.FullName)]);

        Assert.Equal(runtime != OwnRuntime, output.Contains($"AUTG003: Not published: {reason}", StringComparison.Ordinal));
    }

    [ToolTheory("all", "linux")]
    [InlineData("GLIBC_2.35", true)]
    [InlineData("GLIBC_2.40", true)]
    [InlineData("GLIBC_ABI_DT_RELR", true)]
    [InlineData("GLIBC_2.34", false)]
    public async Task Rejects_a_binary_that_needs_a_newer_glibc_than_Lambda_has(string version, bool newer)
    {
        var binary = Path.Combine(_folder.FullName, "AddUserToGroup");
        await File.WriteAllTextAsync(binary, $"\u007fELF\0\0GLIBC_2.17\0{version}\0");

        var output = await RunTargetAsync("CheckGlibc", [$"-p:NativeBinary={binary}"]);

        Assert.Equal(newer, output.Contains($"AUTG004: Not published: linked on this system, the function needs {version},", StringComparison.Ordinal));
    }

    [ToolTheory("all", "linux")]
    [InlineData("linux-arm64", "samconfig.toml", null, true)]
    [InlineData("linux-arm64", "samconfig.toml", "parameter_overrides = \"Architecture=\\\"arm64\\\"\"", false)]
    [InlineData("linux-x64", "samconfig.toml", "parameter_overrides = \"Architecture=\\\"arm64\\\"\"", true)]
    [InlineData("linux-x64", "samconfig.toml", "parameter_overrides = \"AssignableGroups=\\\"A B\\\"\"", false)]
    [InlineData("linux-arm64", "samconfig.yaml", "parameter_overrides: Architecture=arm64", false)]
    [InlineData("linux-x64", "samconfig.yml", "parameter_overrides: [Architecture=arm64]", true)]
    public async Task Warns_where_sam_deploy_would_name_another_architecture(string runtime, string file, string? setting, bool warns)
    {
        if (setting is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(_folder.FullName, file), setting);
        }

        var output = await RunTargetAsync(
            "CompareArchitectures",
            [
                $"-p:RuntimeIdentifier={runtime}",
                $"-p:_Root={_folder.FullName}/",
                $"-p:PublishDir={_folder.FullName}/artifacts/function/",
            ]);

        Assert.Equal(warns, output.Contains("warning AUTG005", StringComparison.Ordinal));
    }

    private static bool IsLibrary(string file) =>
        file.EndsWith(".dll", StringComparison.Ordinal) && file != "AddUserToGroup.dll";

    // In a place of its own: the build that runs these tests may still be at work in the usual one.
    private async Task PublishAsync(string output, string option) => (await Tool.RunAsync(
        Tool.DotNet,
        [
            "publish", Repository.Function, "-c", "Release", "-o", output, option, "-p:AllowStandInPublish=true", "-p:RunAnalyzers=false",
            "--artifacts-path", Path.Combine(_folder.FullName, "artifacts"),
        ])).AssertSuccess();

    private static async Task<string> RunTargetAsync(
        string target, string[] options, IEnumerable<KeyValuePair<string, string?>>? environment = null) => (await Tool.RunAsync(
            Tool.DotNet,
            ["msbuild", Repository.Function, $"-t:{target}", "-p:_IsPublishing=true", "-nologo", "-tl:off", .. options],
            environment: environment)).Output;

    private static async Task<string> InvokeAsync(string name, string published)
    {
        var configuration = typeof(PublishingTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var invocation = await Tool.RunAsync(
            Tool.DotNet,
            [
                "run", "--project", Path.Combine(Repository.Folder, "src", "AddUserToGroup.Local"), "--no-build", "-c", configuration, "--",
                "invoke", Path.Combine(Repository.Folder, "tests", "events", name), "--function", Path.Combine(published, "AddUserToGroup"),
            ]);
        invocation.AssertSuccess();
        return invocation.Output;
    }
}
