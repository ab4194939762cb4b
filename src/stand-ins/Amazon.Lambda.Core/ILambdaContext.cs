namespace Amazon.Lambda.Core;

/// <summary>The invocation that a handler handles.</summary>
public interface ILambdaContext
{
    ILambdaLogger Logger { get; }

    /// <summary>The time until Lambda stops the invocation; negative after that.</summary>
    TimeSpan RemainingTime { get; }
}
