using System.Text.RegularExpressions;

namespace AddUserToGroup.Local.Lambda;

/// <summary>The one function that is deployed here.</summary>
internal static partial class FunctionName
{
    public const string Name = "AddUserToGroup";
    public const string Version = "$LATEST";
    public const string Arn = $"arn:aws:lambda:us-east-1:000000000000:function:{Name}";

    /// <summary>Whether a name, a partial or a whole ARN, each with or without <c>:$LATEST</c>, means this function.</summary>
    public static bool Matches(string name) => Pattern.IsMatch(name);

    [GeneratedRegex($@"\A(arn:aws:lambda:[a-z0-9-]+:)?([0-9]{{12}}:)?(function:)?{Name}(:\$LATEST)?\z")]
    private static partial Regex Pattern { get; }
}
