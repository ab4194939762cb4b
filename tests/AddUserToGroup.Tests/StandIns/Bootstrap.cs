using System.Text;
using AddUserToGroup.Tests.Http;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Microsoft.AspNetCore.Http;

namespace AddUserToGroup.Tests.StandIns;

/// <summary>Runs the loop on a Runtime API that has the given events, and cancels it when it asks for more.</summary>
internal sealed class Bootstrap
{
    private static readonly string[] Cleared =
    [
        "AWS_LAMBDA_HANDLER_LOG_FORMAT",
        "AWS_LAMBDA_HANDLER_LOG_LEVEL",
        "AWS_LAMBDA_LOG_FORMAT",
        "AWS_LAMBDA_LOG_LEVEL",
        "_X_AMZN_TRACE_ID",
    ];

    public Func<Stream, ILambdaContext, Task<Stream>> Handler { get; init; } =
        (_, _) => Task.FromResult<Stream>(new MemoryStream("{}"u8.ToArray()));

    public IReadOnlyList<RuntimeEvent> Events { get; init; } = [new()];

    public LambdaBootstrapInitializer? Initializer { get; init; }

    public Dictionary<string, string?> Environment { get; init; } = [];

    /// <summary>Called for what is not a request for the next event; unset: 202 with Lambda's body.</summary>
    public Func<HttpContext, Task> Accept { get; init; } = context => RespondAsync(context, 202, """{"status":"OK"}""");

    public static async Task RespondAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body);
    }

    public async Task<BootstrapRun> RunAsync()
    {
        using var stop = new CancellationTokenSource();
        var events = new Queue<RuntimeEvent>(Events);
        await using var api = await LoopbackServer.StartAsync(async (request, context) =>
        {
            if (request.Method == "POST")
            {
                await Accept(context);
            }
            else if (events.TryDequeue(out var next))
            {
                await next.SendAsync(context);
            }
            else
            {
                await stop.CancelAsync();
                context.Abort();
            }
        });

        var variables = Cleared.Select(name => KeyValuePair.Create(name, (string?)null))
            .Append(new("AWS_LAMBDA_RUNTIME_API", api.Address.Authority))
            .Concat(Environment);
        using var environment = new EnvironmentScope(variables);
        var (consoleOut, consoleError) = (Console.Out, Console.Error);
        using var output = new StringWriter(new StringBuilder());
        using var error = new StringWriter(new StringBuilder());
        Exception? thrown;
        try
        {
            Console.SetOut(output);
            Console.SetError(error);
            var builder = LambdaBootstrapBuilder.Create(Handler);
            if (Initializer is not null)
            {
                builder.UseBootstrapHandler(Initializer);
            }

            using var bootstrap = builder.Build();
            thrown = await Record.ExceptionAsync(() => bootstrap.RunAsync(stop.Token));
        }
        finally
        {
            Console.SetOut(consoleOut);
            Console.SetError(consoleError);
        }

        return new BootstrapRun(api.Received, output.ToString(), thrown);
    }
}
