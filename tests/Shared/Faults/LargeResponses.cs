using System.Globalization;

namespace AddUserToGroup.Shared.Faults;

/// <summary>Responses of 50 MB. Cognito's have a few hundred bytes.</summary>
internal static class LargeResponses
{
    private const int Size = 50 * 1024 * 1024;
    private static readonly byte[] Block = [.. Enumerable.Repeat((byte)'x', 64 * 1024)];

    public static IReadOnlyList<FaultCase> Cases { get; } =
    [
        new("responds 200 with 50 MB", "Added", FaultCase.Final, Respond(200, "{\"a\":\"")),
        new("responds 400 with a message of 50 MB", "Unavailable", FaultCase.Retried, Respond(400, "{\"__type\":\"UserNotFoundException\",\"message\":\"")),
        new("responds 400 with 50 MB of garbage", "Unavailable", FaultCase.Retried, Respond(400, "x")),
        new("responds 500 with 50 MB of garbage", "Unavailable", FaultCase.Retried, Respond(500, "x")),
    ];

    private static Behaviour Respond(int status, string start) => Behaviour.AtRequest(async connection =>
    {
        await connection.ReadRequestAsync();
        await connection.WriteAsync(new HttpResponse(status, start) { ContentLength = Size.ToString(CultureInfo.InvariantCulture) }.ToBytes());
        for (var left = Size - start.Length; left > 0; left -= Block.Length)
        {
            await connection.WriteAsync(Block.AsMemory(0, Math.Min(left, Block.Length)));
        }
    });
}
