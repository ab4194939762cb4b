using System.Net;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Runtime API refused a request. Nothing catches it: the process ends, Lambda starts another.</summary>
internal sealed class RuntimeApiClientException(
    string message, HttpStatusCode statusCode, string response, Exception? innerException = null)
    : Exception(
        $"{message}\n\nStatus: {(int)statusCode}\nResponse: \n{response[..Math.Min(response.Length, 512)]}",
        innerException)
{
    public int StatusCode { get; } = (int)statusCode;

    public string Response { get; } = response;

    public override string ToString() => $"HTTP Response: \n\n{Response}\n\n{base.ToString()}";
}
