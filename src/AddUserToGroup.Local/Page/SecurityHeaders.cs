namespace AddUserToGroup.Local.Page;

/// <summary>The headers of every file for a browser.</summary>
internal static class SecurityHeaders
{
    /// <param name="response">The response that gets them.</param>
    /// <param name="policy">Its Content-Security-Policy.</param>
    public static void Write(HttpResponse response, string policy)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }
}
