namespace AddUserToGroup.Shared.Faults;

/// <summary>No response: the connection ends, or nothing comes, at each stage of a request.</summary>
internal static class ConnectionFaults
{
    public static IReadOnlyList<FaultCase> Cases { get; } =
    [
        Breaks("closes a new connection", Behaviour.AtAccept(connection => connection.CloseAsync())),
        Breaks("resets a new connection", Behaviour.AtAccept(connection => connection.ResetAsync())),
        Breaks("resets before it reads the request", Behaviour.AtRequest(connection => connection.ResetAsync())),
        Breaks("resets within the request", WithinRequest(connection => connection.ResetAsync())),
        Breaks("closes after the request", Behaviour.SendAndEnd(default, connection => connection.CloseAsync())),
        Breaks("resets after the request", Behaviour.SendAndEnd(default, connection => connection.ResetAsync())),
        Hangs("hangs after accepting", Behaviour.AtAccept(connection => connection.HangAsync())),
        Hangs("hangs before it reads the request", Behaviour.AtRequest(connection => connection.HangAsync())),
        Hangs("hangs within the request", WithinRequest(connection => connection.HangAsync())),
        Hangs("hangs after the request", Behaviour.SendAndEnd(default, connection => connection.HangAsync())),
    ];

    private static Behaviour WithinRequest(Func<ClientConnection, Task> endAsync) => Behaviour.AtRequest(async connection =>
    {
        await connection.ReadAsync(100);
        await endAsync(connection);
    });

    private static FaultCase Breaks(string name, Behaviour behaviour) => new(name, "Unavailable", FaultCase.Reconnected, behaviour);

    private static FaultCase Hangs(string name, Behaviour behaviour) =>
        new(name, "Unavailable", FaultCase.Final, behaviour) { EndsByDeadline = true };
}
