using System.Net.Mime;

namespace AddUserToGroup.Local.AppSync;

/// <summary>The API over HTTP: methods, status codes and CORS as AppSync has them.</summary>
internal static class GraphQLEndpoint
{
    /// <param name="routes">Where to answer.</param>
    /// <param name="path">At which path.</param>
    /// <param name="api">What answers GraphQL requests.</param>
    /// <param name="page">What answers a person's browser, in place of AppSync's 401; null where nothing does.</param>
    public static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder routes, string path, GraphQLApi api, RequestDelegate? page = null)
    {
        var logger = routes.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("AppSync");
        // AppSync takes queries and mutations by GET too. No cross-site request is forged that way: a browser adds no
        // Authorization header of its own.
        return routes.MapMethods(path, ["GET", "POST", "OPTIONS"], Answer).OpenToOtherOrigins();

        Task Answer(HttpContext context) =>
            page is not null && IsOpenedInBrowser(context.Request) ? page(context) : AnswerAsync(context, api, logger);
    }

    // A page of any site may ask for HTML and read what it gets from here. Browsers say in Sec-Fetch-Dest whether a person
    // gets to see it instead, and those that do not say in Origin that a page is to read it. No page can change the two.
    private static bool IsOpenedInBrowser(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers["Sec-Fetch-Dest"].ToString() is "" or "document"
        && request.Headers.Origin.Count == 0
        && request.Headers.Authorization.Count == 0
        && !request.Query.ContainsKey("query")
        && request.GetTypedHeaders().Accept.MaxBy(type => type.Quality ?? 1)?.MediaType == MediaTypeNames.Text.Html;

    private static async Task AnswerAsync(HttpContext context, GraphQLApi api, ILogger logger)
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
            await api.AnswerAsync(context, logger);
        }
        catch (RequestRefusedException refusal)
        {
            headers["x-amzn-ErrorType"] = refusal.ErrorType;
            context.Response.StatusCode = refusal.StatusCode;
            await context.Response.WriteAsJsonAsync(
                new { errors = new[] { new { errorType = refusal.ErrorType, message = refusal.Message } } },
                context.RequestAborted);
        }
    }
}
