using System.Diagnostics.CodeAnalysis;

namespace AddUserToGroup.AppSync;

/// <summary>
/// The members of an event that the function reads; it ignores all others. A null member counts as missing. A member of
/// another type makes the whole event invalid, because AppSync gives each member one type.
/// </summary>
internal sealed record MutationEvent
{
    /// <summary>Stands for an event that cannot be read: no caller, no arguments.</summary>
    public static MutationEvent Empty { get; } = new();

    [AllowNull]
    public MutationArguments Arguments { get => field ?? MutationArguments.None; init; }

    [AllowNull]
    public CallerIdentity Identity { get => field ?? CallerIdentity.None; init; }

    /// <summary>
    /// Present if AppSync made the event itself, for a direct Lambda resolver or for Amplify: no resolver code that could read
    /// an <c>error</c> runs after it. This repository's resolver leaves it out.
    /// </summary>
    public AppSyncRequest? Request { get; init; }
}
