using GraphQL;
using GraphQL.Instrumentation;
using GraphQL.Types;

namespace AddUserToGroup.Local.AppSync;

/// <summary>
/// Enforces the schema's <c>@aws_…</c> directives for a user pool's caller in an API whose default mode is IAM. A field's own
/// directives count, otherwise its type's. A field without any belongs to the default mode.
/// </summary>
internal sealed class FieldAuthorization : IFieldMiddleware
{
    private const string UserPools = "aws_cognito_user_pools";

    /// <summary>
    /// AppSync's built-in directives, which a schema uses without declaring them. <c>@aws_auth</c> has no effect, as in every API
    /// with more than one mode.
    /// </summary>
    public const string Directives = """
        directive @aws_api_key on OBJECT | FIELD_DEFINITION
        directive @aws_auth(cognito_groups: [String!]!) on OBJECT | FIELD_DEFINITION
        directive @aws_cognito_user_pools(cognito_groups: [String!]) on OBJECT | FIELD_DEFINITION
        directive @aws_iam on OBJECT | FIELD_DEFINITION
        directive @aws_lambda on OBJECT | FIELD_DEFINITION
        directive @aws_oidc on OBJECT | FIELD_DEFINITION
        """;

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context, FieldMiddlewareDelegate next) =>
        IsIntrospection(context) || IsAllowed(context)
            ? next(context)
            : throw new AppSyncError(
                $"Not Authorized to access {context.FieldDefinition.Name} on type {context.ParentType.Name}", "Unauthorized");

    private static bool IsIntrospection(IResolveFieldContext context) =>
        context.FieldDefinition.Name.StartsWith("__", StringComparison.Ordinal)
        || context.ParentType.Name.StartsWith("__", StringComparison.Ordinal);

    private static bool IsAllowed(IResolveFieldContext context)
    {
        var modes = Modes(context.FieldDefinition) ?? Modes(context.ParentType) ?? [];
        if (modes.FirstOrDefault(static mode => mode.Name == UserPools) is not { } userPools)
        {
            return false;
        }

        var callersGroups = ((RequestScope)context.RootValue!).Caller.Groups ?? [];
        return userPools.FindArgument("cognito_groups")?.Value is not IEnumerable<object> groups
            || groups.Any(group => callersGroups.Contains(group));
    }

    private static List<AppliedDirective>? Modes(IMetadataReader element)
    {
        var modes = element.GetAppliedDirectives()?.Where(static directive =>
            directive.Name is UserPools or "aws_api_key" or "aws_iam" or "aws_lambda" or "aws_oidc").ToList();
        return modes is { Count: > 0 } ? modes : null;
    }
}
