using System.Net;

namespace AddUserToGroup.Local.Tests.AppSync.TokenAttacks;

/// <summary>One of AppSync's answers to a caller whom it does not let through.</summary>
internal sealed record Refusal(HttpStatusCode Status, string Answer)
{
    public static Refusal NoUsableToken { get; } = Unauthorized("Valid authorization header not provided.");

    public static Refusal NotAuthorized { get; } = Unauthorized("You are not authorized to make this call.");

    public static Refusal Expired { get; } = Unauthorized("Token has expired.");

    /// <summary>A good token, of somebody who is not an administrator.</summary>
    public static Refusal NotInGroup { get; } = new(
        HttpStatusCode.OK,
        """{"errors":[{"path":["addUserToGroup"],"data":null,"errorType":"Unauthorized","errorInfo":null,"locations":[{"line":1,"column":12,"sourceName":null}],"message":"Not Authorized to access addUserToGroup on type Mutation"}],"data":{"addUserToGroup":null}}""");

    private static Refusal Unauthorized(string message) => new(
        HttpStatusCode.Unauthorized,
        $$"""{"errors":[{"errorType":"UnauthorizedException","message":"{{message}}"}]}""");
}
