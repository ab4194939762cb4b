namespace AddUserToGroup.Shared.Tools;

/// <param name="ExitCode">0 where the tool succeeded.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Errors">What it wrote to standard error.</param>
internal sealed record ToolResult(int ExitCode, string Output, string Errors)
{
    /// <exception cref="InvalidOperationException">It failed; the message is all that it wrote.</exception>
    public void AssertSuccess()
    {
        if (ExitCode != 0)
        {
            throw new InvalidOperationException($"Exit code {ExitCode}.\n{Output}\n{Errors}");
        }
    }
}
