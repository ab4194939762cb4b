using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace AddUserToGroup.Local.AppSync;

/// <summary>A field without a resolver of its own: the member of that name in what its parent resolved to.</summary>
internal sealed class PropertyResolver : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var field = context.FieldDefinition;
        var value = (context.Source as JsonObject)?[field.Name];
        if (value is null && field.ResolvedType is NonNullGraphType { ResolvedType: var type })
        {
            throw new ExecutionError(
                $"Cannot return null for non-nullable type: '{type}' within parent '{context.ParentType.Name}' "
                + $"(/{string.Join('/', context.ResponsePath)})");
        }

        return ValueTask.FromResult(value?.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
            JsonValueKind.Number => value.GetValue<decimal>(),
            _ => (object?)value,
        });
    }
}
