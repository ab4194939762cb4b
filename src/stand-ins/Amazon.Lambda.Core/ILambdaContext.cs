namespace Amazon.Lambda.Core;

/// <summary>What a handler is told about the invocation.</summary>
public interface ILambdaContext
{
    ILambdaLogger Logger { get; }

    /// <summary>Until Lambda stops the invocation; negative once that moment has passed.</summary>
    TimeSpan RemainingTime { get; }
}
