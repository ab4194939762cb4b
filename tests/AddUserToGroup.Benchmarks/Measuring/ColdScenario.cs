namespace AddUserToGroup.Benchmarks.Measuring;

/// <summary>Under what a cold start is measured.</summary>
/// <param name="Name">As in the names of metrics.</param>
/// <param name="Tls">Whether Cognito is spoken to over TLS.</param>
/// <param name="Megabytes">Memory that sets the CPU share from the first event on; null for a whole core.</param>
internal sealed record ColdScenario(string Name, bool Tls, int? Megabytes)
{
    public static ColdScenario Http { get; } = new("http", Tls: false, Megabytes: null);

    public static ColdScenario FullCore { get; } = new("tls", Tls: true, Megabytes: null);

    public static ColdScenario Memory512 { get; } = new("tls-512mb", Tls: true, Megabytes: 512);

    public static ColdScenario Memory256 { get; } = new("tls-256mb", Tls: true, Megabytes: 256);

    public static IReadOnlyList<ColdScenario> All { get; } = [Http, FullCore, Memory512, Memory256];
}
