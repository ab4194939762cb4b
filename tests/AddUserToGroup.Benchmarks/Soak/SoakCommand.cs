using System.CommandLine;
using System.Globalization;
using AddUserToGroup.Benchmarks.Candidates;
using AddUserToGroup.Benchmarks.Endpoints;
using AddUserToGroup.Shared.Certificates;
using AddUserToGroup.Shared.Faults;

namespace AddUserToGroup.Benchmarks.Soak;

/// <summary>The soak's options, what it is put together from, and its verdict.</summary>
internal static class SoakCommand
{
    private const int Fewest = 10_000;

    private static readonly Option<int> Invocations = new("--invocations")
    {
        Description = $"How often the function is invoked; {Fewest:N0} times or more.",
        DefaultValueFactory = _ => 200_000,
    };

    private static readonly Option<int?> Seed = new("--seed")
    {
        Description = "Draws the same events and faults as the run that printed it. [default: a random one]",
    };

    private static readonly Option<FileInfo> Function = new("--function")
    {
        Description = "The function's executable. [default: one that is published now, natively]",
    };

    public static Command Create()
    {
        Function.AcceptExistingOnly();
        Invocations.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < Fewest)
            {
                result.AddError($"--invocations takes a number from {Fewest:N0}.");
            }
        });
        var command = new Command(
            "soak", "Invokes the function over and over while Cognito misbehaves: every answer right, no leak.")
        {
            Invocations, Seed, Function,
        };
        command.SetAction((line, stop) => Task.Run(() => RunAsync(line, stop), CancellationToken.None));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, CancellationToken stop)
    {
        var (invocations, seed) = (line.GetValue(Invocations), line.GetValue(Seed) ?? Random.Shared.Next());
        var replay = string.Create(CultureInfo.InvariantCulture, $"soak --invocations {invocations} --seed {seed}");
        var report = new SoakReport();
        await Console.Error.WriteLineAsync(replay);
        List<string> faults = [];
        try
        {
            await RunAsync(invocations, seed, line.GetValue(Function), report, stop);
            faults.AddRange(Flatness.Faults(report.Windows));
        }
        catch (Exception exception) when (stop.IsCancellationRequested
            && exception is (OperationCanceledException or BenchmarkException))
        {
            // Ctrl-C ends the function, too.
            return 1;
        }
        catch (Exception exception) when (exception is BenchmarkException or UnavailableException)
        {
            faults.Add(exception.Message);
        }

        if (report.Windows.Count > 0)
        {
            await Console.Out.WriteAsync(report.Write());
        }

        await Console.Out.WriteLineAsync(faults.Count == 0
            ? $"PASSED: every answer right, one audit line each, nothing leaked ({replay})"
            : $"FAILED: {string.Join("; ", faults)} ({replay})");
        return faults.Count == 0 ? 0 : 1;
    }

    private static async Task RunAsync(
        int invocations, int seed, FileInfo? executable, SoakReport report, CancellationToken stop)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new BenchmarkException(
                "The soak takes Linux: a file says there which root is trusted, and open descriptors can be counted.");
        }

        using var authority = new CertificateAuthority();
        using var foreign = new CertificateAuthority();
        using var roots = new TrustedRoots(authority.Certificate);
        var candidate = executable is null
            ? await FunctionBuild.NativeAsync(CandidateCatalog.Native, roots.Shipped(), stop)
            : FunctionBuild.Published(executable, roots.Shipped());
        var samples = SampleEvents.Read();
        await using var cognito = new CognitoEndpoint(authority.Issue());
        using var function = new SoakFunction(candidate, samples, cognito.Address);
        FaultCase[] faults =
            [.. FaultTable.Cases("the user pool's own words"), .. HandshakeFaults.Cases(authority, foreign)];
        var run = new SoakRun(
            function, cognito, new CallCheck(samples.UserPoolId, cognito), new InvocationMix(seed, faults), report);
        await run.RunAsync(invocations, stop);
    }
}
