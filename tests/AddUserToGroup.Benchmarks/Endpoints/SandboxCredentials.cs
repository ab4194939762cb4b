namespace AddUserToGroup.Benchmarks.Endpoints;

/// <summary>What Lambda gives a function to sign with; these open nothing anywhere.</summary>
internal static class SandboxCredentials
{
    public const string Region = "us-east-1";

    public const string AccessKeyId = "AKIDBENCHMARK";

    public const string SecretAccessKey = "benchmark-secret";

    public const string SessionToken = "benchmark-session-token";
}
