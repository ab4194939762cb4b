using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AddUserToGroup.EndToEndTests.Commands;

public sealed partial class EndOfHostTests
{
    [LinuxNodeTheory]
    [InlineData("KILL", 137)]
    [InlineData("INT", 0)]
    [InlineData("TERM", 0)]
    public async Task However_the_host_ends_it_leaves_no_child(string signal, int exitCode)
    {
        using var host = LocalCommand.Start("--port", "0", "--user-pool-port", "0", "--function", TestFunction.Path);
        await InvokeAsync(await ReadLambdaAddressAsync(host));
        var children = ChildrenOf(host);
        Assert.Equal(2, children.Count);

        using var kill = Process.Start("kill", [$"-{signal}", $"{host.Id}"]);
        _ = host.StandardOutput.ReadToEndAsync();
        await host.WaitForExitAsync();

        Assert.Equal(exitCode, host.ExitCode);
        await Task.WhenAll(children.Select(child => child.WaitForExitAsync()));
    }

    private static async Task<Uri> ReadLambdaAddressAsync(Process host)
    {
        while (await host.StandardOutput.ReadLineAsync() is { } line)
        {
            if (LambdaAddress.Match(line) is { Success: true } match)
                return new(match.Groups[1].Value);
        }

        throw new InvalidOperationException(await host.StandardError.ReadToEndAsync());
    }

    private static async Task InvokeAsync(Uri lambda)
    {
        using var http = new HttpClient();
        using var content = new StringContent("{}");
        using var response = await http.PostAsync(new Uri(lambda, "/2015-03-31/functions/AddUserToGroup/invocations"), content);
        response.EnsureSuccessStatusCode();
    }

    private static List<Process> ChildrenOf(Process parent) =>
    [
        .. Directory.GetDirectories($"/proc/{parent.Id}/task")
            .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(id => Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture))),
    ];

    [GeneratedRegex("^ *Lambda +(http://[^ ]+)")]
    private static partial Regex LambdaAddress { get; }
}
