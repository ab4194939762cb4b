using AddUserToGroup.AppSync;
using AddUserToGroup.Rules;

namespace AddUserToGroup.Tests.Rules;

public sealed class AdministratorsTests
{
    private static readonly CallerIdentity Administrator = new()
    {
        Subject = "sub",
        Username = "ann",
        Issuer = TestEvents.Issuer,
        Groups = ["EDITORS", "ADMINS"],
    };

    private readonly Administrators _administrators = new(TestEvents.Issuer);

    [Fact]
    public void A_member_of_ADMINS_in_the_pool_may_call() => Assert.Null(_administrators.RefusalOf(Administrator));

    public static TheoryData<string, string> Refused => new()
    {
        { "no identity", "no identity: an API key, or not called by AppSync" },
        { "no sub", "not a Cognito user pool identity: sub, username or issuer is missing" },
        { "empty sub", "not a Cognito user pool identity: sub, username or issuer is missing" },
        { "no username", "not a Cognito user pool identity: sub, username or issuer is missing" },
        { "empty username", "not a Cognito user pool identity: sub, username or issuer is missing" },
        { "no issuer", "not a Cognito user pool identity: sub, username or issuer is missing" },
        { "empty issuer", "not a Cognito user pool identity: sub, username or issuer is missing" },
        { "another pool", "the issuer is another user pool" },
        { "issuer in other case", "the issuer is another user pool" },
        { "issuer with a slash behind", "the issuer is another user pool" },
        { "issuer with more behind", "the issuer is another user pool" },
        { "groups null", "in no group" },
        { "no groups", "not in ADMINS" },
        { "other group", "not in ADMINS" },
        { "lower case", "not in ADMINS" },
        { "title case", "not in ADMINS" },
        { "blank behind", "not in ADMINS" },
        { "longer name", "not in ADMINS" },
        { "joined with another", "not in ADMINS" },
        { "Cyrillic A", "not in ADMINS" },
        { "Turkish dotted I", "not in ADMINS" },
        { "full width", "not in ADMINS" },
        { "zero width space within", "not in ADMINS" },
        { "combining mark behind", "not in ADMINS" },
        { "null among the groups", "not in ADMINS" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Everybody_else_is_refused_and_only_the_log_is_told_why(string caller, string reason)
    {
        var refusal = _administrators.RefusalOf(Caller(caller));

        Assert.Equal(
            new MutationResult(Outcome.Unauthorized, "Not Authorized to access addUserToGroup on type Mutation", reason), refusal);
    }

    private static CallerIdentity Caller(string description) => description switch
    {
        "no identity" => CallerIdentity.Nobody,
        "no sub" => Administrator with { Subject = null },
        "empty sub" => Administrator with { Subject = "" },
        "no username" => Administrator with { Username = null },
        "empty username" => Administrator with { Username = "" },
        "no issuer" => Administrator with { Issuer = null },
        "empty issuer" => Administrator with { Issuer = "" },
        "another pool" => Administrator with { Issuer = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_OtherPool" },
        "issuer in other case" => Administrator with { Issuer = TestEvents.Issuer.ToUpperInvariant() },
        "issuer with a slash behind" => Administrator with { Issuer = TestEvents.Issuer + "/" },
        "issuer with more behind" => Administrator with { Issuer = TestEvents.Issuer + "2" },
        "groups null" => Administrator with { Groups = null },
        "no groups" => Administrator with { Groups = [] },
        "other group" => Administrator with { Groups = ["EDITORS"] },
        "lower case" => Administrator with { Groups = ["admins"] },
        "title case" => Administrator with { Groups = ["Admins"] },
        "blank behind" => Administrator with { Groups = ["ADMINS "] },
        "longer name" => Administrator with { Groups = ["ADMINS2", "SUPERADMINS"] },
        "joined with another" => Administrator with { Groups = ["ADMINS,EDITORS"] },
        "Cyrillic A" => Administrator with { Groups = ["\u0410DMINS"] },
        "Turkish dotted I" => Administrator with { Groups = ["ADM\u0130NS"] },
        "full width" => Administrator with { Groups = ["ＡＤＭＩＮＳ"] },
        "zero width space within" => Administrator with { Groups = ["ADM\u200BINS"] },
        "combining mark behind" => Administrator with { Groups = ["ADMINS\u0301"] },
        "null among the groups" => Administrator with { Groups = [null!] },
        _ => throw new ArgumentOutOfRangeException(nameof(description), description, "Not in the table."),
    };
}
