using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Commands;

/// <summary>One addition with real tokens, and two calls that must be rejected.</summary>
internal static class DemoCommand
{
    private const string Group = "EDITORS";

    public static async Task<int> RunAsync(LocalStackOptions options, CancellationToken cancellationToken)
    {
        await using var stack = await LocalStack.StartAsync(options, cancellationToken);
        using var cognito = new CognitoClient(stack.UserPool.Endpoint);
        using var http = new HttpClient();
        var api = new AddUserToGroupClient(http, stack.GraphQL);

        await SayAsync($"\n1. {SampleUsers.Administrator}, who is in {SampleUsers.AdministratorsGroup}, signs in.");
        var administrator = await SignInAsync(SampleUsers.Administrator);
        var before = await GroupsOfAnnAsync();
        await SayAsync($"2. Groups of {SampleUsers.Ann} before: {Show(before)}");
        await SayAsync($"3. {SampleUsers.Administrator} calls addUserToGroup({SampleUsers.Ann}, {Group}).");
        var added = await AddAsync(administrator);
        Require(added.IsAdded, "The administrator's call failed");
        var after = await GroupsOfAnnAsync();
        await SayAsync($"4. Groups of {SampleUsers.Ann} after:  {Show(after)}");
        Require(
            !before.Contains(Group) && after.Contains(Group),
            $"The call succeeded and {SampleUsers.Ann} is not in {Group}");

        await SayAsync($"5. {SampleUsers.Ben}, who is not in {SampleUsers.AdministratorsGroup}, calls the same.");
        var notAnAdministrator = await AddAsync(await SignInAsync(SampleUsers.Ben));
        Require(notAnAdministrator.ErrorType == "Unauthorized", $"{SampleUsers.Ben} was not rejected");
        await SayAsync("6. Someone calls the same with the administrator's token, signed with a key of their own.");
        var forged = await AddAsync(ForgedToken.From(administrator));
        Require(forged.ErrorType == "SessionExpired", "The forged token was not rejected");
        await SayAsync("\nEverything happened as it should.");
        return 0;

        Task SayAsync(string line) => options.Output.WriteLineAsync(line);

        async Task<string> SignInAsync(string user) =>
            (await cognito.SignInAsync(stack.UserPool.ClientId, user, SampleUsers.Password, cancellationToken)).AccessToken;

        Task<IReadOnlyList<string>> GroupsOfAnnAsync() =>
            cognito.GroupsOfAsync(stack.UserPool.Id, SampleUsers.Ann, cancellationToken);

        async Task<AddUserToGroupClient.Result> AddAsync(string token)
        {
            var result = await api.AddAsync(token, SampleUsers.Ann, Group, cancellationToken);
            await SayAsync(result.IsAdded ? "   Added" : $"   {result.ErrorType}: {result.Message}");
            return result;
        }
    }

    private static string Show(IReadOnlyList<string> groups) => groups.Count == 0 ? "none" : string.Join(", ", groups);

    private static void Require(bool condition, string failure)
    {
        if (!condition)
        {
            throw new LocalStackException($"{failure}: see the response above.");
        }
    }
}
