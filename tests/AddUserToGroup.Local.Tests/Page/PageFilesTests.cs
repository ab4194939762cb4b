using System.IO.Compression;
using AddUserToGroup.Local.Page;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>The page's code and its bundle, without a browser.</summary>
public sealed class PageFilesTests
{
    [ToolTheory("all", "node")]
    [InlineData("the page", "--project .")]
    // The compiler options of each tool's new project, for the modules that the README offers and its example.
    [InlineData("create-next-app", "--target es2017 --lib dom,dom.iterable,esnext --strict --esModuleInterop --module esnext --moduleResolution bundler --resolveJsonModule --isolatedModules --jsx preserve")]
    [InlineData("create-react-app", "--target es5 --ignoreDeprecations 5.0 --lib dom,dom.iterable,esnext --strict --esModuleInterop --allowSyntheticDefaultImports --forceConsistentCasingInFileNames --noFallthroughCasesInSwitch --module esnext --moduleResolution node --resolveJsonModule --isolatedModules --jsx react-jsx")]
    [InlineData("Vite", "--target es2022 --useDefineForClassFields --lib es2022,dom,dom.iterable --module esnext --moduleResolution bundler --allowImportingTsExtensions --verbatimModuleSyntax --moduleDetection force --strict --noUnusedLocals --noUnusedParameters --erasableSyntaxOnly --noFallthroughCasesInSwitch --noUncheckedSideEffectImports")]
    [InlineData("Vue", "--target esnext --lib es2022,dom,dom.iterable --module esnext --moduleResolution bundler --strict --noImplicitThis --verbatimModuleSyntax --esModuleInterop --isolatedModules --noUncheckedIndexedAccess --jsx preserve")]
    [InlineData("Angular", "--target es2022 --module preserve --strict --noImplicitOverride --noPropertyAccessFromIndexSignature --noImplicitReturns --noFallthroughCasesInSwitch --isolatedModules --experimentalDecorators --importHelpers")]
    public async Task Compile_with_the_settings_of(string tool, string settings)
    {
        await PageBundle.EnsureAsync(TextWriter.Null, CancellationToken.None);
        string[] files = tool == "the page" ? [] : ["--noEmit", "--skipLibCheck", "example.ts"];

        var compilation = await Tool.RunAsync(
            "node", [Path.Combine("node_modules", "typescript", "bin", "tsc"), .. settings.Split(' '), .. files], BuildPaths.Page);

        Assert.Equal((tool, ""), (tool, compilation.Output));
    }

    [ToolFact("node")]
    public async Task Make_a_bundle_below_95_KB_compressed()
    {
        await PageBundle.EnsureAsync(TextWriter.Null, CancellationToken.None);

        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(await File.ReadAllBytesAsync(PageBundle.Path));
        }

        Assert.InRange(compressed.Length, 10_000, 95_000);
    }
}
