using System.Text.Json.Nodes;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Page;

/// <summary>
/// Who is in which group, for the page to show. A convenience of the local stack, and no part of the API that is deployed:
/// a browser has no AWS credentials to ask Cognito with, and here there is nobody to keep the sample users from.
/// </summary>
internal static class GroupMembers
{
    public static async Task AnswerAsync(HttpContext context, CognitoClient cognito, string userPoolId)
    {
        try
        {
            var groups = await ReadAsync(cognito, userPoolId, context.RequestAborted);
            await context.Response.WriteAsJsonAsync(groups, context.RequestAborted);
        }
        catch (Exception exception) when (exception is CognitoException or HttpRequestException)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
        }
    }

    private static async Task<List<object>> ReadAsync(
        CognitoClient cognito, string userPoolId, CancellationToken cancellationToken)
    {
        var groups = await cognito.CallAsync("ListGroups", new() { ["UserPoolId"] = userPoolId }, cancellationToken);
        var result = new List<object>();
        foreach (var name in groups["Groups"]!.AsArray().Select(group => (string)group!["GroupName"]!))
        {
            var answer = await cognito.CallAsync(
                "ListUsersInGroup", new() { ["UserPoolId"] = userPoolId, ["GroupName"] = name }, cancellationToken);
            var members = answer["Users"]!.AsArray().Select(user => NameOf(user!)).Order(StringComparer.Ordinal);
            result.Add(new { name, members });
        }

        return result;
    }

    private static string NameOf(JsonNode user) =>
        (string?)user["Attributes"]!.AsArray().FirstOrDefault(attribute => (string?)attribute!["Name"] == "email")?["Value"]
        ?? (string)user["Username"]!;
}
