using System.Diagnostics.CodeAnalysis;
using GraphQL;

namespace AddUserToGroup.Local.AppSync;

/// <summary>A field's error with its type.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Without a type it would be a plain ExecutionError.")]
internal sealed class AppSyncError(string message, string? errorType) : ExecutionError(message)
{
    public string? ErrorType { get; } = errorType;
}
