using System.Security.Cryptography;
using System.Text.Json;
using AddUserToGroup.Local.UserPool;
using Microsoft.AspNetCore.StaticFiles;

namespace AddUserToGroup.Local.Page;

/// <summary>
/// Altair, an explorer for GraphQL APIs, with the mutation and a token of the sample administrator in it. Only the local
/// stack has it.
/// </summary>
internal sealed class Explorer(CognitoClient cognito, string userPoolClientId)
{
    private const string Folder = "/explorer/";

    private static readonly string Distribution =
        Path.Combine(BuildPaths.Page, "node_modules", "altair-static", "build", "dist");

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    // Only a file in the package's folder has a name here, so no path leads out of it.
    private readonly Dictionary<string, string> _files =
        Directory.EnumerateFiles(Distribution, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(Distribution, file).Replace(Path.DirectorySeparatorChar, '/'));

    /// <summary>Responds with the document. It holds a token, so only a browser's own window may get it.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var nonce = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var token = await SignInAsync(context.RequestAborted);
        SecurityHeaders.Write(context.Response, SecurityPolicy(nonce));
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(Document(nonce, Options(token)), context.RequestAborted);
    }

    /// <summary>Serves Altair's own files.</summary>
    public void MapFiles(IEndpointRouteBuilder routes) => routes.MapGet($"{Folder}{{**file}}", SendFileAsync);

    private Task SendFileAsync(HttpContext context)
    {
        var name = (string?)context.GetRouteValue("file") ?? "";
        if (!_files.TryGetValue(name, out var file) || !ContentTypes.TryGetContentType(name, out var contentType))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        SecurityHeaders.Write(context.Response, "default-src 'none'; script-src 'self'; frame-ancestors 'none'");
        context.Response.ContentType = contentType;
        return context.Response.SendFileAsync(file, context.RequestAborted);
    }

    // Without a token the explorer still works: its user may have changed the administrator's password.
    private async Task<string?> SignInAsync(CancellationToken cancellationToken)
    {
        try
        {
            var tokens = await cognito.SignInAsync(
                userPoolClientId, SampleUsers.Administrator, SampleUsers.Password, cancellationToken);
            return tokens.AccessToken;
        }
        catch (Exception exception) when (exception is CognitoException or HttpRequestException)
        {
            return null;
        }
    }

    private static string SecurityPolicy(string nonce) =>
        // Altair creates styles at run time, some of them without a nonce.
        $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self'; connect-src 'self'; worker-src 'self'; "
        + "base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    // https://altairgraphql.dev/api/core/config/options/interfaces/AltairConfigOptions
    private static object Options(string? token) => new
    {
        endpointURL = "/graphql",
        initialQuery =
            $$"""
            # Adds {{SampleUsers.Ann}} to EDITORS, as VARIABLES below say: open them to change that.
            # {{(token is null
                ? $"{SampleUsers.Administrator} could not be signed in: put an access token into the headers."
                : $"A token of {SampleUsers.Administrator} is in the headers: reload for a fresh one.")}}
            mutation AddUserToGroup($userId: String!, $groupName: String!) {
              addUserToGroup(userId: $userId, groupName: $groupName) {
                userId
                groupName
              }
            }
            """,
        initialVariables =
            $$"""
            {
              "userId": "{{SampleUsers.Ann}}",
              "groupName": "EDITORS"
            }
            """,
        initialHeaders = new { Authorization = token ?? "" },
        preserveState = false,
        persistedSettings = new Dictionary<string, object> { ["banners.disable"] = true },
        disableAccount = true,
    };

    // System.Text.Json writes no character that means something in HTML.
    private static string Document(string nonce, object options) =>
        $$"""
        <!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>GraphQL</title>
            <base href="{{Folder}}">
            <link rel="icon" href="/icon.svg">
            <link rel="stylesheet" href="styles.css">
            <script type="module" src="polyfills.js"></script>
            <script type="module" nonce="{{nonce}}">
              // Altair stores the token although it never reads it again. Other programs may have had this origin before.
              indexedDB.deleteDatabase("AltairDB");
              for (const name of Object.keys(localStorage)) if (name.startsWith("altair")) localStorage.removeItem(name);
              await import("./main.js");
              AltairGraphQL.init({{JsonSerializer.Serialize(options)}});
            </script>
          </head>
          <body>
            <app-root></app-root>
            <noscript>This page needs JavaScript. Allow it, then reload.</noscript>
          </body>
        </html>
        """;
}
