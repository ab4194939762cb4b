namespace AddUserToGroup.Tests;

/// <summary>Skips where .NET takes its trusted roots from the operating system, not from the files that OpenSSL would read.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OpenSslFactAttribute : FactAttribute
{
    public OpenSslFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "SSL_CERT_FILE counts on Linux only.";
}
