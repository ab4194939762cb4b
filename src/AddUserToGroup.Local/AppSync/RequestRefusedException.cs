using System.Diagnostics.CodeAnalysis;

namespace AddUserToGroup.Local.AppSync;

/// <summary>A request that is answered before any GraphQL runs: its token or its form is wrong.</summary>
/// <param name="statusCode">The HTTP status of the answer.</param>
/// <param name="errorType">AppSync's name for the error, in the body and in the header <c>x-amzn-ErrorType</c>.</param>
/// <param name="message">What the client is told.</param>
[SuppressMessage("Design", "CA1032", Justification = "A refusal without a status and a type cannot be answered.")]
internal sealed class RequestRefusedException(int statusCode, string errorType, string message) : Exception(message)
{
    public int StatusCode { get; } = statusCode;

    public string ErrorType { get; } = errorType;

    /// <summary>
    /// AppSync gives these words to a missing header and, where an API has several modes, as this one has, to anything
    /// in it that is not a token of one of the API's providers: a <c>Bearer </c> prefix, a signature for IAM, garbage.
    /// </summary>
    public static RequestRefusedException NoUsableToken() => Unauthorized("Valid authorization header not provided.");

    public static RequestRefusedException NotAuthorized() => Unauthorized("You are not authorized to make this call.");

    public static RequestRefusedException Unauthorized(string message) =>
        new(StatusCodes.Status401Unauthorized, "UnauthorizedException", message);

    public static RequestRefusedException Malformed(string message = "Unable to parse GraphQL query.") =>
        new(StatusCodes.Status400BadRequest, "MalformedHttpRequestException", message);

    public static RequestRefusedException BadRequest(string message) =>
        new(StatusCodes.Status400BadRequest, "BadRequestException", message);
}
