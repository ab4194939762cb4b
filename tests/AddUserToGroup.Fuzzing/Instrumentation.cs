using dnlib.DotNet;
using dnlib.DotNet.Writer;
using dnlib.PE;
using SharpFuzz;

namespace AddUserToGroup.Fuzzing;

/// <summary>Has the function and the JSON parser tell afl-fuzz which branches they take.</summary>
internal static class Instrumentation
{
    public static void Apply(string folder)
    {
        Instrument(Path.Combine(folder, "AddUserToGroup.dll"), "AddUserToGroup.");
        var parser = Path.Combine(folder, "System.Text.Json.dll");
        RemoveNativeCode(parser);
        Instrument(parser, "System.Text.Json.");
    }

    private static void Instrument(string assembly, string prefix)
    {
        if (!Fuzzer.Instrument(assembly, type => type.StartsWith(prefix, StringComparison.Ordinal), Options.Value).Any())
        {
            throw new InvalidOperationException($"Nothing to instrument in {assembly}.");
        }
    }

    // .NET's own assemblies are compiled ahead of time; SharpFuzz rewrites only what the JIT compiles.
    private static void RemoveNativeCode(string assembly)
    {
        using var module = ModuleDefMD.Load(File.ReadAllBytes(assembly));
        module.IsILOnly = true;
        var options = new ModuleWriterOptions(module);
        options.PEHeadersOptions.Machine = Machine.I386;
        module.Write(assembly, options);
    }
}
