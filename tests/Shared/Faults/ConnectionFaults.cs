namespace AddUserToGroup.Shared.Faults;

/// <summary>No response at all: the connection ends, or nothing comes, at each stage of a request.</summary>
internal static class ConnectionFaults
{
    public static IReadOnlyList<FaultCase> Cases { get; } =
    [
        Breaks("closes a new connection", Behaviour.AtAccept(connection => connection.CloseAsync())),
        Breaks("resets a new connection", Behaviour.AtAccept(connection => connection.ResetAsync())),
        Breaks("resets before the request is read", Behaviour.AtRequest(connection => connection.ResetAsync())),
        Breaks("resets in the midst of the request", Behaviour.AtRequest(async connection =>
        {
            await connection.ReadAsync(100);
            await connection.ResetAsync();
        })),
        Breaks("closes after the request was read", Behaviour.SendAndEnd(default, connection => connection.CloseAsync())),
        Breaks("resets after the request was read", Behaviour.SendAndEnd(default, connection => connection.ResetAsync())),
        Hangs("hangs after accepting", Behaviour.AtAccept(connection => connection.HangAsync())),
        Hangs("hangs before the request is read", Behaviour.AtRequest(connection => connection.HangAsync())),
        Hangs("hangs in the midst of the request", Behaviour.AtRequest(async connection =>
        {
            await connection.ReadAsync(100);
            await connection.HangAsync();
        })),
        Hangs("hangs after the request was read", Behaviour.SendAndEnd(default, connection => connection.HangAsync())),
    ];

    private static FaultCase Breaks(string name, Behaviour behaviour) =>
        new(name, "Unavailable", FaultCase.Reconnected, behaviour);

    private static FaultCase Hangs(string name, Behaviour behaviour) =>
        new(name, "Unavailable", FaultCase.Final, behaviour) { EndsByDeadline = true };
}
