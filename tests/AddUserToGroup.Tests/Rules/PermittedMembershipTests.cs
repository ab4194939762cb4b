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
        Groups = new(["ADMINS"]),
    };

    [Fact]
    public void Permit_an_administrator_what_was_asked()
    {
        var result = Judge(Administrator, new() { UserId = "ben", GroupName = "EDITORS" }, AssignableGroups.Any, out var permitted);

        Assert.Null(result);
        Assert.Equal(("ben", "EDITORS"), (permitted!.UserId, permitted.GroupName));
    }

    [Fact]
    public void Tell_a_stranger_nothing_about_the_input()
    {
        var result = Judge(null, null, AssignableGroups.Only(["EDITORS"]), out var permitted);

        Assert.Equal(Outcome.Unauthorized, result!.Outcome);
        Assert.Null(permitted);
    }

    [Theory]
    [InlineData(null, "EDITORS", "userId must be given, as a string.")]
    [InlineData("", "EDITORS", "userId must not be empty.")]
    [InlineData("ben", null, "groupName must be given, as a string.")]
    [InlineData("ben", "EDI TORS", "groupName must not contain white space, control, format or private-use characters, or fillers.")]
    // Several faults: the first of them.
    [InlineData(null, null, "userId must be given, as a string.")]
    [InlineData("", "ADMINS", "userId must not be empty.")]
    [InlineData("ben", "ADMINS ", "groupName must not contain white space, control, format or private-use characters, or fillers.")]
    public void Name_bad_input_before_they_look_at_the_group(string? userId, string? groupName, string message)
    {
        var result = Judge(
            Administrator, new() { UserId = userId, GroupName = groupName }, AssignableGroups.Only(["EDITORS"]), out var permitted);

        Assert.Equal(new MutationResult(Outcome.InvalidInput, message, message), result);
        Assert.Null(permitted);
    }

    [Fact]
    public void Take_missing_arguments_for_bad_input()
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
    public void Hand_out_only_the_groups_that_the_operator_lists(string groupName, bool isPermitted)
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
        var result = TestEvents.Rules(groups).ApplyAsync(
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
