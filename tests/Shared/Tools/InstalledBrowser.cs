namespace AddUserToGroup.Shared.Tools;

/// <summary>A Chromium browser of the machine, because a driver would download hundreds of megabytes.</summary>
internal static class InstalledBrowser
{
    private static readonly string[] UsualPaths =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>Its path; null if there is none.</summary>
    public static string? Executable { get; } =
        Tool.Find("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
        ?? Array.Find(UsualPaths, File.Exists);
}
