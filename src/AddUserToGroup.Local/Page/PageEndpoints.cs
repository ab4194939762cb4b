using System.Net.Mime;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Page;

/// <summary>Serves the page, and what it has to know of this stack.</summary>
internal static class PageEndpoints
{
    /// <param name="routes">Where to serve it: at the root.</param>
    /// <param name="directory">The folder of the page's sources.</param>
    /// <param name="userPool">The pool that one signs in to.</param>
    /// <param name="cognito">Asked for the members.</param>
    public static void MapPage(
        this IEndpointRouteBuilder routes, string directory, UserPoolInfo userPool, CognitoClient cognito)
    {
        var page = new Pages(routes, SecurityPolicy(userPool));
        page.Map("/", SendFile(Path.Combine(directory, "index.html"), "text/html; charset=utf-8"));
        page.Map("/style.css", SendFile(Path.Combine(directory, "style.css"), "text/css; charset=utf-8"));
        page.Map("/icon.svg", SendFile(Path.Combine(directory, "icon.svg"), MediaTypeNames.Image.Svg));
        page.Map("/page.js", SendFile(PageBundle.FileIn(directory), "text/javascript; charset=utf-8"));
        page.Map("/config.json", context => context.Response.WriteAsJsonAsync(
            Configuration(userPool), context.RequestAborted));
        page.Map("/members", context => GroupMembers.AnswerAsync(context, cognito, userPool.Id));
    }

    // With trusted types the browser refuses to take text for markup, whatever the page's code does.
    private static string SecurityPolicy(UserPoolInfo userPool) =>
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        + $"connect-src 'self' {userPool.Endpoint.GetLeftPart(UriPartial.Authority)}; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    private static object Configuration(UserPoolInfo userPool) => new
    {
        userPoolId = userPool.Id,
        userPoolClientId = userPool.ClientId,
        userPoolEndpoint = userPool.Endpoint.GetLeftPart(UriPartial.Authority),
        region = userPool.Id.Split('_')[0],
        sampleUsers = SampleUsers.All,
        samplePassword = SampleUsers.Password,
    };

    private static RequestDelegate SendFile(string path, string contentType) => context =>
    {
        context.Response.ContentType = contentType;
        return context.Response.SendFileAsync(path, context.RequestAborted);
    };

    private sealed class Pages(IEndpointRouteBuilder routes, string securityPolicy)
    {
        public void Map(string path, RequestDelegate answer) => routes.MapMethods(path, ["GET"], context =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = securityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers.CacheControl = "no-store";
            return answer(context);
        });
    }
}
