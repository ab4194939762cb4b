using System.Text;
using System.Text.Json;
using GraphQL;
using GraphQL.SystemTextJson;
using Microsoft.AspNetCore.Http.Features;

namespace AddUserToGroup.Local.AppSync;

/// <summary>A GraphQL request as HTTP carries it; AppSync's rules for it are in graphql/graphql-over-http#81.</summary>
/// <param name="Query">A GraphQL document.</param>
/// <param name="OperationName">Which of the document's operations to run; it may be null where there is one.</param>
/// <param name="Variables">A JSON object, empty where the request has none.</param>
internal sealed record GraphQLRequest(string Query, string? OperationName, JsonElement Variables)
{
    // AppSync publishes no figure for the body. This is the longest operation that EventBridge hands to AppSync.
    private const int LongestBody = 1024 * 1024;

    private static readonly JsonElement NoVariables = JsonElement.Parse("{}");
    private static readonly GraphQLSerializer Serializer = new();

    /// <summary><see cref="Variables"/> as the executer takes them.</summary>
    public Inputs Inputs { get; } = Serializer.ReadNode<Inputs>(Variables) ?? Inputs.Empty;

    /// <exception cref="RequestRefusedException">The request is not one that AppSync takes.</exception>
    public static async Task<GraphQLRequest> ReadAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsGet(http.Method))
        {
            return FromQueryString(http.Query);
        }

        var contentType = http.GetTypedHeaders().ContentType?.MediaType.Value?.ToUpperInvariant();
        if (contentType is not ("APPLICATION/JSON" or "APPLICATION/GRAPHQL"))
        {
            throw RequestRefusedException.Malformed();
        }

        var body = await ReadBodyAsync(http, cancellationToken);
        try
        {
            return FromJson(JsonElement.Parse(body));
        }
        catch (JsonException) when (contentType is "APPLICATION/GRAPHQL")
        {
            // Clients send the JSON envelope under this type too, and some the bare document, as its name says.
            return new GraphQLRequest(Encoding.UTF8.GetString(body), null, NoVariables);
        }
        catch (Exception exception) when (IsAboutJson(exception))
        {
            throw RequestRefusedException.Malformed();
        }
    }

    private static GraphQLRequest FromQueryString(IQueryCollection query)
    {
        try
        {
            return new GraphQLRequest(
                query["query"] is [{ Length: > 0 } document] ? document : throw RequestRefusedException.Malformed(),
                query["operationName"] is [{ Length: > 0 } name] ? name : null,
                query["variables"] is [{ Length: > 0 } variables]
                    ? ObjectOrNone(JsonElement.Parse(variables))
                    : NoVariables);
        }
        catch (Exception exception) when (IsAboutJson(exception))
        {
            throw RequestRefusedException.Malformed();
        }
    }

    private static GraphQLRequest FromJson(JsonElement body)
    {
        if (body.ValueKind is not JsonValueKind.Object)
        {
            throw RequestRefusedException.Malformed();
        }

        return new GraphQLRequest(
            Text(body, "query") ?? throw RequestRefusedException.Malformed(),
            Text(body, "operationName"),
            body.TryGetProperty("variables", out var variables) ? ObjectOrNone(variables) : NoVariables);
    }

    private static string? Text(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var member) || member.ValueKind is JsonValueKind.Null)
        {
            return null;
        }

        return member.ValueKind is JsonValueKind.String
            ? member.GetString()
            : throw RequestRefusedException.Malformed();
    }

    private static JsonElement ObjectOrNone(JsonElement variables) => variables.ValueKind switch
    {
        JsonValueKind.Object => variables,
        JsonValueKind.Null => NoVariables,
        _ => throw RequestRefusedException.Malformed(),
    };

    // What is no UTF-8, or half a surrogate pair, shows only when a string is read, and then in this other way.
    private static bool IsAboutJson(Exception exception) => exception is JsonException or InvalidOperationException;

    private static async Task<byte[]> ReadBodyAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        // Kestrel counts, so that a body without a Content-Length is cut off as well.
        http.HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = LongestBody;
        using var body = new MemoryStream();
        try
        {
            await http.Body.CopyToAsync(body, cancellationToken);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode is StatusCodes.Status413PayloadTooLarge)
        {
            throw new RequestRefusedException(
                exception.StatusCode, "RequestEntityTooLargeException", "Request body is too large.");
        }

        return body.Length > 0 ? body.ToArray() : throw RequestRefusedException.Malformed("Request body is empty.");
    }
}
