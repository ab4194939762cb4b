using System.Collections.Concurrent;
using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AddUserToGroup.Local;

/// <summary>
/// Node.js and a folder's npm packages: the one npm installer of this repository. Other projects link this file, together
/// with ChildProcess.cs, FolderLock.cs and LocalStackException.cs.
/// </summary>
internal static partial class NodeInstallation
{
    private const int OldestVersion = 20;

    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(15);

    // `npm ci` rejects lock files of packages that bundle others (https://github.com/npm/cli/issues/9821). The options after
    // the first line undo settings of the developer's machine that would leave out packages.
    private static readonly string[] Install =
    [
        "install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=http",
        "--include=dev", "--include=optional", "--include=peer", "--legacy-peer-deps=false", "--package-lock=true", "--global=false",
    ];

    private static readonly string[] ProxySettings = ["https-proxy", "proxy"];

    private static readonly string[] ProxyVariables = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];

    // Callers in one process share the outcome, so that a registry that is down costs one wait and not one per test.
    private static readonly ConcurrentDictionary<string, Lazy<Task>> Installations = new();

    /// <summary>Installs the packages of package-lock.json, unless all of them are there.</summary>
    /// <param name="directory">The folder of package-lock.json.</param>
    /// <param name="part">What needs the packages, as the start of a sentence: "The user pool".</param>
    /// <param name="output">Shows progress; must be safe for several threads.</param>
    /// <param name="cancellationToken">Ends npm.</param>
    /// <exception cref="LocalStackException">Node.js is missing or too old, or npm failed.</exception>
    public static Task EnsureAsync(string directory, string part, TextWriter output, CancellationToken cancellationToken) =>
        Installations.GetOrAdd(directory, _ => new(() => EnsureOnceAsync(directory, part, output, cancellationToken))).Value;

    private static async Task EnsureOnceAsync(
        string directory, string part, TextWriter output, CancellationToken cancellationToken)
    {
        await CheckVersionAsync(part, cancellationToken);
        if (FindMissing(directory) is null)
        {
            return;
        }

        using var turn = await FolderLock.TakeAsync(directory, cancellationToken);
        if (FindMissing(directory) is null)
        {
            return;
        }

        try
        {
            await InstallAsync(directory, part, output, cancellationToken);
        }
        catch (Win32Exception exception)
        {
            throw new LocalStackException(
                $"{part} needs packages from npm, and there is no npm on the PATH: install it with Node.js from https://nodejs.org.",
                exception);
        }

        if (FindMissing(directory) is { } missing)
        {
            throw new LocalStackException(
                $"npm reported success, but {missing} is missing in {directory}: check npm's settings (npm config list) and start again.");
        }
    }

    private static async Task CheckVersionAsync(string part, CancellationToken cancellationToken)
    {
        var version = "";
        try
        {
            await ChildProcess.RunAsync(
                ChildProcess.Describe("node", Environment.CurrentDirectory, "--version"), line => version = line, cancellationToken);
        }
        catch (Win32Exception exception)
        {
            throw new LocalStackException(
                $"{part} needs Node.js {OldestVersion} or later, and there is no node on the PATH: install it from https://nodejs.org.",
                exception);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var major = version.TrimStart('v').Split('.')[0];
        if (!int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < OldestVersion)
        {
            throw new LocalStackException(
                $"{part} needs Node.js {OldestVersion} or later, and the node on the PATH is {version}: install a newer one from https://nodejs.org.");
        }
    }

    private static async Task InstallAsync(
        string directory, string part, TextWriter output, CancellationToken cancellationToken)
    {
        var registry = await DescribeRegistryAsync(directory, cancellationToken);
        await output.WriteLineAsync($"{part}: installing npm packages from {registry} (only once) ...");
        var (fetched, code) = (0, "");
        var running = ChildProcess.RunAsync(DescribeNpm(directory, Install), Read, cancellationToken);
        while (await Task.WhenAny(running, Task.Delay(ProgressInterval, CancellationToken.None)) != running)
        {
            await output.WriteLineAsync($"  npm has fetched {fetched} files and is still running ...");
        }

        var exitCode = await running;
        cancellationToken.ThrowIfCancellationRequested();
        if (exitCode != 0)
        {
            throw new LocalStackException(Describe(code.Length > 0 ? code : $"exit code {exitCode}", registry));
        }

        void Read(string line)
        {
            if (ErrorCode.Match(line) is { Success: true } match)
            {
                code = match.Groups["code"].Value;
            }

            if (line.StartsWith("npm http ", StringComparison.Ordinal) && !line.Contains(" failed with ", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref fetched);
            }
            else if (line.Length > 0)
            {
                output.WriteLine($"  {line}");
            }
        }
    }

    /// <returns>The registry's address, and the proxy's if one is set.</returns>
    private static async Task<string> DescribeRegistryAsync(string directory, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string>();
        await ChildProcess.RunAsync(
            DescribeNpm(directory, ["config", "get", "registry", .. ProxySettings]), Read, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var registry = WithoutCredentials(settings.GetValueOrDefault("registry", ""));
        // npm reports its own settings only, but also uses the environment's.
        var proxy = ProxySettings.Select(name => settings.GetValueOrDefault(name))
            .Concat(ProxyVariables.Select(Environment.GetEnvironmentVariable))
            .FirstOrDefault(static value => value is not (null or "" or "null"));
        return proxy is null ? registry : $"{registry} (proxy {WithoutCredentials(proxy)})";

        void Read(string line)
        {
            if (line.Split('=', 2) is [var name, var value])
            {
                settings[name.Trim()] = value.Trim();
            }
        }
    }

    private static string WithoutCredentials(string setting) => Uri.TryCreate(setting, UriKind.Absolute, out var address)
        ? address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped)
        : setting;

    private static System.Diagnostics.ProcessStartInfo DescribeNpm(string directory, string[] arguments) =>
        // On Windows npm is a script, which only the command interpreter can run.
        OperatingSystem.IsWindows()
            ? ChildProcess.DescribeWithInheritedEnvironment("cmd.exe", directory, ["/d", "/c", "npm", .. arguments])
            : ChildProcess.DescribeWithInheritedEnvironment("npm", directory, arguments);

    private static string Describe(string code, string registry) => code switch
    {
        "ENOTFOUND" or "EAI_AGAIN" or "ECONNREFUSED" or "ECONNRESET" or "ENETUNREACH" or "EHOSTUNREACH" or "EPROTO"
            or "ETIMEDOUT" or "EIDLETIMEOUT" or "ERR_SOCKET_TIMEOUT" or "FETCH_ERROR" =>
            $"npm cannot reach its registry {registry} ({code}): check the network and npm's settings registry, proxy and https-proxy (npm config list), and start again.",
        "E401" or "E403" or "E407" =>
            $"npm is not allowed to use its registry {registry} ({code}): set the credentials in npm's settings (npm config list) and start again.",
        "ENOTCACHED" => $"npm's setting offline keeps it from its registry {registry}: unset it (npm config list) and start again.",
        _ when code.Contains("CERT", StringComparison.Ordinal) || code.Contains("SIGNATURE", StringComparison.Ordinal) =>
            $"npm does not trust the certificate of its registry {registry} ({code}): if a proxy inspects TLS, name its certificate in npm's setting cafile or in NODE_EXTRA_CA_CERTS, and start again.",
        _ => $"npm failed with its registry {registry} ({code}): correct what npm says above and start again.",
    };

    /// <returns>A package of package-lock.json that node_modules does not have in that version; null if it has all.</returns>
    private static string? FindMissing(string directory)
    {
        // npm writes the second file at the end of an installation.
        var installed = Path.Combine(directory, "node_modules", ".package-lock.json");
        if (!File.Exists(installed))
        {
            return "node_modules";
        }

        var present = ReadPackages(installed);
        return ReadPackages(Path.Combine(directory, "package-lock.json"))
            .Where(static package => package.Key.Length > 0 && package.Value!["optional"] is null && package.Value["devOptional"] is null)
            // npm lists some packages as bundled with another one that does not contain them (https://github.com/npm/cli/issues/9821).
            .Where(static package => package.Value!["inBundle"] is null)
            .FirstOrDefault(package =>
                (string?)present[package.Key]?["version"] != (string?)package.Value!["version"]
                || !Directory.Exists(Path.Combine(directory, package.Key)))
            .Key;
    }

    private static JsonObject ReadPackages(string lockFile) => JsonNode.Parse(File.ReadAllText(lockFile))!["packages"]!.AsObject();

    [GeneratedRegex("^npm (error|ERR!) code (?<code>[A-Z0-9_]+)$")]
    private static partial Regex ErrorCode { get; }
}
