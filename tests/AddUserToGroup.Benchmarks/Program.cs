using System.CommandLine;
using AddUserToGroup.Benchmarks;

var check = new Option<bool>("--check") { Description = "Exits with 1 unless every budget was measured and met." };
var quick = new Option<bool>("--quick")
{
    Description = "Only cold starts of the function and of the Node handler, in a few rounds, with budgets that noise cannot exceed.",
};
var rounds = new Option<int?>("--rounds") { Description = $"How often each candidate is measured. [default: {BenchmarkOptions.FullRounds}]" };
var json = new Option<FileInfo?>("--json") { Description = "Writes every sample to this file." };
var function = new Option<FileInfo>("--function") { Description = "A native build of the function, in its published folder; otherwise it is published first." };
function.AcceptExistingOnly();

var root = new RootCommand("Measures the function beside the Node handler of the Amplify documentation and a floor in C. Needs Linux.")
{
    check, quick, rounds, json, function,
};
root.SetAction(async (line, stop) =>
{
    try
    {
        return await new Benchmark(new BenchmarkOptions(
            line.GetValue(quick), line.GetValue(check), line.GetValue(rounds), line.GetValue(json), line.GetValue(function))).RunAsync(stop);
    }
    catch (BenchmarkException exception)
    {
        await Console.Error.WriteLineAsync(exception.Message);
        return 1;
    }
});
return await root.Parse(args).InvokeAsync();
