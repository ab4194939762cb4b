using System.CommandLine;
using AddUserToGroup.Benchmarks.Candidates;

namespace AddUserToGroup.Benchmarks;

/// <summary>The options, and how an error looks: one sentence on stderr and exit code 1.</summary>
internal static class CommandLine
{
    private static readonly int MinimumRounds = BenchmarkOptions.Full.Rounds;

    private static readonly Option<bool> Check = new("--check")
    {
        Description = $"Exit code 1 unless every budget was measured and met; {MinimumRounds} rounds or more.",
    };

    private static readonly Option<bool> Quick = new("--quick")
    {
        Description = "Under a minute once the candidates are built; shows that all works, and claims nothing.",
    };

    private static readonly Option<int?> Rounds = new("--rounds")
    {
        Description = $"How often every candidate is measured. [default: {BenchmarkOptions.Full.Rounds}]",
    };

    private static readonly Option<FileInfo?> Json = new("--json")
    {
        Description = "Writes every sample to this file, too.",
    };

    private static readonly Option<string[]> Candidate = new("--candidate")
    {
        Description = "Measures only this candidate; may be given more than once.",
        AllowMultipleArgumentsPerToken = true,
    };

    public static Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        Candidate.AcceptOnlyFromAmong([.. CandidateCatalog.Names]);
        Rounds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
            {
                result.AddError("--rounds takes a number from 1.");
            }
        });
        var root = new RootCommand("Measures the function beside the Amplify page's Node handler and a floor in C.")
        {
            Check, Quick, Rounds, Json, Candidate,
        };
        root.Validators.Add(result =>
        {
            if (result.GetValue(Check) && (result.GetValue(Quick) || result.GetValue(Rounds) < MinimumRounds))
            {
                result.AddError(
                    $"--check takes {MinimumRounds} rounds or more: leave --quick and a smaller --rounds out.");
            }
        });
        root.SetAction((line, stop) => Task.Run(() => RunAsync(line, stop), CancellationToken.None));
        return root.Parse(arguments).InvokeAsync();
    }

    private static async Task<int> RunAsync(ParseResult line, CancellationToken stop)
    {
        var normal = line.GetValue(Quick) ? BenchmarkOptions.Quick : BenchmarkOptions.Full;
        try
        {
            return await Benchmark.RunAsync(
                normal with
                {
                    Rounds = line.GetValue(Rounds) ?? normal.Rounds,
                    Checks = line.GetValue(Check),
                    Candidates = line.GetValue(Candidate) ?? [],
                    Json = line.GetValue(Json),
                },
                stop);
        }
        catch (BenchmarkException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 1;
        }
    }
}
