using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed class LambdaContext(Invocation invocation, ILambdaLogger logger) : ILambdaContext
{
    public ILambdaLogger Logger => logger;

    public TimeSpan RemainingTime => invocation.Deadline - DateTimeOffset.UtcNow;
}
