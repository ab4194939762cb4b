namespace AddUserToGroup.Tests.Properties.Events;

/// <summary>An event as each of its makers writes it; the claims repeat what must not be read from them.</summary>
internal static class SampleEvent
{
    public static Node Make(EventShape shape, string userId, string groupName, string issuer, string groups, string sourceIp)
    {
        var arguments = Node.Object(("userId", Node.Literal(userId)), ("groupName", Node.Literal(groupName)));
        var identity = Node.Object(
            ("claims", Node.Object(
                ("sub", Node.Literal("\"7c1f0a52\"")),
                ("iss", Node.Literal(Samples.RightIssuer)),
                ("cognito:username", Node.Literal("\"admin\"")),
                ("exp", Node.Literal("1767229200")),
                ("cognito:groups", Node.List(Node.Literal("\"ADMINS\""))))),
            ("defaultAuthStrategy", Node.Literal("\"ALLOW\"")),
            ("groups", groups is "[\"ADMINS\"]" ? Node.List(Node.Literal("\"ADMINS\"")) : Node.Literal(groups)),
            ("issuer", Node.Literal(issuer)),
            ("sourceIp", Node.Literal(sourceIp)),
            ("sub", Node.Literal("\"7c1f0a52\"")),
            ("username", Node.Literal("\"admin\"")));
        var request = Node.Object(
            ("domainName", Node.Literal("null")), ("headers", Node.Object(("authorization", Node.Literal("\"token\"")))));
        return shape switch
        {
            EventShape.Resolver => Node.Object(("arguments", arguments), ("identity", identity)),
            EventShape.Direct => Node.Object(
                ("arguments", arguments), ("identity", identity), ("source", Node.Literal("null")), ("request", request),
                ("prev", Node.Literal("null")), ("info", Node.Object(("variables", arguments.Copy()))), ("stash", Node.Object())),
            _ => Node.Object(
                ("typeName", Node.Literal("\"Mutation\"")), ("fieldName", Node.Literal("\"addUserToGroup\"")),
                ("arguments", arguments), ("identity", identity), ("source", Node.Literal("null")), ("request", request),
                ("prev", Node.Literal("null"))),
        };
    }
}
