namespace AddUserToGroup.Local.Tests;

/// <summary>As <see cref="LinuxNodeTheoryAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxNodeFactAttribute : FactAttribute
{
    public LinuxNodeFactAttribute() =>
        Skip = OperatingSystem.IsLinux() ? NodeFactAttribute.Reason : "Only Linux has /proc.";
}
