namespace AddUserToGroup.Local.Tests;

public sealed class ChildProcessTests
{
    [ToolFact("node")]
    public async Task Escapes_what_a_client_could_have_sent_to_a_process_that_prints_it()
    {
        var lines = new List<string>();

        await ChildProcess.RunAsync(
            ChildProcess.Describe("node", Path.GetTempPath(), "-e", @"console.log('ann\u001b[2J\r\u2028\u202e é')"), lines.Add, CancellationToken.None);

        Assert.Equal([@"ann\u001b[2J", @"\u2028\u202e é"], lines);
    }
}
