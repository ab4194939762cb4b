using Microsoft.AspNetCore.StaticFiles;

namespace AddUserToGroup.Local.Page;

/// <summary>Serves the page at the root of a host.</summary>
internal static class PageEndpoints
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    /// <param name="routes">The host's routes.</param>
    /// <param name="settings">The API and the user pool.</param>
    /// <param name="directory">The local stack's users and groups; null if the page must not list them.</param>
    public static void MapPage(this IEndpointRouteBuilder routes, PageSettings settings, UserDirectory? directory)
    {
        var document = PageDocument.For(settings, isLocal: directory is not null);
        Map("/", context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(document, context.RequestAborted);
        }).OpenToOtherOrigins();
        foreach (var (name, path) in PageDocument.Files)
        {
            Map($"/{name}", context =>
            {
                context.Response.ContentType = ContentTypes.Mappings[Path.GetExtension(name)];
                return context.Response.SendFileAsync(path, context.RequestAborted);
            });
        }

        if (directory is not null)
        {
            Map("/directory", directory.AnswerAsync);
        }

        IEndpointConventionBuilder Map(string path, RequestDelegate answer) => routes.MapMethods(path, ["GET"], context =>
        {
            // The rest of the policy is in the document, where this directive does not count.
            SecurityHeaders.Write(context.Response, "frame-ancestors 'none'");
            return answer(context);
        });
    }
}
