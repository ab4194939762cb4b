namespace AddUserToGroup;

/// <summary>
/// How a call ended. The names are the public API: the <c>errorType</c> that a client sees, the prefix of a thrown
/// message, and the <c>outcome</c> of the audit line that metrics count. Renaming one breaks them all.
/// </summary>
internal enum Outcome
{
    /// <summary>The user is a member of the group, newly or already.</summary>
    Added,

    /// <summary>The caller is not an administrator of the user pool that is about to change.</summary>
    Unauthorized,

    /// <summary><c>userId</c> or <c>groupName</c> is missing or is no name that Cognito could know.</summary>
    InvalidInput,

    /// <summary>The operator has not listed the group among those that the mutation may hand out.</summary>
    GroupNotAssignable,

    UserNotFound,

    GroupNotFound,

    /// <summary>Cognito's request rate is used up, still after the SDK's retries. Worth a retry.</summary>
    Throttled,

    /// <summary>Cognito did not answer in time or failed; whether it added the user is not known. Worth a retry.</summary>
    Unavailable,

    /// <summary>Only an operator can mend it: permissions, configuration, an event from elsewhere, or a defect.</summary>
    InternalError,
}
