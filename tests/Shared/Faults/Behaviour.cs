namespace AddUserToGroup.Shared.Faults;

/// <summary>What the endpoint does, once, with a connection or a request.</summary>
/// <param name="Stage">When it takes effect.</param>
/// <param name="ActAsync">
/// Does it. Where it returns with the connection still open, the connection is kept for the next request.
/// </param>
internal sealed record Behaviour(Stage Stage, Func<ClientConnection, Task> ActAsync)
{
    /// <summary>What Cognito does: reads the request and answers.</summary>
    public static Behaviour Respond(HttpResponse response) => Send(response.ToBytes());

    /// <summary>Reads the request, sends <paramref name="bytes"/>, which may be no HTTP at all, and keeps the connection.</summary>
    public static Behaviour Send(ReadOnlyMemory<byte> bytes) => AtRequest(async connection =>
    {
        await connection.ReadRequestAsync();
        await connection.WriteAsync(bytes);
    });

    /// <summary>Reads the request, sends <paramref name="bytes"/> and ends.</summary>
    public static Behaviour SendAndEnd(ReadOnlyMemory<byte> bytes, Func<ClientConnection, Task> endAsync) =>
        AtRequest(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(bytes);
            await endAsync(connection);
        });

    /// <summary>Reads the request and sends <paramref name="bytes"/> one by one.</summary>
    /// <param name="bytes">The response, or a part of it.</param>
    /// <param name="beforeEach">Is told each byte's position before it goes: a place to move a clock, or to wait.</param>
    public static Behaviour Trickle(ReadOnlyMemory<byte> bytes, Func<int, Task> beforeEach) => AtRequest(async connection =>
    {
        await connection.ReadRequestAsync();
        for (var position = 0; position < bytes.Length; position++)
        {
            await beforeEach(position);
            await connection.WriteAsync(bytes.Slice(position, 1));
        }
    });

    public static Behaviour AtAccept(Func<ClientConnection, Task> actAsync) => new(Stage.Accepted, actAsync);

    public static Behaviour AtHandshake(Func<ClientConnection, Task> actAsync) => new(Stage.Handshake, actAsync);

    public static Behaviour AtRequest(Func<ClientConnection, Task> actAsync) => new(Stage.Request, actAsync);
}
