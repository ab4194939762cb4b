namespace AddUserToGroup.Local.Tests.Browser;

/// <summary>A test in a browser; skipped where there is no Chromium or no Node.js.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Chromium.Absence;
}
