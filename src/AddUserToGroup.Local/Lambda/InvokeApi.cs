using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace AddUserToGroup.Local.Lambda;

/// <summary>
/// Lambda's Invoke, enough of it for <c>aws lambda invoke</c> and any SDK.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
/// </summary>
internal sealed class InvokeApi(FunctionHost function)
{
    private const int LogTailBytes = 4096;

    public async Task<IResult> InvokeAsync(HttpContext context, string name)
    {
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        var (body, _) = await PayloadLimit.ReadAsync(context, PayloadLimit.Request);
        if (!FunctionName.Matches(name) || !IsThisVersion(context.Request.Query["Qualifier"]))
        {
            return Refuse(context, StatusCodes.Status404NotFound, "ResourceNotFoundException", $"Function not found: {name}");
        }

        if (body is not { } payload)
        {
            return TooLarge(context);
        }

        if (payload.IsEmpty)
        {
            payload = "{}"u8.ToArray();
        }

        if (!IsJson(payload.Span))
        {
            return Refuse(
                context,
                StatusCodes.Status400BadRequest,
                "InvalidRequestContentException",
                "Could not parse request body into json: it is not valid JSON in UTF-8.");
        }

        return context.Request.Headers["X-Amz-Invocation-Type"].ToString() switch
        {
            "" or "RequestResponse" => await AnswerAsync(context, payload),
            "Event" => Queue(payload),
            "DryRun" => Results.NoContent(),
            var other => Refuse(
                context,
                StatusCodes.Status400BadRequest,
                "InvalidParameterValueException",
                $"Invocation type {other} is none of RequestResponse, Event and DryRun."),
        };
    }

    private static bool IsThisVersion(string? qualifier) => qualifier is null or FunctionName.Version;

    private async Task<IResult> AnswerAsync(HttpContext context, ReadOnlyMemory<byte> payload)
    {
        var result = await function.InvokeAsync(payload, context.RequestAborted);
        var headers = context.Response.Headers;
        headers["x-amzn-RequestId"] = result.RequestId;
        headers["X-Amz-Executed-Version"] = FunctionName.Version;
        if (result.FunctionError is not null)
        {
            headers["X-Amz-Function-Error"] = result.FunctionError;
        }

        if (context.Request.Headers["X-Amz-Log-Type"] == "Tail")
        {
            headers["X-Amz-Log-Result"] = Tail(result.Log);
        }

        return Results.Bytes(result.Payload, "application/json");
    }

    private IResult Queue(ReadOnlyMemory<byte> payload)
    {
        // Nobody waits for it, and what goes wrong in it is in its log.
        _ = function.InvokeAsync(payload, CancellationToken.None);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private static string Tail(string log)
    {
        var bytes = Encoding.UTF8.GetBytes(log);
        return Convert.ToBase64String(bytes.AsSpan(Math.Max(0, bytes.Length - LogTailBytes)));
    }

    private static bool IsJson(ReadOnlySpan<byte> payload)
    {
        try
        {
            var reader = new Utf8JsonReader(payload, new JsonReaderOptions { MaxDepth = int.MaxValue });
            while (reader.Read())
            {
            }

            return Utf8.IsValid(payload);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IResult TooLarge(HttpContext context) =>
        Refuse(
            context,
            StatusCodes.Status413PayloadTooLarge,
            "RequestEntityTooLargeException",
            $"Request must be smaller than {PayloadLimit.Request} bytes for the InvokeFunction operation");

    private static IResult Refuse(HttpContext context, int status, string type, string message)
    {
        context.Response.Headers["x-amzn-ErrorType"] = type;
        return Results.Json(new JsonObject { ["Type"] = "User", ["Message"] = message }, statusCode: status);
    }
}
