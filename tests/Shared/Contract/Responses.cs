namespace AddUserToGroup.Shared.Contract;

/// <summary>What the function responds to the files of tests/events, word for word.</summary>
internal static class Responses
{
    /// <summary>A success, if AppSync made the event itself.</summary>
    public const string Value = """{"userId":"ann@example.com","groupName":"EDITORS"}""";

    /// <summary>A success, for this repository's resolver.</summary>
    public const string Data = $$"""{"data":{{Value}}}""";

    /// <summary>An error that is returned, for this repository's resolver.</summary>
    public static string Error(string type) => $$$"""{"error":{"type":"{{{type}}}","message":"{{{Sentences.Of(type)}}}"}}""";
}
