using System.Diagnostics.CodeAnalysis;

namespace AddUserToGroup.AppSync;

/// <summary>
/// The properties of an event that the function reads; it ignores all others. A null property counts as missing. A wrong type,
/// except of <c>sourceIp</c>, makes the event invalid, because AppSync gives each property one type.
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
    /// Present if AppSync made the event itself, for a direct Lambda resolver or for Amplify. Then no resolver code reads an
    /// <c>error</c> afterwards. This repository's resolver leaves it out.
    /// </summary>
    public AppSyncRequest? Request { get; init; }
}
