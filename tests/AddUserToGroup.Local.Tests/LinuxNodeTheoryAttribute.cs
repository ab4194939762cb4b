namespace AddUserToGroup.Local.Tests;

/// <summary>A test that also needs /proc, to know the children of a process.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxNodeTheoryAttribute : TheoryAttribute
{
    public LinuxNodeTheoryAttribute() =>
        Skip = OperatingSystem.IsLinux() ? NodeFactAttribute.Reason : "Only Linux has /proc.";
}
