namespace AddUserToGroup.Shared.Faults;

/// <summary>What the endpoint does once, with a connection or with a request.</summary>
/// <param name="Stage">When it starts.</param>
/// <param name="ActAsync">Does it. If it leaves the connection open, the next request can use the connection.</param>
internal sealed record Behaviour(Stage Stage, Func<ClientConnection, Task> ActAsync)
{
    /// <summary>Reads the request and responds, as Cognito does.</summary>
    public static Behaviour Respond(HttpResponse response) => Send(response.ToBytes());

    /// <summary>Reads the request and sends <paramref name="bytes"/>, which may be no HTTP.</summary>
    public static Behaviour Send(ReadOnlyMemory<byte> bytes) => SendAndEnd(bytes, _ => Task.CompletedTask);

    /// <summary>Reads the request, sends <paramref name="bytes"/> and ends the connection.</summary>
    public static Behaviour SendAndEnd(ReadOnlyMemory<byte> bytes, Func<ClientConnection, Task> endAsync) =>
        AtRequest(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(bytes);
            await endAsync(connection);
        });

    /// <summary>Reads the request and sends <paramref name="bytes"/> one by one.</summary>
    /// <param name="bytes">The response, or a part of it.</param>
    /// <param name="beforeEach">Is called with the position of each byte before it is sent.</param>
    public static Behaviour Trickle(ReadOnlyMemory<byte> bytes, Action<int> beforeEach) => AtRequest(async connection =>
    {
        await connection.ReadRequestAsync();
        for (var position = 0; position < bytes.Length; position++)
        {
            beforeEach(position);
            await connection.WriteAsync(bytes.Slice(position, 1));
        }
    });

    public static Behaviour AtAccept(Func<ClientConnection, Task> actAsync) => new(Stage.Accepted, actAsync);

    public static Behaviour AtHandshake(Func<ClientConnection, Task> actAsync) => new(Stage.Handshake, actAsync);

    public static Behaviour AtRequest(Func<ClientConnection, Task> actAsync) => new(Stage.Request, actAsync);
}
