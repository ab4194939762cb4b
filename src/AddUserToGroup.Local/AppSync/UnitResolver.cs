using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AddUserToGroup.Local.Lambda;
using GraphQL;
using GraphQL.Resolvers;

namespace AddUserToGroup.Local.AppSync;

/// <summary>A field's APPSYNC_JS code in front of its one data source, the Lambda function.</summary>
internal sealed class UnitResolver(
    ResolverCode code,
    Func<ReadOnlyMemory<byte>, CancellationToken, Task<InvocationResult>> invoke) : IFieldResolver
{
    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var call = (Call)context.RootValue!;
        call.CountResolver();
        using var run = code.Start(context, call.Logger);
        var payload = PayloadOf(run.Request());
        try
        {
            var answer = await invoke(payload, call.Deadline);
            return !answer.IsError
                ? run.Response(Encoding.UTF8.GetString(answer.Payload.Span), error: null)
                : run.Response(result: null, ErrorOf(answer));
        }
        catch (OperationCanceledException) when (
            call.Deadline.IsCancellationRequested && !context.CancellationToken.IsCancellationRequested)
        {
            throw new AppSyncError("Execution timed out.", "ExecutionTimeout");
        }
    }

    private static byte[] PayloadOf(JsonNode? request)
    {
        var operation = (request as JsonObject)?["operation"] as JsonValue
            ?? throw new AppSyncError("Value for field '$[operation]' not found.", "MappingTemplate");
        if (operation.ToString() is not "Invoke")
        {
            throw new AppSyncError(
                $"Unsupported operation '{operation}': this API's data source knows Invoke.", "MappingTemplate");
        }

        return JsonSerializer.SerializeToUtf8Bytes(request!["payload"]);
    }

    // The error document is the function's, so anything may be in it.
    private static JsonObject ErrorOf(InvocationResult answer)
    {
        JsonNode? document = null;
        try
        {
            document = JsonNode.Parse(answer.Payload.Span);
        }
        catch (JsonException)
        {
        }

        return new JsonObject
        {
            ["message"] = ((document as JsonObject)?["errorMessage"] as JsonValue)?.ToString(),
            ["type"] = "Lambda:Unhandled",
        };
    }
}
