using System.Text.Json.Nodes;
using Acornima.Ast;
using GraphQL;
using Jint;
using Jint.Native;
using Jint.Native.Json;
using Jint.Native.Object;

namespace AddUserToGroup.Local.AppSync;

/// <summary>One call of a resolver: its request handler, then its response handler, with the same <c>ctx</c>.</summary>
internal sealed class ResolverRun : IDisposable
{
    private readonly Action<string> _log;
    private readonly Engine _engine;
    private readonly ObjectInstance _handlers;
    private readonly ObjectInstance _context;

    public ResolverRun(Prepared<Module> module, IResolveFieldContext field, Action<string> log)
    {
        _log = log;
        // AppSync's language cannot loop or recurse without end; a mistake in the file must not hang or end the stack.
        _engine = new Engine(static options => options
            .Strict()
            .LimitRecursion(64)
            .TimeoutInterval(TimeSpan.FromSeconds(2)));
        _engine.Modules.Add("@aws-appsync/utils", builder => builder.ExportObject("util", new { error = Error }));
        _engine.Modules.Add("resolver", builder => builder.AddModule(module));
        _handlers = Report(() => _engine.Modules.Import("resolver"));
        _context = (ObjectInstance)new JsonParser(_engine).Parse(ResolverContext.ToJson(field));
    }

    // The one member of AppSync's util that addUserToGroup.js uses.
    private static Action<string, string?> Error { get; } = static (message, type) => throw new AppSyncError(message, type);

    public JsonNode? Request() => Run("request");

    /// <param name="result">The data source's response as JSON; null if it failed.</param>
    /// <param name="error">How the data source failed; null if it did not.</param>
    public JsonNode? Response(string? result, JsonNode? error)
    {
        _context.Set("result", Parse(result));
        _context.Set("error", Parse(error?.ToJsonString()));
        return Run("response");
    }

    public void Dispose() => _engine.Dispose();

    private JsValue Parse(string? json) =>
        json is null ? JsValue.Null : Report(() => new JsonParser(_engine).Parse(json));

    private JsonNode? Run(string handler) => Report(() =>
    {
        var value = new JsonSerializer(_engine).Serialize(_engine.Invoke(_handlers.Get(handler), _context));
        return value.IsString() ? JsonNode.Parse(value.AsString()) : null;
    });

    // As in AppSync, the client does not learn the reason; the log shows it to the developer.
    private T Report<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (Exception exception) when (exception is JintException or TimeoutException)
        {
            _log($"addUserToGroup.js failed: {exception.Message}");
            throw new AppSyncError("Runtime Error", "Code");
        }
    }
}
