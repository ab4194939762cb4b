namespace AddUserToGroup.Tests.Properties.Events;

/// <summary>The ways in which an event is changed: the structure first, then its bytes.</summary>
internal enum EditKind
{
    Remove,
    Duplicate,
    Rename,
    Retype,
    Move,
    Nest,
    Swap,
    Respell,

    FlipBit,
    CutBytes,
    CutEnd,
    InsertToken,
    InsertBytes,
    Wrap,
}
