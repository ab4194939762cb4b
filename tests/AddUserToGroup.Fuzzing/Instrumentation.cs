using dnlib.DotNet;
using dnlib.DotNet.Writer;
using dnlib.PE;
using SharpFuzz;

namespace AddUserToGroup.Fuzzing;

/// <summary>Makes the function and the JSON parser report their branches to afl-fuzz.</summary>
internal static class Instrumentation
{
    public static void Apply(string folder)
    {
        var parser = Path.Combine(folder, "System.Text.Json.dll");
        RemoveNativeCode(parser);
        Instrument(parser, "System.Text.Json.");
        Instrument(Path.Combine(folder, "AddUserToGroup.dll"), "AddUserToGroup.");
    }

    private static void Instrument(string assembly, string prefix)
    {
        if (!Fuzzer.Instrument(assembly, type => type.StartsWith(prefix, StringComparison.Ordinal), Options.Value).Any())
        {
            throw new InvalidOperationException($"Nothing to instrument in {assembly}.");
        }
    }

    // .NET's assemblies are compiled ahead of time, and SharpFuzz changes only the code that the JIT compiles.
    private static void RemoveNativeCode(string assembly)
    {
        using var module = ModuleDefMD.Load(File.ReadAllBytes(assembly));
        module.IsILOnly = true;
        var options = new ModuleWriterOptions(module);
        options.PEHeadersOptions.Machine = Machine.I386;
        module.Write(assembly, options);
    }
}
