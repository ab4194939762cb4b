using System.Text.Json;
using GraphQL;
using GraphQLParser.Visitors;

namespace AddUserToGroup.Local.AppSync;

/// <summary>The <c>ctx</c> that AppSync hands to a resolver (devguide, "resolver context object reference").</summary>
internal static class ResolverContext
{
    public static string JsonFor(IResolveFieldContext field)
    {
        var call = (Call)field.RootValue!;
        var arguments = field.Arguments?.ToDictionary(
            static argument => argument.Key, static argument => argument.Value.Value);
        return JsonSerializer.Serialize(new
        {
            arguments,
            args = arguments,
            identity = new
            {
                claims = call.Caller.Claims,
                defaultAuthStrategy = "ALLOW",
                groups = call.Caller.Groups,
                issuer = call.Caller.Issuer,
                sourceIp = new[] { call.SourceAddress },
                sub = call.Caller.Subject,
                username = call.Caller.Username,
            },
            source = (object?)null,
            result = (object?)null,
            error = (object?)null,
            prev = (object?)null,
            stash = new { },
            outErrors = Array.Empty<object>(),
            request = new { headers = call.Headers, domainName = (string?)null },
            info = new
            {
                fieldName = field.FieldDefinition.Name,
                parentTypeName = field.ParentType.Name,
                variables = call.Variables,
                // What fragments bring in is listed too, and an aliased field by its alias.
                selectionSetList = field.SubFields?.Keys.ToArray() ?? [],
                selectionSetGraphQL = field.FieldAst.SelectionSet is { } selection
                    ? new SDLPrinter().Print(selection)
                    : "",
            },
        });
    }
}
