using System.CommandLine;
using System.Globalization;
using System.Net;
using AddUserToGroup.Local.Page;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Commands;

/// <summary>The commands, their options, and how an error looks: one sentence on stderr and exit code 1.</summary>
internal static class CommandLine
{
    /// <summary>The local stack's port unless <c>--port</c> names another.</summary>
    public const int LocalStackPort = 8490;

    // Long enough to end every child after Ctrl-C.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(10);

    // The exit code that shells report for a program that Ctrl-C has ended.
    private const int Interrupted = 130;

    private static readonly Option<string> Function = new("--function")
    {
        Description = "The build of the function to run: a native executable or a .dll.",
        DefaultValueFactory = _ => BuildPaths.Function,
    };

    private static readonly Option<int> Port = CreatePort("--port", LocalStackPort, "The port of the page, of the GraphQL API and of Lambda");

    // The next program on a fixed port of this machine has the same origin in the browser.
    private static readonly Option<int> PagePort = CreatePort("--port", 0, "The port of the page");

    private static readonly Option<int> UserPoolPort = CreatePort("--user-pool-port", 8491, "The port of the user pool");

    private static readonly Option<bool> Containers = new("--containers")
    {
        Description = "Lets containers on this machine call the user pool as host.docker.internal, for sam local.",
    };

    private static readonly Argument<string> EventFile = new("event-file") { Description = "The event as JSON, such as a file of tests/events." };

    private static readonly Argument<string?> OutputsFile = new("outputs-file")
    {
        Description = "The stack's outputs as JSON, from sam list stack-outputs, aws cloudformation describe-stacks or cdk deploy; without it, from stdin.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly IReadOnlyDictionary<string, Option<string?>> Outputs = StackOutputs.Options.ToDictionary(
        output => output.Key, output => new Option<string?>(output.Value) { Description = $"Replaces the output {output.Key}." });

    private static readonly Option<string?> UserPoolEndpoint = new("--user-pool-endpoint")
    {
        Description = "The URL of another implementation of Cognito's API.",
    };

    private static readonly Option<string?> ExportFolder = new("--export")
    {
        Description = "Writes the page into this folder as static files for any web host, instead of serving it.",
    };

    public static Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var demo = new Command("demo", "Adds a user to a group as an administrator, shows two rejected calls, and ends.") { Function };
        demo.SetAction((line, stop) => RunAsync(line, Console.Out, DemoCommand.RunAsync, stop));

        var invoke = new Command("invoke", "Invokes the function with one event, prints its response, and ends.") { EventFile, Function };
        invoke.SetAction((line, stop) => RunAsync(
            line,
            Console.Error,
            (options, cancel) => InvokeCommand.RunAsync(options, line.GetRequiredValue(EventFile), cancel),
            stop));

        var page = new Command("page", "Serves the page for an API and a user pool that were deployed, until Ctrl-C.")
        {
            OutputsFile, PagePort, UserPoolEndpoint, ExportFolder,
        };
        foreach (var option in Outputs.Values)
        {
            page.Options.Add(option);
        }

        page.SetAction((line, stop) => RunAsync(
            line,
            Console.Out,
            (_, cancel) => PageCommand.RunAsync(
                line.GetValue(OutputsFile),
                Outputs.Where(output => line.GetValue(output.Value) is not null)
                    .ToDictionary(output => output.Key, output => line.GetValue(output.Value)!),
                line.GetValue(UserPoolEndpoint),
                line.GetValue(ExportFolder),
                line.GetValue(PagePort),
                cancel),
            stop));

        var serve = new RootCommand("Runs the whole system on this machine until Ctrl-C.")
        {
            Port, UserPoolPort, Containers, Function, demo, invoke, page,
        };
        serve.SetAction((line, stop) => RunAsync(
            line,
            Console.Out,
            (options, cancel) => ServeCommand.RunAsync(
                options with
                {
                    Page = true,
                    Port = line.GetValue(Port),
                    UserPoolPort = line.GetValue(UserPoolPort),
                    ServesContainers = line.GetValue(Containers),
                },
                cancel),
            stop));
        return serve.Parse(arguments).InvokeAsync(new() { ProcessTerminationTimeout = ShutdownTimeout });
    }

    private static Option<int> CreatePort(string name, int defaultPort, string description) => new(name)
    {
        Description = $"{description}; 0 for a free one.",
        DefaultValueFactory = _ => defaultPort,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                && port <= IPEndPoint.MaxPort)
            {
                return port;
            }

            result.AddError($"{name} takes a number from {IPEndPoint.MinPort} to {IPEndPoint.MaxPort}.");
            return 0;
        },
    };

    private static bool IsExpected(Exception exception) =>
        // The message of a file system error names the file and the problem.
        exception is LocalStackException or CognitoException or HttpRequestException or IOException or UnauthorizedAccessException;

    private static async Task<int> RunAsync(
        ParseResult line,
        TextWriter output,
        Func<LocalStackOptions, CancellationToken, Task<int>> command,
        CancellationToken interrupt)
    {
        // System.CommandLine handles signals from the first await on.
        await Task.Yield();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(interrupt);
        var stop = ending.Token;
        var watching = ParentProcess.CallAtEndAsync(ending.Cancel, stop);
        try
        {
            var options = new LocalStackOptions
            {
                FunctionPath = line.GetRequiredValue(Function),
                AssignableGroups = Environment.GetEnvironmentVariable("ASSIGNABLE_GROUPS"),
                Output = output,
            };
            return await command(options, stop);
        }
        catch (Exception exception) when (
            stop.IsCancellationRequested && (IsExpected(exception) || exception is OperationCanceledException))
        {
            // Ctrl-C reaches the children, too, so that their end is no error.
            await Console.Error.WriteLineAsync("Stopped before the end; nothing is left running.");
            return Interrupted;
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
        finally
        {
            await ending.CancelAsync();
            await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
