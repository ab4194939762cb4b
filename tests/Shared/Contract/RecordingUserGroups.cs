using AddUserToGroup.Cognito;
using AddUserToGroup.Rules;

namespace AddUserToGroup.Shared.Contract;

/// <summary>In Cognito's place: keeps what it is asked for, and answers what it is told to.</summary>
internal sealed class RecordingUserGroups : IUserGroups
{
    public List<(string UserId, string GroupName)> Calls { get; } = [];

    public Func<PermittedMembership, MutationResult> Respond { get; set; } = _ => throw new InvalidOperationException();

    public Task<MutationResult> AddAsync(PermittedMembership membership, CancellationToken deadline)
    {
        Calls.Add((membership.UserId, membership.GroupName));
        return Task.FromResult(Respond(membership));
    }
}
