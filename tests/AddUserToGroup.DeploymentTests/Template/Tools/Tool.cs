using System.ComponentModel;
using System.Diagnostics;

namespace AddUserToGroup.DeploymentTests.Template.Tools;

/// <summary>A program that was written by others and is asked for its opinion.</summary>
internal static class Tool
{
    /// <returns>False as well where there is no such program.</returns>
    public static bool Succeeds(string program, params string[] arguments)
    {
        try
        {
            return Run(program, "", arguments).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <exception cref="Win32Exception">There is no such program.</exception>
    public static (int ExitCode, string Output, string Errors) Run(string program, string input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = RepositoryRoot.Folder,
            // AWS's libraries ask for one before they do anything; nothing is called there.
            Environment = { ["AWS_DEFAULT_REGION"] = "eu-central-1" },
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        // Writing and reading at once: a program may answer before it has read everything.
        var written = WriteAsync(process.StandardInput, input);
        var output = process.StandardOutput.ReadToEnd();
        Task.WaitAll(errors, written);
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }

    private static async Task WriteAsync(StreamWriter target, string text)
    {
        try
        {
            await target.WriteAsync(text);
            target.Close();
        }
        catch (IOException)
        {
            // It ended without reading; its exit code says what that means.
        }
    }
}
