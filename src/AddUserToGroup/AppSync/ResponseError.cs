using AddUserToGroup.Results;

namespace AddUserToGroup.AppSync;

/// <param name="Type">The name of an <see cref="ErrorType"/>.</param>
/// <param name="Message">One sentence for the client.</param>
internal sealed record ResponseError(string Type, string Message);
