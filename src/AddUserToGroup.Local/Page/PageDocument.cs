using System.Security.Cryptography;
using System.Text.Json;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Page;

/// <summary>
/// The page's HTML with its settings and its Content-Security-Policy in it, so that any static web host can serve it.
/// </summary>
internal static class PageDocument
{
    /// <summary>The files that the document loads from its own folder: their names and where they are.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["style.css"] = InFolder("style.css"),
        ["icon.svg"] = InFolder("icon.svg"),
        ["page.js"] = PageBundle.Path,
    };

    /// <param name="settings">The API and the user pool.</param>
    /// <param name="isLocal">Whether the page shows the sample users and may list users and groups.</param>
    public static string For(PageSettings settings, bool isLocal)
    {
        // System.Text.Json writes no character that means something in HTML.
        var html = File.ReadAllText(InFolder("index.html"))
            .Replace("""Policy" content="">""", $"""Policy" content="{SecurityPolicy(settings, isLocal)}">""", StringComparison.Ordinal)
            .Replace("""id="config">{}<""", $"""id="config">{Configuration(settings, isLocal)}<""", StringComparison.Ordinal);
        // A name that nobody can foresee: a program that had this port before may have left its own page.js in the cache.
        var version = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return Files.Keys.Aggregate(
            html, (text, name) => text.Replace($"\"{name}\"", $"\"{name}?{version}\"", StringComparison.Ordinal));
    }

    // With trusted types the browser refuses to take text for markup, whatever the page's code does.
    private static string SecurityPolicy(PageSettings settings, bool isLocal) =>
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        + $"connect-src {OriginOf(settings.UserPoolEndpoint)}{(settings.GraphQLUrl.IsAbsoluteUri ? $" {OriginOf(settings.GraphQLUrl)}" : "")}{(isLocal ? " 'self'" : "")}; "
        + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

    private static string Configuration(PageSettings settings, bool isLocal) => JsonSerializer.Serialize(new
    {
        userPoolId = settings.UserPoolId,
        userPoolClientId = settings.UserPoolClientId,
        userPoolEndpoint = OriginOf(settings.UserPoolEndpoint),
        graphQLUrl = settings.GraphQLUrl.ToString(),
        region = settings.Region,
        administratorsGroup = SampleUsers.AdministratorsGroup,
        passwordPolicy = Template.Properties("UserPool")["Policies"]!["PasswordPolicy"],
        local = isLocal ? new { users = Users(), password = SampleUsers.Password } : null,
    });

    private static object[] Users() =>
    [
        new { name = SampleUsers.Administrator, about = $"in {SampleUsers.AdministratorsGroup}" },
        new { name = SampleUsers.Ann, about = "" },
        new { name = SampleUsers.Ben, about = "" },
        new { name = SampleUsers.Invited, about = $"with {SampleUsers.TemporaryPassword}, to set a password" },
        new { name = SampleUsers.WithTotp, about = $"and a code from the secret {SampleUsers.TotpSecret}" },
    ];

    private static string OriginOf(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private static string InFolder(string name) => Path.Combine(BuildPaths.Page, name);
}
