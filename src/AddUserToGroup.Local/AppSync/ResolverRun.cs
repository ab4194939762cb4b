using System.Text.Json.Nodes;
using Acornima.Ast;
using GraphQL;
using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Json;
using Jint.Native.Object;
using Jint.Runtime;

namespace AddUserToGroup.Local.AppSync;

/// <summary>One call of a resolver: its request handler, then its response handler, on the same <c>ctx</c>.</summary>
internal sealed class ResolverRun : IDisposable
{
    private readonly ILogger _logger;
    private readonly Engine _engine;
    private readonly ObjectInstance _handlers;
    private readonly ObjectInstance? _context;

    public ResolverRun(Prepared<Module> module, IResolveFieldContext? field, ILogger logger)
    {
        _logger = logger;
        // AppSync publishes no such limits. Its language loops over lists only, and needs far less than these.
        _engine = new Engine(static options => options
            .Strict()
            .DisableStringCompilation()
            .LimitRecursion(64)
            .MaxStatements(100_000)
            .LimitMemory(64 * 1024 * 1024)
            .TimeoutInterval(TimeSpan.FromSeconds(2)));

        var utilities = ResolverUtilities.For(_engine, field);
        _engine.Modules.Add("@aws-appsync/utils", builder => builder.ExportValue("util", utilities));
        _engine.Modules.Add("resolver", builder => builder.AddModule(module));
        _handlers = _engine.Modules.Import("resolver");
        if (_handlers.Get("request") is not Function || _handlers.Get("response") is not Function)
        {
            throw new InvalidOperationException("It must export the functions request and response.");
        }

        _context = field is null ? null : (ObjectInstance)new JsonParser(_engine).Parse(ResolverContext.JsonFor(field));
    }

    public JsonNode? Request() => Run("request");

    /// <param name="result">What the data source answered, as JSON; null where it failed.</param>
    /// <param name="error">How the data source failed, if it did.</param>
    public JsonNode? Response(string? result, JsonNode? error)
    {
        _context!.Set("result", Parse(result));
        _context.Set("error", Parse(error?.ToJsonString()));
        return Run("response");
    }

    public void Dispose() => _engine.Dispose();

    private JsValue Parse(string? json) =>
        json is null ? JsValue.Null : Guard(() => new JsonParser(_engine).Parse(json));

    private JsonNode? Run(string handler) => Guard(() =>
    {
        var answer = new JsonSerializer(_engine).Serialize(_engine.Invoke(_handlers.Get(handler), _context!));
        return answer.IsString() ? JsonNode.Parse(answer.AsString()) : null;
    });

    // The client learns no more than in AppSync; whoever writes the resolver finds the reason in the log.
    private T Guard<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (Exception exception) when (exception is JintException or TimeoutException)
        {
            _logger.LogError(exception, "The resolver failed: {Reason}", exception.Message);
            throw new AppSyncError("Runtime Error", "Code");
        }
    }
}
