using System.Text.Json;
using System.Text.Json.Serialization;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQL.Validation.Errors;

namespace AddUserToGroup.Local.AppSync;

/// <summary>Writes errors as AppSync does: its own members beside the message instead of <c>extensions</c>.</summary>
internal sealed class ErrorConverter : JsonConverter<ExecutionError>
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(ExecutionError));

    public override ExecutionError Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, ExecutionError value, JsonSerializerOptions options)
    {
        var error = value is UnhandledError
            ? new AppSyncError("An internal failure occurred.", "InternalFailure")
            : value as AppSyncError;

        writer.WriteStartObject();
        Write("path", value.Path?.ToArray());
        if (error is not null)
        {
            Write("data", error.ErrorData);
            Write("errorType", error.ErrorType);
            Write("errorInfo", error.ErrorInfo);
        }

        Write("locations", value.Locations?.Select(static location =>
            new { line = location.Line, column = location.Column, sourceName = (string?)null }));
        Write("message", error?.Message ?? Message(value));
        writer.WriteEndObject();

        void Write<T>(string name, T member)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, member, options);
        }
    }

    // The kinds are graphql-java's, on which AppSync runs; the sentences after them are GraphQL.NET's.
    private static string Message(ExecutionError error) => error switch
    {
        FieldsOnCorrectTypeError => "Validation error of type FieldUndefined: " + error.Message,
        ProvidedNonNullArgumentsError => "Validation error of type MissingFieldArgument: " + error.Message,
        KnownArgumentNamesError => "Validation error of type UnknownArgument: " + error.Message,
        KnownTypeNamesError => "Validation error of type UnknownType: " + error.Message,
        KnownDirectivesError => "Validation error of type UnknownDirective: " + error.Message,
        ArgumentsOfCorrectTypeError => "Validation error of type WrongType: " + error.Message,
        NoUndefinedVariablesError => "Validation error of type UndefinedVariable: " + error.Message,
        ScalarLeafsError => "Validation error of type SubSelectionRequired: " + error.Message,
        InvalidVariableError or InvalidValueError => error.Message,
        ValidationError => "Validation error of type InvalidSyntax: " + error.Message,
        _ => error.Message,
    };
}
