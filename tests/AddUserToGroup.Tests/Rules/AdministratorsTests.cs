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
        Groups = new(["EDITORS", "ADMINS"]),
    };

    private readonly Administrators _administrators = new(new UserPoolIssuers(new Uri(TestEvents.Issuer)));

    [Fact]
    public void Lets_a_member_of_ADMINS_in_the_pool_call() => Assert.Null(_administrators.RefusalOf(Administrator));

    [Fact]
    public void Lets_a_member_of_ADMINS_with_the_pools_other_issuer_call() =>
        Assert.Null(_administrators.RefusalOf(Administrator with { Issuer = TestEvents.UpdatedIssuer }));

    [Fact]
    public void Refuses_nobody() => AssertRefused(
        CallerIdentity.Nobody, "no identity of a user: an API key, a Lambda authorizer, or not called by AppSync");

    public static TheoryData<string?, string?, string?> Incomplete => new()
    {
        { null, "ann", TestEvents.Issuer },
        { "", "ann", TestEvents.Issuer },
        { "sub", null, TestEvents.Issuer },
        { "sub", "", TestEvents.Issuer },
        { "sub", "ann", null },
        { "sub", "ann", "" },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void Refuses_those_whom_no_user_pool_describes(string? sub, string? username, string? issuer) => AssertRefused(
        Administrator with { Subject = sub, Username = username, Issuer = issuer },
        "not a Cognito user pool identity: sub, username or issuer is missing");

    [Fact]
    public void Refuses_another_pools_administrators() => AssertRefused(
        Administrator with { Issuer = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_OtherPool" },
        "the issuer is another user pool");

    public static TheoryData<string, string[]?> Groupless => new()
    {
        { "groups is not a list of strings", null },
        { "in no group", [] },
        { "not in ADMINS", ["EDITORS"] },
        { "not in ADMINS", ["admins"] },
        { "not in ADMINS", ["ADMINS "] },
        { "not in ADMINS", ["ADMINS2", "SUPERADMINS"] },
        { "not in ADMINS", ["ADMINS,EDITORS"] },
        // Cyrillic, Turkish, full width, zero width, combining.
        { "not in ADMINS", ["\u0410DMINS"] },
        { "not in ADMINS", ["ADM\u0130NS"] },
        { "not in ADMINS", ["ＡＤＭＩＮＳ"] },
        { "not in ADMINS", ["ADM\u200BINS"] },
        { "not in ADMINS", ["ADMINS\u0301"] },
        { "not in ADMINS", [null!] },
    };

    [Theory]
    [MemberData(nameof(Groupless))]
    public void Refuses_those_not_in_ADMINS_and_says_why(string reason, string[]? groups) =>
        AssertRefused(Administrator with { Groups = new(groups) }, reason);

    [Fact]
    public void Tells_missing_groups_from_none() =>
        AssertRefused(Administrator with { Groups = null }, "groups is missing");

    // Only the log is told why.
    private void AssertRefused(CallerIdentity caller, string reason) => Assert.Equal(
        new MutationResult(Outcome.Unauthorized, "Not Authorized to access addUserToGroup on type Mutation", reason),
        _administrators.RefusalOf(caller));
}
