namespace AddUserToGroup.Shared.Contract;

/// <param name="Level">The log level.</param>
/// <param name="Template">The message, with the names of the members in braces.</param>
/// <param name="Members">The values by those names.</param>
internal sealed record RecordedLine(string Level, string Template, Dictionary<string, object?> Members);
