using System.Text.Encodings.Web;
using AddUserToGroup.Local.Lambda;
using AddUserToGroup.Local.UserPool;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Instrumentation;
using GraphQL.Resolvers;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;

namespace AddUserToGroup.Local.AppSync;

/// <summary>
/// An AppSync API with IAM as its default mode, a user pool as its additional one, and one resolver in front of one
/// Lambda function: what <c>template.yaml</c> deploys, from the same two files.
/// </summary>
internal sealed class GraphQLApi
{
    // A quota of AppSync that cannot be raised.
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(30);

    // AppSync's own limit where the template sets none.
    private static readonly int ResolverCountLimit =
        (int?)Template.Properties("GraphQLApi")["ResolverCountLimit"] ?? 10_000;

    private static readonly string DeployedFiles = Path.Combine(AppContext.BaseDirectory, "appsync");

    private readonly TokenVerifier _tokens;
    private readonly TimeProvider _time;
    private readonly Schema _schema;
    private readonly DocumentExecuter _executer = new();
    private readonly GraphQLSerializer _serializer = new(static options =>
    {
        options.Converters.Add(new ErrorConverter());
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    });

    /// <param name="userPool">Whose users may call.</param>
    /// <param name="http">Fetches the user pool's keys.</param>
    /// <param name="invoke">Invokes the Lambda function with an event.</param>
    /// <param name="time">Says whether a token has expired and when a request has taken too long.</param>
    /// <param name="schema">GraphQL's schema language; the deployed <c>schema.graphql</c> unless given.</param>
    /// <param name="resolver">APPSYNC_JS; the deployed <c>addUserToGroup.js</c> unless given.</param>
    public GraphQLApi(
        UserPoolInfo userPool,
        HttpClient http,
        Func<ReadOnlyMemory<byte>, CancellationToken, Task<InvocationResult>> invoke,
        TimeProvider time,
        string? schema = null,
        string? resolver = null)
    {
        _time = time;
        _tokens = new TokenVerifier(userPool, http, time);
        var code = new ResolverCode(resolver ?? File.ReadAllText(Path.Combine(DeployedFiles, "addUserToGroup.js")));
        _schema = Build(
            schema ?? File.ReadAllText(Path.Combine(DeployedFiles, "schema.graphql")),
            new UnitResolver(code, invoke));
    }

    /// <summary>Writes the answer to the response, refusals of the whole request excepted.</summary>
    /// <exception cref="RequestRefusedException">The request is not answered with GraphQL.</exception>
    public async Task AnswerAsync(HttpContext http, ILogger logger)
    {
        var caller = await _tokens.VerifyAsync(http.Request.Headers.Authorization, http.RequestAborted);
        var request = await GraphQLRequest.ReadAsync(http.Request, http.RequestAborted);
        using var timeout = new CancellationTokenSource(LongestRequest, _time);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, http.RequestAborted);

        var result = await _executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = _schema,
            Query = request.Query,
            OperationName = request.OperationName,
            Variables = request.Inputs,
            CancellationToken = http.RequestAborted,
            UnhandledExceptionDelegate = failure =>
            {
                logger.LogError(failure.OriginalException, "A field could not be resolved.");
                return Task.CompletedTask;
            },
            Root = new Call
            {
                Caller = caller,
                Headers = http.Request.Headers.ToDictionary(
                    static header => header.Key.ToLowerInvariant(), static header => header.Value.ToString()),
                SourceAddress = http.Connection.RemoteIpAddress?.ToString(),
                Variables = request.Variables,
                Logger = logger,
                ResolverCountLimit = ResolverCountLimit,
                Deadline = deadline.Token,
            },
        });

        RefuseWhatIsNoOperation(result, request);
        // AppSync answers invalid operations with a null beside the errors, GraphQL.NET with the errors alone.
        result.Executed = true;
        http.Response.ContentType = "application/json;charset=UTF-8";
        await _serializer.WriteAsync(http.Response.Body, result, http.RequestAborted);
    }

    private static void RefuseWhatIsNoOperation(ExecutionResult result, GraphQLRequest request)
    {
        var refusal = result.Errors?.FirstOrDefault() switch
        {
            _ when result.Executed => null,
            SyntaxError or NoOperationError or UnhandledError { Code: "MAX_DEPTH_EXCEEDED" } =>
                RequestRefusedException.Malformed(),
            NoOperationNameError => RequestRefusedException.BadRequest("Missing operation name."),
            InvalidOperationNameError =>
                RequestRefusedException.BadRequest($"Unknown operation named '{request.OperationName}'."),
            _ => null,
        };
        if (refusal is not null)
        {
            throw refusal;
        }
    }

    private static Schema Build(string text, UnitResolver addUserToGroup)
    {
        var schema = Schema.For($"{text}\n{FieldAuthorization.Directives}", builder =>
        {
            // They are the descriptions.
            builder.IgnoreComments = false;
            // Every field gets its resolver by name: left alone, GraphQL.NET would look for C# members.
            foreach (var type in Parser.Parse(text).Definitions.OfType<GraphQLObjectTypeDefinition>())
            {
                foreach (var field in type.Fields?.Items ?? [])
                {
                    builder.Types.For(type.Name.StringValue).FieldFor(field.Name.StringValue).Resolver =
                        type.Name == "Mutation" && field.Name == "addUserToGroup"
                            ? addUserToGroup
                            : new PropertyResolver();
                }
            }
        });
        schema.FieldMiddleware.Use(new FieldAuthorization());
        schema.Initialize();
        return schema;
    }
}
