namespace AddUserToGroup.Shared.Tools;

/// <summary>The machine's own browser of Chromium's kind: one from a driver would be hundreds of megabytes to download.</summary>
internal static class InstalledBrowser
{
    private static readonly string[] UsualPaths =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>Its path; null where there is none.</summary>
    public static string? Executable { get; } =
        Tool.Find("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
        ?? Array.Find(UsualPaths, File.Exists);
}
