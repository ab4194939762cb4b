namespace AddUserToGroup.Tests.Properties;

/// <summary>The ways to damage an event: first its members and items, then its bytes.</summary>
internal enum EditKind
{
    Remove,
    Duplicate,
    Rename,
    Retype,
    Move,
    Nest,
    Respell,

    FlipBit,
    CutBytes,
    CutEnd,
    InsertToken,
    InsertBytes,
    Wrap,
}
