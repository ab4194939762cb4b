using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.UserPool;

/// <summary>The folder that <c>--data</c> names.</summary>
public sealed class DataFolderTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("kept-pool-").FullName;

    private string PoolFile => Path.Combine(_data, ".cognito", "db", $"{LocalUserPool.PoolId}.json");

    [ToolFact("node")]
    public async Task Holds_all_of_the_pool_at_any_time_and_for_its_owner_alone()
    {
        await using var pool = await StartAsync();
        using var cognito = new CognitoClient(pool.Info.Endpoint);
        using var changed = new CancellationTokenSource();

        var reading = Task.Run(async () =>
        {
            while (!changed.IsCancellationRequested)
            {
                Assert.EndsWith("}", await File.ReadAllTextAsync(PoolFile), StringComparison.Ordinal);
            }
        });
        for (var number = 1; number <= 40; number++)
        {
            await cognito.CallAsync(
                "CreateGroup", new() { ["UserPoolId"] = pool.Info.Id, ["GroupName"] = $"GROUP-{number}" }, CancellationToken.None);
        }

        await changed.CancelAsync();
        await reading;
        if (!OperatingSystem.IsWindows())
        {
            Assert.All(
                new DirectoryInfo(_data).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Append(new DirectoryInfo(_data)),
                entry => Assert.Equal((UnixFileMode)0, entry.UnixFileMode & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)));
        }
    }

    [ToolTheory("node")]
    [InlineData("", "no JSON from line 1 on")]
    [InlineData("{\n  \"Users\": {\n    \"ann", "no JSON from line 3 on")]
    [InlineData("[]", "it holds no JSON object")]
    public async Task Is_named_and_left_as_it_is_where_it_is_damaged(string content, string damage)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PoolFile)!);
        await File.WriteAllTextAsync(PoolFile, content);

        var refusal = await Assert.ThrowsAsync<LocalStackException>(StartAsync);

        Assert.Equal(
            $"{PoolFile} is damaged ({damage}) and was left as it is: mend it, move it away, or name another folder with --data.",
            refusal.Message);
        Assert.Equal(content, await File.ReadAllTextAsync(PoolFile));
    }

    [ToolFact("node")]
    public async Task Belongs_to_one_stack_at_a_time()
    {
        await using var pool = await StartAsync();

        var refusal = await Assert.ThrowsAsync<LocalStackException>(StartAsync);

        Assert.StartsWith($"{_data} cannot keep the user pool", refusal.Message, StringComparison.Ordinal);
    }

    [ToolTheory("node")]
    [InlineData("/dev/null/pool", "/dev/null/pool cannot keep the user pool")]
    [InlineData("", "--data takes the name of a folder")]
    public async Task Is_refused_where_it_cannot_be_written_to(string folder, string sentence)
    {
        var refusal = await Assert.ThrowsAsync<LocalStackException>(() => LocalUserPool.StartAsync(
            new() { Data = folder, Output = TextWriter.Null }, CancellationToken.None));

        Assert.StartsWith(sentence, refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private Task<LocalUserPool> StartAsync() =>
        LocalUserPool.StartAsync(new() { Data = _data, Output = TextWriter.Null }, CancellationToken.None);
}
