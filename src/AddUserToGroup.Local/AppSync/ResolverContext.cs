using System.Text.Json;
using GraphQL;

namespace AddUserToGroup.Local.AppSync;

/// <summary>The members of AppSync's <c>ctx</c> that a resolver in front of a Lambda function uses.</summary>
internal static class ResolverContext
{
    public static string ToJson(IResolveFieldContext field)
    {
        var scope = (RequestScope)field.RootValue!;
        var arguments = field.Arguments?.ToDictionary(
            static argument => argument.Key, static argument => argument.Value.Value);
        return JsonSerializer.Serialize(new
        {
            arguments,
            args = arguments,
            identity = new
            {
                claims = scope.Caller.Claims,
                defaultAuthStrategy = "ALLOW",
                groups = scope.Caller.Groups,
                issuer = scope.Caller.Issuer,
                sourceIp = new[] { scope.SourceAddress },
                sub = scope.Caller.Subject,
                username = scope.Caller.Username,
            },
            request = new { headers = scope.Headers },
            result = (object?)null,
            error = (object?)null,
            stash = new { },
        });
    }
}
