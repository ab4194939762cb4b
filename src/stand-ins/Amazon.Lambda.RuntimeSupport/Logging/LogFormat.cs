namespace Amazon.Lambda.RuntimeSupport;

internal enum LogFormat
{
    /// <summary>Also for Lambda's own word for it, "Text".</summary>
    Default,
    Unformatted,
    Json,
}
