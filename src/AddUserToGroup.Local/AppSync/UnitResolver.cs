using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AddUserToGroup.Local.Lambda;
using GraphQL;
using GraphQL.Resolvers;
using Jint;

namespace AddUserToGroup.Local.AppSync;

/// <summary>Resolves a field with APPSYNC_JS code in front of one data source, the Lambda function.</summary>
/// <param name="code">The resolver's source.</param>
/// <param name="invoke">Invokes the function with an event.</param>
/// <param name="log">Receives the reason of a failure; must be thread-safe.</param>
internal sealed class UnitResolver(
    string code,
    Func<ReadOnlyMemory<byte>, CancellationToken, Task<InvocationResult>> invoke,
    Action<string> log) : IFieldResolver
{
    private readonly Prepared<Acornima.Ast.Module> _module = Engine.PrepareModule(code);

    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        ((RequestScope)context.RootValue!).CountResolver();
        using var run = new ResolverRun(_module, context, log);
        var result = await invoke(ToPayload(run.Request()), context.CancellationToken);
        return result.IsError
            ? run.Response(result: null, ToError(result))
            : run.Response(Encoding.UTF8.GetString(result.Payload.Span), error: null);
    }

    private static byte[] ToPayload(JsonNode? request) =>
        request is JsonObject invocation && invocation["operation"]?.ToString() == "Invoke"
            ? JsonSerializer.SerializeToUtf8Bytes(invocation["payload"])
            : throw new AppSyncError("The local stack only supports the operation Invoke.", "MappingTemplate");

    private static JsonObject ToError(InvocationResult result)
    {
        JsonNode? document = null;
        try
        {
            document = JsonNode.Parse(result.Payload.Span);
        }
        catch (JsonException)
        {
            // The function wrote the document, so it may be anything.
        }

        return new JsonObject
        {
            ["message"] = ((document as JsonObject)?["errorMessage"] as JsonValue)?.ToString(),
            ["type"] = "Lambda:Unhandled",
        };
    }
}
