using System.Globalization;
using AddUserToGroup.Fuzzing;

var problem = "Usage: dotnet run -c Release --project tests/AddUserToGroup.Fuzzing -- --seconds 60";
switch (args)
{
    case [Campaign.TargetArgument, var corpus]:
        FuzzTarget.Run(corpus);
        return 0;
    case ["--seconds", var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0:
        problem = await Campaign.RunAsync(TimeSpan.FromSeconds(seconds));
        break;
    default:
        break;
}

await Console.Error.WriteLineAsync(problem);
return problem is null ? 0 : 1;
