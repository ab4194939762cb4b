using System.Text.Json.Nodes;
using AddUserToGroup.Local.Tests.UserPool;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.Clients;

/// <summary>Apollo Client with AWS's link for AppSync, in Node.js.</summary>
[Collection("Stack")]
public sealed class ApolloTests(StackFixture fixture)
{
    private static readonly string Folder = Path.Combine(
        Repository.Folder, "tests", "AddUserToGroup.Local.Tests", "Clients", "Apollo");

    [ToolFact("all", "node")]
    public async Task Adds_a_user_to_a_group_and_is_told_the_type_of_an_error()
    {
        await NodeInstallation.EnsureAsync(Folder, "Apollo Client", TextWriter.Null, CancellationToken.None);
        var administrator = await fixture.Stack.UserPool.SignInAsync(SampleUsers.Administrator);

        var node = await Tool.RunAsync(
            "node",
            ["add-user-to-group.js", $"{fixture.Stack.GraphQL}", SampleUsers.Ben, "VIEWERS", "PAINTERS"],
            Folder,
            [new("TOKEN", administrator.AccessToken)]);

        node.AssertSuccess();
        var answers = node.Output.TrimEnd().Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Null(answers[0]["errors"]);
        Assert.Equal(SampleUsers.Ben, (string?)answers[0]["data"]!["addUserToGroup"]!["userId"]);
        Assert.Equal("VIEWERS", (string?)answers[0]["data"]!["addUserToGroup"]!["groupName"]);
        Assert.Null(answers[1]["data"]!["addUserToGroup"]);
        Assert.Equal("GroupNotFound", (string?)Assert.Single(answers[1]["errors"]!.AsArray())!["errorType"]);
    }
}
