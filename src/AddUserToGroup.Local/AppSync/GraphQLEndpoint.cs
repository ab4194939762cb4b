using System.Net.Mime;

namespace AddUserToGroup.Local.AppSync;

/// <summary>The API over HTTP: methods, status codes and CORS as AppSync has them.</summary>
internal static class GraphQLEndpoint
{
    /// <param name="routes">The server.</param>
    /// <param name="path">The API's path.</param>
    /// <param name="api">Executes GraphQL requests.</param>
    /// <param name="page">Responds to a person's browser instead of AppSync's 401; null for the 401.</param>
    public static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder routes, string path, GraphQLApi api, RequestDelegate? page = null)
    {
        // No cross-site request can be forged: a browser adds no Authorization header by itself.
        return routes.MapMethods(path, ["GET", "POST", "OPTIONS"], Respond).OpenToOtherOrigins();

        Task Respond(HttpContext context) =>
            page is not null && IsOpenedInBrowser(context.Request) ? page(context) : RespondAsync(context, api);
    }

    // A page of any site may request HTML and read the response. Browsers send Sec-Fetch-Dest, which tells such a request from
    // navigation, or else Origin. No page can change these two.
    private static bool IsOpenedInBrowser(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers["Sec-Fetch-Dest"].ToString() is "" or "document"
        && request.Headers.Origin.Count == 0
        && request.Headers.Authorization.Count == 0
        && !request.Query.ContainsKey("query")
        && request.GetTypedHeaders().Accept.MaxBy(type => type.Quality ?? 1)?.MediaType == MediaTypeNames.Text.Html;

    private static async Task RespondAsync(HttpContext context, GraphQLApi api)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "x-amzn-RequestId,x-amzn-ErrorType";
        headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            headers.AccessControlAllowMethods = "POST";
            headers.AccessControlAllowHeaders = context.Request.Headers.AccessControlRequestHeaders;
            headers.AccessControlMaxAge = "172800";
            return;
        }

        try
        {
            await api.ExecuteAsync(context);
        }
        catch (RequestRejectedException rejection)
        {
            headers["x-amzn-ErrorType"] = rejection.ErrorType;
            context.Response.StatusCode = rejection.StatusCode;
            await context.Response.WriteAsJsonAsync(
                new { errors = new[] { new { errorType = rejection.ErrorType, message = rejection.Message } } },
                context.RequestAborted);
        }
    }
}
