using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using AddUserToGroup.Local.Lambda;
using AddUserToGroup.Local.UserPool;
using GraphQL;
using GraphQL.Instrumentation;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Rules.Custom;

namespace AddUserToGroup.Local.AppSync;

/// <summary>
/// An AppSync API with IAM as its default mode, a user pool as its additional one, and one resolver in front of one Lambda
/// function: what <c>template.yaml</c> deploys, from the same two files.
/// </summary>
internal sealed class GraphQLApi
{
    // A quota of AppSync that cannot be raised.
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);

    // 10,000 is AppSync's default.
    private static readonly int ResolverCountLimit =
        (int?)Template.Properties("GraphQLApi")["ResolverCountLimit"] ?? 10_000;

    // Introspection can nest lists without end, and nothing else in this API has lists.
    private static readonly IEnumerable<IValidationRule> Rules =
    [
        .. DocumentValidator.CoreRules,
        new ComplexityValidationRule(new() { MaxComplexity = 500_000, DefaultListImpactMultiplier = 10 }),
    ];

    private static readonly string DeployedFiles = Path.Combine(AppContext.BaseDirectory, "appsync");

    private readonly TokenVerifier _tokens;
    private readonly TextWriter _output;
    private readonly TimeProvider _time;
    private readonly Schema _schema;
    private readonly DocumentExecuter _executer = new();
    private readonly GraphQLSerializer _serializer = new(static options =>
    {
        options.Converters.Add(new ErrorConverter());
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    });

    /// <param name="userPool">The pool whose users may call.</param>
    /// <param name="http">Fetches the user pool's keys.</param>
    /// <param name="invoke">Invokes the Lambda function with an event.</param>
    /// <param name="output">Receives the causes of internal failures; must be thread-safe.</param>
    /// <param name="time">Measures the request timeout.</param>
    /// <param name="schema">In GraphQL's schema language; the deployed <c>schema.graphql</c> if null.</param>
    /// <param name="resolver">In APPSYNC_JS; the deployed <c>addUserToGroup.js</c> if null.</param>
    public GraphQLApi(
        UserPoolInfo userPool,
        HttpClient http,
        Func<ReadOnlyMemory<byte>, CancellationToken, Task<InvocationResult>> invoke,
        TextWriter output,
        TimeProvider time,
        string? schema = null,
        string? resolver = null)
    {
        (_output, _time) = (output, time);
        _tokens = new TokenVerifier(userPool, http);
        _schema = Build(
            schema ?? File.ReadAllText(Path.Combine(DeployedFiles, "schema.graphql")),
            new UnitResolver(resolver ?? File.ReadAllText(Path.Combine(DeployedFiles, "addUserToGroup.js")), invoke, Log));
    }

    /// <summary>Executes the request and writes the response.</summary>
    /// <exception cref="RequestRejectedException">The request is rejected as a whole, and nothing is written.</exception>
    public async Task ExecuteAsync(HttpContext http)
    {
        var caller = await _tokens.VerifyAsync(http.Request.Headers.Authorization, http.RequestAborted);
        var request = await GraphQLRequest.ReadAsync(http.Request, http.RequestAborted);
        using var timeout = new CancellationTokenSource(RequestTimeout, _time);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, http.RequestAborted);
        var result = await ExecuteAsync(http, request, caller, deadline.Token);
        // AppSync adds a null to the errors of an invalid operation, GraphQL.NET does not.
        result.Executed = true;
        http.Response.ContentType = "application/json;charset=UTF-8";
        await _serializer.WriteAsync(http.Response.Body, result, http.RequestAborted);
    }

    private async Task<ExecutionResult> ExecuteAsync(
        HttpContext http, GraphQLRequest request, Caller caller, CancellationToken deadline)
    {
        try
        {
            return await _executer.ExecuteAsync(new ExecutionOptions
            {
                Schema = _schema,
                Document = request.Document,
                OperationName = request.OperationName,
                Variables = request.Variables,
                ValidationRules = Rules,
                CancellationToken = deadline,
                UnhandledExceptionDelegate = failure =>
                {
                    Log($"The GraphQL API failed: {failure.OriginalException.Message}");
                    return Task.CompletedTask;
                },
                Root = new RequestScope
                {
                    Caller = caller,
                    Headers = http.Request.Headers.ToDictionary(
                        static header => header.Key.ToLowerInvariant(), static header => header.Value.ToString()),
                    SourceAddress = http.Connection.RemoteIpAddress?.ToString(),
                    ResolverCountLimit = ResolverCountLimit,
                },
            });
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            return new() { Errors = [new AppSyncError("Execution timed out.", "ExecutionTimeout")] };
        }
    }

    private void Log(string line) => _output.WriteLine(PrintableText.Escape(line));

    private static Schema Build(string text, UnitResolver addUserToGroup)
    {
        var schema = Schema.For($"{text}\n{FieldAuthorization.Directives}", builder =>
        {
            // Comments are the descriptions.
            builder.IgnoreComments = false;
            builder.AllowUnknownFields = true;
            builder.Types.For("Mutation").FieldFor("addUserToGroup").Resolver = addUserToGroup;
        });
        // Every AppSync schema has the built-in scalars, whether it uses them or not.
        schema.RegisterTypes(new IdGraphType(), new IntGraphType(), new FloatGraphType());
        schema.FieldMiddleware.Use(new FieldAuthorization());
        // A field without a resolver is the member of that name in its parent's value.
        schema.FieldMiddleware.Use(next => context => context.Source is JsonObject parent
            ? ValueTask.FromResult<object?>(parent[context.FieldDefinition.Name]?.GetValue<string>())
            : next(context));
        schema.Initialize();
        return schema;
    }
}
