namespace AddUserToGroup;

/// <summary>
/// Keeps the Runtime API off the proxy. Before September 2026, Amazon.Lambda.RuntimeSupport sent its requests through
/// <c>HTTP_PROXY</c>, where nothing can answer them. Requests to Cognito still go through the proxy.
/// </summary>
internal static class RuntimeApiProxy
{
    /// <param name="get">Reads an environment variable.</param>
    /// <param name="set">Sets one, before .NET reads its proxy settings.</param>
    public static void Bypass(Func<string, string?> get, Action<string, string?> set)
    {
        // host:port
        if (get("AWS_LAMBDA_RUNTIME_API")?.Split(':')[0] is { Length: > 0 } host)
        {
            // .NET reads the lower-case name first, and the other one only if that is not set.
            var others = get("no_proxy") ?? get("NO_PROXY");
            set("no_proxy", string.IsNullOrEmpty(others) ? host : $"{others},{host}");
        }
    }
}
