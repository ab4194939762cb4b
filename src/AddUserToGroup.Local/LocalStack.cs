using System.Diagnostics.CodeAnalysis;
using AddUserToGroup.Local.AppSync;
using AddUserToGroup.Local.Lambda;
using AddUserToGroup.Local.UserPool;
using Microsoft.AspNetCore.Connections;

namespace AddUserToGroup.Local;

/// <summary>The whole system on this machine, and the one place where it is put together.</summary>
internal sealed class LocalStack : IAsyncDisposable
{
    private readonly LocalUserPool _userPool;
    private readonly HttpClient _http;
    private readonly WebApplication _application;

    private LocalStack(LocalUserPool userPool, FunctionHost function, HttpClient http, WebApplication application) =>
        (_userPool, Function, _http, _application) = (userPool, function, http, application);

    public UserPoolInfo UserPool => _userPool.Info;

    public FunctionHost Function { get; }

    /// <summary>The endpoint for Lambda's clients.</summary>
    public Uri Lambda => new(_application.Urls.Single());

    public Uri GraphQL => new(Lambda, "/graphql");

    /// <exception cref="LocalStackException">Something is missing or in use; nothing is left running.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The stack owns its parts.")]
    public static async Task<LocalStack> StartAsync(LocalStackOptions options, CancellationToken cancellationToken)
    {
        var functionPath = Path.GetFullPath(options.FunctionPath);
        if (options.Function is null && !File.Exists(functionPath))
        {
            throw new LocalStackException(
                $"There is no function at {functionPath}: build it first, or name a native executable or a .dll with --function.");
        }

        var userPool = await LocalUserPool.StartAsync(options, cancellationToken);
        var run = options.Function ?? new FunctionProcess(functionPath, userPool.Info).RunAsync;
        var function = new FunctionHost(run, options.Output, options.FunctionTimeout);
        var http = new HttpClient();
        var api = new GraphQLApi(userPool.Info, http, function.InvokeAsync, TimeProvider.System);
        var stack = new LocalStack(userPool, function, http, Compose(options.Port, function, api));
        try
        {
            await stack._application.StartAsync(cancellationToken);
            return stack;
        }
        catch (Exception exception)
        {
            await stack.DisposeAsync();
            throw exception is IOException { InnerException: AddressInUseException }
                ? new LocalStackException(
                    $"Port {options.Port} on 127.0.0.1 is in use: stop what uses it, or choose another with --port (0 for a free one).",
                    exception)
                : exception;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await Function.DisposeAsync();
        await _userPool.DisposeAsync();
        _http.Dispose();
    }

    private static WebApplication Compose(int port, FunctionHost function, GraphQLApi api)
    {
        var builder = LoopbackHost.CreateBuilder(port);
        // What resolver code logs, and why a field failed; of the server itself there is nothing to read.
        builder.Logging
            .AddSimpleConsole(options => options.SingleLine = true)
            .AddFilter((category, _) => category == "AppSync");
        var application = builder.Build();
        application.MapGraphQL("/graphql", api);
        application.MapLambda(function);
        return application;
    }
}
