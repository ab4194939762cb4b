using System.Text.Json;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Microsoft.AspNetCore.Http.Features;

namespace AddUserToGroup.Local.AppSync;

/// <summary>A GraphQL request in an HTTP request; graphql/graphql-over-http#81 has AppSync's rules.</summary>
/// <param name="Document">The parsed document; it contains the operation.</param>
/// <param name="OperationName">The operation to run; null if the document has only one.</param>
/// <param name="Variables">Empty if the request has none.</param>
internal sealed record GraphQLRequest(GraphQLDocument Document, string? OperationName, Inputs Variables)
{
    // AppSync publishes no limit. This is the longest operation that EventBridge can send to AppSync, in bytes.
    private const int MaxBodySize = 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly GraphQLSerializer Serializer = new();

    /// <exception cref="RequestRejectedException">AppSync would reject the request.</exception>
    public static async Task<GraphQLRequest> ReadAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        http.HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = MaxBodySize;
        if (!http.HasJsonContentType())
        {
            throw RequestRejectedException.Malformed(
                $"The content type \"{http.ContentType}\" is not supported: send the request by POST as application/json.");
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(http.Body, Strict, cancellationToken);
            var request = Serializer.ReadNode<GraphQL.Transport.GraphQLRequest>(body.RootElement);
            var document = Parser.Parse(request?.Query ?? "");
            CheckOperation(document, request!.OperationName);
            if (await DocumentSize.IsTooLargeAsync(document))
            {
                throw RequestRejectedException.BadRequest(
                    $"The document is too large: the local stack supports {DocumentSize.Max} nodes, fragments expanded.");
            }

            return new(document, request.OperationName, request.Variables ?? Inputs.Empty);
        }
        catch (Exception exception) when (
            // Half a surrogate pair in a string is an InvalidOperationException.
            exception is JsonException or InvalidOperationException or GraphQLParserException)
        {
            throw RequestRejectedException.Malformed();
        }
    }

    private static void CheckOperation(GraphQLDocument document, string? name)
    {
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().ToList();
        if (operations.Count == 0)
        {
            throw RequestRejectedException.Malformed();
        }

        if (string.IsNullOrEmpty(name) && operations.Count > 1)
        {
            throw RequestRejectedException.BadRequest("Missing operation name.");
        }

        if (!string.IsNullOrEmpty(name) && operations.All(operation => operation.Name?.StringValue != name))
        {
            throw RequestRejectedException.BadRequest($"Unknown operation named '{name}'.");
        }
    }
}
