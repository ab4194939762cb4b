namespace AddUserToGroup.Shared.Tools;

/// <param name="ExitCode">0 if the tool succeeded.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
internal sealed record ToolResult(int ExitCode, string Output, string Errors)
{
    /// <exception cref="InvalidOperationException">It failed; the message contains its output.</exception>
    public void AssertSuccess()
    {
        if (ExitCode != 0)
        {
            throw new InvalidOperationException($"Exit code {ExitCode}.\n{Output}\n{Errors}");
        }
    }
}
