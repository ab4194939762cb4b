using System.Text.Json;
using System.Text.Json.Nodes;

namespace AddUserToGroup.Local.Lambda;

/// <summary>
/// Lambda's Invoke operation, synchronous and without a log, for <c>aws lambda invoke</c> and the SDKs.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
/// </summary>
internal sealed class InvokeApi(FunctionHost function)
{
    public static void Map(IEndpointRouteBuilder endpoints, FunctionHost function) =>
        endpoints.MapPost("/2015-03-31/functions/{name}/invocations", new InvokeApi(function).InvokeAsync);

    private async Task<IResult> InvokeAsync(HttpContext context, string name)
    {
        var headers = context.Response.Headers;
        headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        if (name != FunctionProcess.Name)
        {
            return Reject(context, StatusCodes.Status404NotFound, "ResourceNotFoundException", $"Function not found: {name}");
        }

        var type = context.Request.Headers["X-Amz-Invocation-Type"].ToString();
        if (type is not ("" or "RequestResponse"))
        {
            return Reject(
                context, StatusCodes.Status400BadRequest, "InvalidParameterValueException", "The local stack only supports the invocation type RequestResponse.");
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        ReadOnlyMemory<byte> payload = body.Length == 0 ? "{}"u8.ToArray() : body.ToArray();
        if (!IsJson(payload))
        {
            return Reject(
                context, StatusCodes.Status400BadRequest, "InvalidRequestContentException", "Could not parse request body into json.");
        }

        var result = await function.InvokeAsync(payload, context.RequestAborted);
        headers["X-Amz-Executed-Version"] = FunctionProcess.Version;
        if (result.IsError)
        {
            headers["X-Amz-Function-Error"] = "Unhandled";
        }

        return Results.Bytes(result.Payload, "application/json");
    }

    private static bool IsJson(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload, new() { MaxDepth = int.MaxValue });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IResult Reject(HttpContext context, int status, string type, string message)
    {
        context.Response.Headers["x-amzn-ErrorType"] = type;
        return Results.Json(new JsonObject { ["Type"] = "User", ["Message"] = message }, statusCode: status);
    }
}
