namespace AddUserToGroup.Shared.Contract;

/// <summary>The sentence for the client, word for word. Those about an argument's name are in <c>CognitoNameTests</c>.</summary>
internal static class Sentences
{
    public static string Of(string outcome) => outcome switch
    {
        // AppSync's own.
        "Unauthorized" => "Not Authorized to access addUserToGroup on type Mutation",
        "GroupNotAssignable" => "The operator does not allow adding users to this group.",
        "UserNotFound" => "There is no such user in the user pool.",
        "GroupNotFound" => "There is no such group in the user pool.",
        "InvalidInput" => "The user pool does not accept this userId or groupName.",
        "Throttled" => "The user pool is busy; try again in a few seconds.",
        "Unavailable" => "The user pool did not confirm the request, and the user may have been added; trying again is safe.",
        _ => "addUserToGroup failed, and only its operator can fix it: the function's log has the reason.",
    };
}
