using System.Text.Json;
using Amazon.Lambda.Core;

namespace AddUserToGroup.Tests.StandIns;

/// <summary>A run whose handler does nothing but write to its log.</summary>
internal static class LogRun
{
    public static Task<BootstrapRun> OfAsync(Action<ILambdaLogger> write, string? format, string? level = null) =>
        new Bootstrap
        {
            Environment = { ["AWS_LAMBDA_LOG_FORMAT"] = format, ["AWS_LAMBDA_LOG_LEVEL"] = level },
            Events = [new() { TraceId = "Root=1" }],
            Handler = (_, context) =>
            {
                write(context.Logger);
                return Task.FromResult(Stream.Null);
            },
        }.RunAsync();

    public static async Task<JsonElement> JsonLineAsync(Action<ILambdaLogger> write)
    {
        var run = await OfAsync(write, "JSON");
        Assert.Null(run.Thrown);
        using var document = JsonDocument.Parse(Assert.Single(run.OutputLines));
        return document.RootElement.Clone();
    }
}
