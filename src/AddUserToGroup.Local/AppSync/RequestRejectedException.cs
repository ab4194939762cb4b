using System.Diagnostics.CodeAnalysis;

namespace AddUserToGroup.Local.AppSync;

/// <summary>A request that is rejected before any GraphQL runs, because of its token or its form.</summary>
/// <param name="statusCode">The HTTP status of the response.</param>
/// <param name="errorType">AppSync's name for the error, in the body and in the header <c>x-amzn-ErrorType</c>.</param>
/// <param name="message">The message for the client.</param>
[SuppressMessage("Design", "CA1032", Justification = "The response needs a status and a type.")]
internal sealed class RequestRejectedException(int statusCode, string errorType, string message) : Exception(message)
{
    public int StatusCode { get; } = statusCode;

    public string ErrorType { get; } = errorType;

    /// <summary>
    /// AppSync's response to a missing header. An API with several modes, as this one has, gives it also if the header is no token
    /// of its providers: a <c>Bearer </c> prefix, a signature for IAM, garbage.
    /// </summary>
    public static RequestRejectedException NoUsableToken() => Unauthorized("Valid authorization header not provided.");

    public static RequestRejectedException NotAuthorized() => Unauthorized("You are not authorized to make this call.");

    public static RequestRejectedException Unauthorized(string message) =>
        new(StatusCodes.Status401Unauthorized, "UnauthorizedException", message);

    public static RequestRejectedException Malformed(string message = "Unable to parse GraphQL query.") =>
        new(StatusCodes.Status400BadRequest, "MalformedHttpRequestException", message);

    public static RequestRejectedException BadRequest(string message) =>
        new(StatusCodes.Status400BadRequest, "BadRequestException", message);
}
