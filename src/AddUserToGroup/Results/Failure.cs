namespace AddUserToGroup.Results;

/// <param name="Type">What the caller can act on.</param>
/// <param name="Message">One sentence for the client, without SDK text, ARNs and other users' data.</param>
/// <param name="Reason">What the log adds for the operator.</param>
internal sealed record Failure(ErrorType Type, string Message, string Reason)
{
    public static Failure InternalError(string reason) => new(
        ErrorType.InternalError, "addUserToGroup failed, and only its operator can fix it: the function's log has the reason.", reason);
}
