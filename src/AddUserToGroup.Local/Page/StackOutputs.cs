using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AddUserToGroup.Local.Page;

/// <summary>The outputs of a deployed stack. Those given by hand replace those that were printed.</summary>
internal sealed partial class StackOutputs(IReadOnlyDictionary<string, string> printed, IReadOnlyDictionary<string, string> given)
{
    /// <summary>The outputs that a page needs, and the options that give them by hand.</summary>
    public static IReadOnlyDictionary<string, string> Options { get; } = new Dictionary<string, string>
    {
        ["UserPoolId"] = "--user-pool-id",
        ["UserPoolClientId"] = "--user-pool-client-id",
        ["GraphQLUrl"] = "--graphql-url",
        ["Region"] = "--region",
    };

    /// <param name="text">
    /// What <c>sam list stack-outputs --output json</c> or <c>aws cloudformation describe-stacks</c> prints, also with a
    /// <c>--query</c> for the stack or its outputs; or the file of <c>cdk deploy --outputs-file</c>.
    /// </param>
    /// <exception cref="LocalStackException">The text is none of these, or describes several stacks.</exception>
    public static IReadOnlyDictionary<string, string> Parse(string text)
    {
        try
        {
            return Read(JsonNode.Parse(text));
        }
        catch (Exception exception) when (
            exception is JsonException or InvalidOperationException or ArgumentException or NullReferenceException)
        {
            throw new LocalStackException(
                "This is not the JSON of one stack's outputs: print them with sam list stack-outputs --stack-name <stack> "
                + $"--output json, or give {string.Join(", ", Options.Values)}.",
                exception);
        }
    }

    /// <param name="userPoolEndpoint">An endpoint with Cognito's API; null is Cognito itself in the stack's Region.</param>
    /// <exception cref="LocalStackException">An output is missing or malformed.</exception>
    public PageSettings ToSettings(Uri? userPoolEndpoint)
    {
        string[] missing = [.. Options.Keys.Where(name => string.IsNullOrEmpty(Find(name)))];
        if (missing.Length > 0)
        {
            throw new LocalStackException(
                $"The stack's outputs lack {string.Join(", ", missing)}: give {string.Join(", ", missing.Select(name => Options[name]))}.");
        }

        var region = Read("Region", value => RegionPattern().IsMatch(value), "a Region, such as eu-west-1");
        return new()
        {
            UserPoolId = Read("UserPoolId", value => PoolPattern().IsMatch(value), "a user pool's id, such as eu-west-1_AbCdEf123"),
            UserPoolClientId = Read("UserPoolClientId", value => ClientPattern().IsMatch(value), "an app client's id"),
            GraphQLUrl = new(Read("GraphQLUrl", IsEndpoint, "an https URL")),
            Region = region,
            UserPoolEndpoint = userPoolEndpoint ?? new($"https://cognito-idp.{region}.{SuffixOf(region)}"),
        };
    }

    /// <summary>Whether a browser may send tokens there: over TLS, or without leaving this machine.</summary>
    public static bool IsEndpoint(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        // Other characters would get into the page's security policy.
        && url.UserInfo.Length == 0
        && HostPattern().IsMatch(url.Host);

    private static Dictionary<string, string> Read(JsonNode? json) => json switch
    {
        JsonArray outputs => outputs.ToDictionary(output => (string)output!["OutputKey"]!, output => (string)output!["OutputValue"]!),
        JsonObject { Count: > 0 } described when described["Stacks"] is JsonArray stacks => Read(stacks.Single()),
        JsonObject stack when stack["Outputs"] is JsonArray outputs => Read(outputs),
        // The CDK's file has each stack's outputs under its name.
        JsonObject stacks => stacks.Select(stack => stack.Value!.AsObject()).Single(stack => Options.Keys.Any(stack.ContainsKey))
            .ToDictionary(output => output.Key, output => (string)output.Value!),
        _ => throw new JsonException(),
    };

    private string? Find(string name) => given.GetValueOrDefault(name) ?? printed.GetValueOrDefault(name);

    private string Read(string name, Predicate<string> isValid, string what)
    {
        var value = Find(name)!;
        return isValid(value)
            ? value
            : throw new LocalStackException($"{name} is \"{value}\", which is not {what}: correct it, or give it with {Options[name]}.");
    }

    private static string SuffixOf(string region) =>
        region.StartsWith("cn-", StringComparison.Ordinal) ? "amazonaws.com.cn" : "amazonaws.com";

    [GeneratedRegex(@"\A[a-z]+(-[a-z]+)+-[0-9]+\z")]
    private static partial Regex RegionPattern();

    [GeneratedRegex(@"\A[a-z]+(-[a-z]+)+-[0-9]+_[0-9a-zA-Z]+\z")]
    private static partial Regex PoolPattern();

    [GeneratedRegex(@"\A[0-9a-zA-Z]{1,128}\z")]
    private static partial Regex ClientPattern();

    [GeneratedRegex(@"\A[0-9a-zA-Z.-]+\z")]
    private static partial Regex HostPattern();
}
