using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using GraphQL;

namespace AddUserToGroup.Local.AppSync;

/// <summary>An error of one field, with what AppSync says of it beside the message.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Without a type it would say less than a plain ExecutionError.")]
internal sealed class AppSyncError(
    string message, string? errorType, JsonNode? errorData = null, JsonNode? errorInfo = null) : ExecutionError(message)
{
    public string? ErrorType { get; } = errorType;

    public JsonNode? ErrorData { get; } = errorData;

    public JsonNode? ErrorInfo { get; } = errorInfo;

    public static AppSyncError NotAuthorized(IResolveFieldContext field) =>
        new($"Not Authorized to access {field.FieldDefinition.Name} on type {field.ParentType.Name}", "Unauthorized");
}
