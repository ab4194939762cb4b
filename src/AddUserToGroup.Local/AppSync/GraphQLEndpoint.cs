namespace AddUserToGroup.Local.AppSync;

/// <summary>The API over HTTP: methods, status codes and CORS as AppSync has them.</summary>
internal static class GraphQLEndpoint
{
    /// <summary>Answers GraphQL requests at <paramref name="path"/>.</summary>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder routes, string path, GraphQLApi api)
    {
        var logger = routes.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("AppSync");
        // AppSync takes queries and mutations by GET too. No cross-site request is forged that way: a browser adds no
        // Authorization header of its own.
        return routes.MapMethods(path, ["GET", "POST", "OPTIONS"], context => AnswerAsync(context, api, logger)).OpenToOtherOrigins();
    }

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
