using System.Diagnostics.CodeAnalysis;
using AddUserToGroup.Local.AppSync;
using AddUserToGroup.Local.Lambda;
using AddUserToGroup.Local.Page;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local;

/// <summary>Composes the whole system on this machine.</summary>
internal sealed class LocalStack : IAsyncDisposable
{
    private readonly LocalUserPool _userPool;
    private readonly CognitoClient _cognito;
    private readonly HttpClient _http = new();
    private readonly WebApplication _application;

    private LocalStack(LocalStackOptions options, LocalUserPool userPool, FunctionHost function)
    {
        (_userPool, Function) = (userPool, function);
        _cognito = new CognitoClient(userPool.Info.Endpoint);
        _application = Compose(options);
    }

    public UserPoolInfo UserPool => _userPool.Info;

    public FunctionHost Function { get; }

    /// <summary>The endpoint for Lambda's clients.</summary>
    public Uri Lambda => new(_application.Urls.First());

    /// <summary>The administrator's page, if the options request it.</summary>
    public Uri Page => Lambda;

    public Uri GraphQL => new(Lambda, "/graphql");

    /// <summary>Completes with a sentence when a part ends that the stack needs.</summary>
    public Task<string> Failed => _userPool.Failed;

    /// <exception cref="LocalStackException">Something is missing or in use. Nothing stays running.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The stack owns its parts.")]
    public static async Task<LocalStack> StartAsync(LocalStackOptions options, CancellationToken cancellationToken)
    {
        var functionPath = Path.GetFullPath(options.FunctionPath);
        if (options.Function is null && !File.Exists(functionPath))
        {
            throw new LocalStackException(
                $"There is no function at {functionPath}: build it, or name a native executable or a .dll with --function.");
        }

        Ports.Check(("--port", options.Port), ("--user-pool-port", options.UserPoolPort));
        if (options.Page)
        {
            await PageBundle.EnsureAsync(options.Output, cancellationToken);
        }

        var userPool = await LocalUserPool.StartAsync(
            options.UserPoolPort, options.ServesContainers, options.Output, cancellationToken);
        var run = options.Function ?? new FunctionProcess(functionPath, userPool.Info, options.AssignableGroups).RunAsync;
        var function = new FunctionHost(run, options.Output, TimeSpan.FromSeconds((int)Template.Properties("Function")["Timeout"]!));
        var stack = new LocalStack(options, userPool, function);
        try
        {
            await stack._application.StartAsync(cancellationToken);
            // --function may name any program.
            if (options.Function is null && await function.FindStartFailureAsync(cancellationToken) is { } failure)
            {
                throw new LocalStackException($"{functionPath} {failure}: name a build of the function with --function.");
            }

            return stack;
        }
        catch
        {
            await stack.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await Function.DisposeAsync();
        await _userPool.DisposeAsync();
        _http.Dispose();
        _cognito.Dispose();
    }

    private WebApplication Compose(LocalStackOptions options)
    {
        var application = LoopbackHost.CreateBuilder(Ports.Bind(options.Port)).BuildClosed();
        var explorer = options.Page ? new Explorer(_cognito, UserPool.ClientId) : null;
        application.MapGraphQL(
            "/graphql",
            new GraphQLApi(UserPool, _http, Function.InvokeAsync, options.Output, TimeProvider.System),
            explorer is null ? null : explorer.AnswerAsync);
        InvokeApi.Map(application, Function);
        if (options.Page)
        {
            application.MapPage(
                new()
                {
                    UserPoolId = UserPool.Id,
                    UserPoolClientId = UserPool.ClientId,
                    UserPoolEndpoint = UserPool.Endpoint,
                    GraphQLUrl = new("/graphql", UriKind.Relative),
                    Region = UserPool.Id.Split('_')[0],
                },
                new(_cognito, UserPool.Id));
            explorer?.MapFiles(application);
        }

        return application;
    }
}
