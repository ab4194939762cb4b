using AddUserToGroup.AppSync;

namespace AddUserToGroup.Rules;

/// <summary>Who may call: members of ADMINS in the very user pool that is about to change.</summary>
/// <param name="issuers">
/// That pool's. A second pool may be attached to the same API, and whoever administers it may make an ADMINS
/// group there; its members are nobody here.
/// </param>
internal sealed class Administrators(UserPoolIssuers issuers)
{
    public const string Group = "ADMINS";

    /// <returns>
    /// Null where the caller may call; otherwise the refusal, which tells the client nothing and the log which check failed.
    /// </returns>
    public MutationResult? RefusalOf(CallerIdentity caller) => caller switch
    {
        { Subject: null, Username: null, Issuer: null } => Refusal("no identity of a user: an API key, a Lambda authorizer, or not called by AppSync"),
        { Subject: null or "" } or { Username: null or "" } or { Issuer: null or "" } =>
            Refusal("not a Cognito user pool identity: sub, username or issuer is missing"),
        _ when !issuers.Include(caller.Issuer) => Refusal("the issuer is another user pool"),
        _ => RefusalOf(caller.Groups),
    };

    private static MutationResult? RefusalOf(CallerGroups? groups) => groups switch
    {
        null => Refusal("groups is missing"),
        { Names: null } => Refusal("groups is not a list of strings"),
        { Names.Count: 0 } => Refusal("in no group"),
        _ when !groups.Names.Contains(Group, StringComparer.Ordinal) => Refusal($"not in {Group}"),
        _ => null,
    };

    // AppSync's own words for the same refusal, so that a client cannot tell which of the two gates it met.
    private static MutationResult Refusal(string reason) => new(
        Outcome.Unauthorized, "Not Authorized to access addUserToGroup on type Mutation", reason);
}
