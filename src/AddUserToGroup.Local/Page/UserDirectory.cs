using System.Text.Json.Nodes;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Page;

/// <summary>
/// Lists users and groups for the page. Only the local stack has it: the deployed API has no such query, and a browser has
/// no AWS credentials to ask Cognito.
/// </summary>
internal sealed class UserDirectory(CognitoClient cognito, string userPoolId)
{
    public async Task AnswerAsync(HttpContext context)
    {
        try
        {
            var answer = await ReadAsync(context.RequestAborted);
            await context.Response.WriteAsJsonAsync(answer, context.RequestAborted);
        }
        catch (Exception exception) when (exception is CognitoException or HttpRequestException)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
        }
    }

    private async Task<object> ReadAsync(CancellationToken cancellationToken)
    {
        var users = await ListAsync("ListUsers", "Users", "PaginationToken", [], cancellationToken);
        var groups = new List<object>();
        foreach (var group in await ListAsync("ListGroups", "Groups", "NextToken", [], cancellationToken))
        {
            var name = (string)group["GroupName"]!;
            var members = await ListAsync(
                "ListUsersInGroup", "Users", "NextToken", new() { ["GroupName"] = name }, cancellationToken);
            groups.Add(new { name, members = members.Select(NameOf).Order(StringComparer.Ordinal) });
        }

        return new
        {
            users = users
                .Select(user => new { username = NameOf(user), email = EmailOf(user) })
                .OrderBy(user => user.email ?? user.username, StringComparer.Ordinal),
            groups,
        };
    }

    private async Task<List<JsonNode>> ListAsync(
        string operation, string member, string token, JsonObject input, CancellationToken cancellationToken)
    {
        var found = new List<JsonNode>();
        input["UserPoolId"] = userPoolId;
        do
        {
            var answer = await cognito.CallAsync(operation, input, cancellationToken);
            found.AddRange(answer[member]!.AsArray().Select(node => node!));
            input[token] = (string?)answer[token];
        }
        while (input[token] is not null);
        return found;
    }

    private static string NameOf(JsonNode user) => (string)user["Username"]!;

    private static string? EmailOf(JsonNode user) =>
        (string?)user["Attributes"]!.AsArray().FirstOrDefault(attribute => (string?)attribute!["Name"] == "email")?["Value"];
}
