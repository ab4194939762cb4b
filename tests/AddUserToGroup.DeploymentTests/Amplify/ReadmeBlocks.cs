using System.Text.RegularExpressions;

namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>The code of README.md, as a reader copies it.</summary>
internal static partial class ReadmeBlocks
{
    /// <summary>The TypeScript files, by the path that is on the first line of each.</summary>
    public static IReadOnlyDictionary<string, string> TypeScript { get; } =
        Read("ts").ToDictionary(block => FirstLine(block, "// "));

    /// <summary>The GraphQL snippets, by the comment on the first line of each.</summary>
    public static IReadOnlyDictionary<string, string> GraphQL { get; } =
        Read("graphql").ToDictionary(block => FirstLine(block, "# "));

    private static IEnumerable<string> Read(string language) => Fence()
        .Matches(Repository.ReadText("README.md").ReplaceLineEndings("\n"))
        .Where(fence => fence.Groups["language"].Value == language)
        .Select(fence => fence.Groups["code"].Value);

    private static string FirstLine(string block, string comment)
    {
        Assert.StartsWith(comment, block, StringComparison.Ordinal);
        return block[comment.Length..block.IndexOf('\n', StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
