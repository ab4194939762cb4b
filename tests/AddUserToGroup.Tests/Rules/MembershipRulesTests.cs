using AddUserToGroup.AppSync;
using AddUserToGroup.Results;
using AddUserToGroup.Rules;
using AddUserToGroup.Shared.Contract;

namespace AddUserToGroup.Tests.Rules;

public sealed class MembershipRulesTests
{
    private const string NotAdministrator = $"not in {MembershipRules.AdministratorsGroup}";

    private static readonly CallerIdentity Administrator = new()
    {
        Subject = "sub",
        Username = "admin",
        Issuer = TestEvents.Issuer,
        Groups = ["EDITORS", MembershipRules.AdministratorsGroup],
    };

    private static readonly MutationArguments BenToEditors = new() { UserId = "ben", GroupName = "EDITORS" };

    [Theory]
    [InlineData(TestEvents.Issuer)]
    [InlineData(TestEvents.UpdatedIssuer)]
    public void Permits_an_administrator_of_the_pool_the_requested_membership(string issuer)
    {
        var (permitted, failure) = Apply(Administrator with { Issuer = issuer }, BenToEditors);

        Assert.Null(failure);
        Assert.Equal(new Membership("ben", "EDITORS"), permitted);
    }

    [Fact]
    public void Rejects_a_caller_without_an_identity() => AssertUnauthorized(
        CallerIdentity.None, "no user identity: an API key, a Lambda authorizer, or not called by AppSync");

    public static TheoryData<string?, string?, string?> Incomplete => new()
    {
        { null, "admin", TestEvents.Issuer },
        { "", "admin", TestEvents.Issuer },
        { "sub", null, TestEvents.Issuer },
        { "sub", "", TestEvents.Issuer },
        { "sub", "admin", null },
        { "sub", "admin", "" },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void Rejects_a_caller_who_is_not_a_user_of_a_pool(string? sub, string? username, string? issuer) => AssertUnauthorized(
        Administrator with { Subject = sub, Username = username, Issuer = issuer },
        "not a Cognito user pool identity: sub, username or issuer is missing");

    [Fact]
    public void Rejects_an_administrator_of_another_pool() => AssertUnauthorized(
        Administrator with { Issuer = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_OtherPool" },
        "the issuer is another user pool");

    public static TheoryData<string, string[]?> OtherGroups => new()
    {
        { "in no group", null },
        { "in no group", [] },
        { NotAdministrator, ["EDITORS"] },
        { NotAdministrator, [MembershipRules.AdministratorsGroup.ToLowerInvariant()] },
        { NotAdministrator, [$"{MembershipRules.AdministratorsGroup} "] },
        { NotAdministrator, [$"{MembershipRules.AdministratorsGroup}2", $"SUPER{MembershipRules.AdministratorsGroup}"] },
        { NotAdministrator, [$"{MembershipRules.AdministratorsGroup},EDITORS"] },
        // Cyrillic, Turkish, full width, zero width, combining.
        { NotAdministrator, ["\u0410DMINS"] },
        { NotAdministrator, ["ADM\u0130NS"] },
        { NotAdministrator, ["ＡＤＭＩＮＳ"] },
        { NotAdministrator, ["ADM\u200BINS"] },
        { NotAdministrator, [$"{MembershipRules.AdministratorsGroup}\u0301"] },
        { NotAdministrator, [null!] },
    };

    [Theory]
    [MemberData(nameof(OtherGroups))]
    public void Rejects_a_caller_who_is_not_an_administrator_and_says_why_in_the_log(string reason, string[]? groups) =>
        AssertUnauthorized(Administrator with { Groups = groups }, reason);

    [Fact]
    public void Tells_a_stranger_nothing_about_the_arguments()
    {
        var (_, failure) = Apply(CallerIdentity.None, MutationArguments.None, "EDITORS");

        Assert.Equal(ErrorType.Unauthorized, failure?.Type);
    }

    [Theory]
    [InlineData(null, "EDITORS", "userId")]
    [InlineData("", "EDITORS", "userId")]
    [InlineData("ben", null, "groupName")]
    [InlineData("ben", "EDI TORS", "groupName")]
    // Several problems: the first one.
    [InlineData(null, "", "userId")]
    [InlineData("", "ADMINS", "userId")]
    [InlineData("ben", "ADMINS ", "groupName")]
    public void Names_invalid_input_before_the_group_is_looked_up(string? userId, string? groupName, string argument)
    {
        CognitoName.IsValid(argument == "userId" ? userId : groupName, out var problem);
        var message = $"{argument} {problem}.";

        var (_, failure) = Apply(Administrator, new() { UserId = userId, GroupName = groupName }, "EDITORS");

        Assert.Equal(new Failure(ErrorType.InvalidInput, message, message), failure);
    }

    [Theory]
    [InlineData("EDITORS", true)]
    [InlineData("VIEWERS", true)]
    [InlineData("ADMINS", false)]
    [InlineData("editors", false)]
    [InlineData("EDITORS,VIEWERS", false)]
    public void Permits_only_the_groups_that_the_operator_lists(string groupName, bool isPermitted)
    {
        var (permitted, failure) = Apply(Administrator, BenToEditors with { GroupName = groupName }, "EDITORS VIEWERS");

        Assert.Equal(isPermitted, permitted is not null);
        Assert.Equal(isPermitted ? null : ErrorType.GroupNotAssignable, failure?.Type);
    }

    // Only the log says why.
    private static void AssertUnauthorized(CallerIdentity caller, string reason) => Assert.Equal(
        new Failure(ErrorType.Unauthorized, Sentences.Of("Unauthorized"), reason),
        Apply(caller, BenToEditors).Failure);

    private static (Membership? Permitted, Failure? Failure) Apply(
        CallerIdentity identity, MutationArguments arguments, string? assignableGroups = null)
    {
        var settings = TestEvents.Settings(assignableGroups);
        var isPermitted = PermittedMembership.TryCreate(
            new MembershipRules(settings.UserPoolIssuer, settings.AssignableGroups),
            new MutationEvent { Identity = identity, Arguments = arguments },
            out var permitted,
            out var failure);
        Assert.Equal((isPermitted, !isPermitted), (permitted is not null, failure is not null));
        return (permitted?.Membership, failure);
    }
}
