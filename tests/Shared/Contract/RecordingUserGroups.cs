using AddUserToGroup.Cognito;
using AddUserToGroup.Results;
using AddUserToGroup.Rules;

namespace AddUserToGroup.Shared.Contract;

/// <summary>A fake of the wrapper: records the calls and responds as it is told.</summary>
internal sealed class RecordingUserGroups : IUserGroups
{
    public List<(string UserId, string GroupName)> Calls { get; } = [];

    public Func<PermittedMembership, MutationResult> Respond { get; set; } = _ => throw new InvalidOperationException();

    public Task<MutationResult> AddAsync(PermittedMembership permitted, CancellationToken deadline)
    {
        Calls.Add((permitted.Membership.UserId, permitted.Membership.GroupName));
        return Task.FromResult(Respond(permitted));
    }
}
