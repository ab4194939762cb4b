using System.Net;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Runtime API rejected a request. Nothing catches it: the process ends, and Lambda starts another.</summary>
internal sealed class RuntimeApiClientException(string message, HttpStatusCode statusCode, string response)
    : Exception($"{message}\n\nStatus: {(int)statusCode}\nResponse: \n{response[..Math.Min(response.Length, 512)]}");
