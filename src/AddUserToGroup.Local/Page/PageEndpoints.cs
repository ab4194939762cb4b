using System.Net.Mime;
using System.Text.Json;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Page;

/// <summary>Serves the page.</summary>
internal static class PageEndpoints
{
    /// <param name="routes">Where to serve it: at the root.</param>
    /// <param name="settings">What it is for.</param>
    /// <param name="directory">The local stack's users and groups; null where these are not to be listed.</param>
    public static void MapPage(this IEndpointRouteBuilder routes, PageSettings settings, UserDirectory? directory)
    {
        var page = new Pages(routes, SecurityPolicy(settings, directory is not null));
        var html = File.ReadAllText(InFolder("index.html")).Replace(
            """<script type="application/json" id="config">{}</script>""",
            $"""<script type="application/json" id="config">{Configuration(settings, directory is not null)}</script>""",
            StringComparison.Ordinal);
        page.Map("/", context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(html, context.RequestAborted);
        }).OpenToOtherOrigins();
        page.Map("/style.css", SendFile(InFolder("style.css"), "text/css; charset=utf-8"));
        page.Map("/icon.svg", SendFile(InFolder("icon.svg"), MediaTypeNames.Image.Svg));
        page.Map("/page.js", SendFile(PageBundle.FileIn(BuildPaths.Page), "text/javascript; charset=utf-8"));
        if (directory is not null)
        {
            page.Map("/directory", directory.AnswerAsync);
        }
    }

    // With trusted types the browser refuses to take text for markup, whatever the page's code does.
    private static string SecurityPolicy(PageSettings settings, bool isLocal) =>
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        + $"connect-src {OriginOf(settings.UserPoolEndpoint)}{(settings.GraphQLUrl.IsAbsoluteUri ? $" {OriginOf(settings.GraphQLUrl)}" : "")}{(isLocal ? " 'self'" : "")}; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    // System.Text.Json writes no character that means something in HTML.
    private static string Configuration(PageSettings settings, bool isLocal) => JsonSerializer.Serialize(new
    {
        userPoolId = settings.UserPoolId,
        userPoolClientId = settings.UserPoolClientId,
        userPoolEndpoint = OriginOf(settings.UserPoolEndpoint),
        graphQLUrl = settings.GraphQLUrl.ToString(),
        region = settings.Region,
        administratorsGroup = PageSettings.AdministratorsGroup,
        passwordPolicy = Template.Properties("UserPool")["Policies"]!["PasswordPolicy"],
        local = isLocal ? new { users = Users(), password = SampleUsers.Password } : null,
    });

    private static object[] Users() =>
    [
        new { name = SampleUsers.Administrator, about = $"in {PageSettings.AdministratorsGroup}" },
        new { name = SampleUsers.Ann, about = "" },
        new { name = SampleUsers.Ben, about = "" },
        new { name = SampleUsers.Invited, about = $"with {SampleUsers.TemporaryPassword}, to set a password" },
        new { name = SampleUsers.WithTotp, about = $"and a code from the secret {SampleUsers.TotpSecret}" },
    ];

    private static string OriginOf(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private static string InFolder(string name) => Path.Combine(BuildPaths.Page, name);

    private static RequestDelegate SendFile(string path, string contentType) => context =>
    {
        context.Response.ContentType = contentType;
        return context.Response.SendFileAsync(path, context.RequestAborted);
    };

    private sealed class Pages(IEndpointRouteBuilder routes, string securityPolicy)
    {
        public IEndpointConventionBuilder Map(string path, RequestDelegate answer) => routes.MapMethods(path, ["GET"], context =>
        {
            SecurityHeaders.Write(context.Response, securityPolicy);
            return answer(context);
        });
    }
}
