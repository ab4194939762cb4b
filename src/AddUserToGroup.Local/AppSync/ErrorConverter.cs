using System.Text.Json;
using System.Text.Json.Serialization;
using GraphQL;
using GraphQL.Execution;

namespace AddUserToGroup.Local.AppSync;

/// <summary>Writes errors as AppSync does: with its own members beside the message, and without <c>extensions</c>.</summary>
internal sealed class ErrorConverter : JsonConverter<ExecutionError>
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(ExecutionError));

    public override ExecutionError Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, ExecutionError value, JsonSerializerOptions options)
    {
        var path = value.Path?.ToArray();
        var locations = value.Locations?.Select(static location =>
            new { line = location.Line, column = location.Column, sourceName = (string?)null });
        var error = value switch
        {
            AppSyncError { ErrorType: var errorType } => Typed(errorType, value.Message),
            UnhandledError => Typed("InternalFailure", "An internal failure occurred."),
            _ => new { path, locations, message = value.Message },
        };
        JsonSerializer.Serialize(writer, error, options);

        object Typed(string? errorType, string message) =>
            new { path, data = (object?)null, errorType, errorInfo = (object?)null, locations, message };
    }
}
