using Acornima.Ast;
using GraphQL;
using Jint;
using Jint.Runtime;
using Microsoft.Extensions.Logging.Abstractions;

namespace AddUserToGroup.Local.AppSync;

/// <summary>One resolver's APPSYNC_JS source, parsed once and run in a fresh engine for each call.</summary>
internal sealed class ResolverCode
{
    private readonly Prepared<Module> _module;

    /// <exception cref="InvalidOperationException">This is not a resolver; the message says why.</exception>
    public ResolverCode(string source)
    {
        try
        {
            _module = Engine.PrepareModule(source);
            // Imports that do not exist and missing handlers show here, at the start, instead of in the first request.
            using var probe = new ResolverRun(_module, field: null, NullLogger.Instance);
        }
        catch (Exception exception) when (exception is ScriptPreparationException or JintException or TimeoutException)
        {
            throw new InvalidOperationException($"The resolver cannot run: {exception.Message}", exception);
        }
    }

    public ResolverRun Start(IResolveFieldContext field, ILogger logger) => new(_module, field, logger);
}
