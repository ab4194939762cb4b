using AddUserToGroup.AppSync;
using AddUserToGroup.Rules;

namespace AddUserToGroup.Tests.Rules;

public sealed class PermittedMembershipTests
{
    private static readonly CallerIdentity Administrator = new()
    {
        Subject = "sub",
        Username = "ann",
        Issuer = TestEvents.Issuer,
        Groups = ["ADMINS"],
    };

    [Fact]
    public void An_administrator_with_good_input_is_permitted_what_was_asked()
    {
        var result = Judge(Administrator, new() { UserId = "ben", GroupName = "EDITORS" }, AssignableGroups.Any, out var permitted);

        Assert.Null(result);
        Assert.Equal(("ben", "EDITORS"), (permitted!.UserId, permitted.GroupName));
    }

    [Fact]
    public void A_stranger_learns_nothing_about_the_input()
    {
        var result = Judge(null, null, AssignableGroups.Only(["EDITORS"]), out var permitted);

        Assert.Equal(Outcome.Unauthorized, result!.Outcome);
        Assert.Null(permitted);
    }

    [Theory]
    [InlineData(null, "EDITORS", "userId must be given, as a string.")]
    [InlineData("", "EDITORS", "userId must not be empty.")]
    [InlineData("ben", null, "groupName must be given, as a string.")]
    [InlineData("ben", "EDI TORS", "groupName must not contain white space, line breaks or other invisible characters.")]
    public void Bad_input_is_named(string? userId, string? groupName, string message)
    {
        var result = Judge(Administrator, new() { UserId = userId, GroupName = groupName }, AssignableGroups.Any, out var permitted);

        Assert.Equal(new MutationResult(Outcome.InvalidInput, message), result);
        Assert.Null(permitted);
    }

    [Theory]
    [InlineData(null, null, "userId must be given, as a string.")]
    [InlineData("", "ADMINS", "userId must not be empty.")]
    [InlineData("ben", null, "groupName must be given, as a string.")]
    [InlineData("ben", "ADMINS ", "groupName must not contain white space, line breaks or other invisible characters.")]
    public void Of_several_faults_the_first_in_the_mutations_order_is_named(string? userId, string? groupName, string message)
    {
        var result = Judge(
            Administrator, new() { UserId = userId, GroupName = groupName }, AssignableGroups.Only(["EDITORS"]), out _);

        Assert.Equal(new MutationResult(Outcome.InvalidInput, message), result);
    }

    [Fact]
    public void Missing_arguments_are_bad_input()
    {
        var result = Judge(Administrator, null, AssignableGroups.Any, out _);

        Assert.Equal(Outcome.InvalidInput, result!.Outcome);
    }

    [Theory]
    [InlineData("EDITORS", true)]
    [InlineData("VIEWERS", true)]
    [InlineData("ADMINS", false)]
    [InlineData("editors", false)]
    [InlineData("EDITORS,VIEWERS", false)]
    public void Only_listed_groups_are_handed_out_where_the_operator_lists_them(string groupName, bool isPermitted)
    {
        var result = Judge(
            Administrator, new() { UserId = "ben", GroupName = groupName }, AssignableGroups.Only(["EDITORS", "VIEWERS"]), out var permitted);

        Assert.Equal(isPermitted, permitted is not null);
        Assert.Equal(isPermitted ? null : Outcome.GroupNotAssignable, result?.Outcome);
    }

    private static MutationResult? Judge(
        CallerIdentity? identity, MutationArguments? arguments, AssignableGroups groups, out PermittedMembership? permitted)
    {
        PermittedMembership? added = null;
        var result = new PermittedMembership.Rules(new Administrators(TestEvents.Issuer), groups).ApplyAsync(
            new MutationEvent { Identity = identity, Arguments = arguments },
            membership =>
            {
                added = membership;
                return Task.FromResult(MutationResult.Success(membership, ""));
            });
        permitted = added;
        Assert.True(result.IsCompletedSuccessfully);
        return added is null ? result.Result : null;
    }
}
