using AddUserToGroup.Local.Page;

namespace AddUserToGroup.Local.Commands;

/// <summary>Serves the page for a deployed stack until it is stopped, or exports it.</summary>
internal static class PageCommand
{
    /// <param name="outputsFile">The JSON of the stack's outputs; null reads it from stdin, if it is needed.</param>
    /// <param name="given">Outputs from the command line, by their names.</param>
    /// <param name="userPoolEndpoint">Replaces Cognito's.</param>
    /// <param name="exportFolder">Receives the page as static files; null serves it.</param>
    /// <param name="port">0 for a free one.</param>
    /// <param name="stop">Ends the command.</param>
    public static async Task<int> RunAsync(
        string? outputsFile,
        IReadOnlyDictionary<string, string> given,
        string? userPoolEndpoint,
        string? exportFolder,
        int port,
        CancellationToken stop)
    {
        if (port == CommandLine.LocalStackPort)
        {
            throw new LocalStackException(
                $"Port {port} is the local stack's, and the two must not have the same origin in a browser: name another --port.");
        }

        var printed = outputsFile is null && given.Count == StackOutputs.Options.Count
            ? new Dictionary<string, string>()
            : StackOutputs.Parse(await ReadAsync(outputsFile, stop));
        var settings = new StackOutputs(printed, given).ToSettings(ReadEndpoint(userPoolEndpoint));
        if (!settings.IsAppSync)
        {
            await Console.Error.WriteLineAsync(
                $"Warning: {settings.GraphQLUrl.Host} is not a host of AppSync. The page sends it the tokens of whoever signs in: "
                + "use it only if this is your API's own domain name.");
        }

        if (exportFolder is not null)
        {
            await PageExport.WriteAsync(settings, exportFolder, Console.Out, stop);
            await Console.Out.WriteLineAsync($"The page is in {Path.GetFullPath(exportFolder)}: serve these files over HTTPS.");
            return 0;
        }

        await using var host = await PageHost.StartAsync(settings, port, Console.Out, stop);
        await Console.Out.WriteLineAsync(
            $"""

            Ready. Ctrl-C ends it.

              Page       {host.Address}
              GraphQL    {settings.GraphQLUrl}
              User pool  {settings.UserPoolEndpoint}  (pool {settings.UserPoolId}, app client {settings.UserPoolClientId})

            """);
        await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }

    private static async Task<string> ReadAsync(string? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return Console.IsInputRedirected
                ? await Console.In.ReadToEndAsync(cancellationToken)
                : throw new LocalStackException(
                    "The page needs the stack's outputs: name a file with their JSON, pipe it in, or give "
                    + $"{string.Join(", ", StackOutputs.Options.Values)}.");
        }

        try
        {
            return await File.ReadAllTextAsync(file, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LocalStackException($"{Path.GetFullPath(file)} cannot be read: name a file with the JSON of the stack's outputs.", exception);
        }
    }

    private static Uri? ReadEndpoint(string? value) => value switch
    {
        null => null,
        _ when StackOutputs.IsEndpoint(value) => new(value),
        _ => throw new LocalStackException("--user-pool-endpoint takes an https URL, or an http one on this machine."),
    };
}
