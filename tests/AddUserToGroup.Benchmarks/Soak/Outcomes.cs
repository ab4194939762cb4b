namespace AddUserToGroup.Benchmarks.Soak;

/// <summary>
/// The function's outcomes and what it tells its caller, from the README: written down again, so that the function is
/// not judged by itself.
/// </summary>
internal static class Outcomes
{
    public const string Added = "Added";

    public const string InternalError = "InternalError";

    public static ExpectedFailure Unauthorized { get; } =
        new("Unauthorized", "Not Authorized to access addUserToGroup on type Mutation");

    public static ExpectedFailure GroupNotAssignable { get; } =
        new("GroupNotAssignable", "The operator does not allow adding users to this group.");

    public static ExpectedFailure NotAccepted { get; } =
        new("InvalidInput", "The user pool does not accept this userId or groupName.");

    public static ExpectedFailure UserNotFound { get; } =
        new("UserNotFound", "There is no such user in the user pool.");

    public static ExpectedFailure GroupNotFound { get; } =
        new("GroupNotFound", "There is no such group in the user pool.");

    public static ExpectedFailure Throttled { get; } =
        new("Throttled", "The user pool is busy; try again in a few seconds.");

    public static ExpectedFailure Unavailable { get; } = new(
        "Unavailable",
        "The user pool did not respond, and the user may have been added; trying again is safe.");

    public static ExpectedFailure OperatorsFault { get; } = new(
        InternalError, "addUserToGroup failed, and only its operator can fix it: the function's log has the reason.");

    /// <summary>What the function makes of something that Cognito does.</summary>
    public static ExpectedFailure OfCognito(string outcome) => outcome switch
    {
        "InvalidInput" => NotAccepted,
        "UserNotFound" => UserNotFound,
        "GroupNotFound" => GroupNotFound,
        "Throttled" => Throttled,
        "Unavailable" => Unavailable,
        _ => OperatorsFault,
    };

    public static ExpectedFailure InvalidInput(string message) => new("InvalidInput", message);
}
