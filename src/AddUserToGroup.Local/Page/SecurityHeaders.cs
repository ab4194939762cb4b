namespace AddUserToGroup.Local.Page;

/// <summary>What a browser is told with every file that it gets from here.</summary>
internal static class SecurityHeaders
{
    /// <param name="response">Whose headers they are.</param>
    /// <param name="policy">Its Content-Security-Policy.</param>
    public static void Write(HttpResponse response, string policy)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
    }
}
