namespace AddUserToGroup.Results;

/// <summary>
/// Why a call failed. The names are the public API: the <c>errorType</c> that a client sees, the prefix of a thrown message,
/// and the audit line's <c>outcome</c>, which the metrics count.
/// </summary>
internal enum ErrorType
{
    /// <summary>The caller is not an administrator of the configured user pool.</summary>
    Unauthorized,

    /// <summary><c>userId</c> or <c>groupName</c> is missing or invalid.</summary>
    InvalidInput,

    /// <summary>The operator has not listed the group in <c>ASSIGNABLE_GROUPS</c>.</summary>
    GroupNotAssignable,

    UserNotFound,

    GroupNotFound,

    /// <summary>Cognito's request rate is still exceeded after the SDK's retries. Can be retried.</summary>
    Throttled,

    /// <summary>Cognito failed, or did not respond in time. The user may have been added. Can be retried.</summary>
    Unavailable,

    /// <summary>Only an operator can fix it: permissions, configuration, an event from elsewhere, or a defect.</summary>
    InternalError,
}
