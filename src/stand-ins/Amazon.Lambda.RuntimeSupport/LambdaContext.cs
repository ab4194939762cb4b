using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed class LambdaContext(Invocation invocation, FunctionLog log) : ILambdaContext
{
    public string AwsRequestId => invocation.RequestId;

    public ILambdaLogger Logger { get; } = new LambdaConsoleLogger(log);

    public TimeSpan RemainingTime => invocation.Deadline - DateTimeOffset.UtcNow;
}
