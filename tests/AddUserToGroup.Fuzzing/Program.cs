using System.Globalization;
using AddUserToGroup.Fuzzing;

switch (args)
{
    case [Campaign.TargetArgument, var corpus]:
        FuzzTarget.Run(corpus);
        return 0;
    case []:
        return await Campaign.RunAsync(TimeSpan.FromSeconds(60));
    case ["--seconds", var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0:
        return await Campaign.RunAsync(TimeSpan.FromSeconds(seconds));
    default:
        await Console.Error.WriteLineAsync("Usage: dotnet run -c Release --project tests/AddUserToGroup.Fuzzing -- --seconds 60");
        return 1;
}
