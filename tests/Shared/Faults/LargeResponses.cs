using System.Globalization;
using System.Text;

namespace AddUserToGroup.Shared.Faults;

/// <summary>Responses of 50 MB, where Cognito's have some hundred bytes.</summary>
internal static class LargeResponses
{
    private const int Size = 50 * 1024 * 1024;
    private const int BlockSize = 64 * 1024;

    public static IReadOnlyList<FaultCase> Cases { get; } =
    [
        new("answers 200 with 50 MB", "Added", FaultCase.Final, Respond(200, "InternalErrorException")),
        new("answers 400 with a message of 50 MB", "Unavailable", FaultCase.Retried, Respond(400, "UserNotFoundException")),
        new("answers 400 with 50 MB of garbage", "Unavailable", FaultCase.Retried, Respond(400, null)),
        new("answers 500 with 50 MB of garbage", "Unavailable", FaultCase.Retried, Respond(500, null)),
    ];

    /// <param name="status">The status.</param>
    /// <param name="code">Makes the body an error in JSON with an endless message; null: the letter x and nothing else.</param>
    public static Behaviour Respond(int status, string? code) => Behaviour.AtRequest(async connection =>
    {
        var start = code is null ? "" : $$"""{"__type":"{{code}}","message":" """;
        var end = code is null ? "" : "\"}";
        await connection.ReadRequestAsync();
        await connection.WriteAsync(new HttpResponse(status, start)
        {
            ContentLength = (start.Length + Size + end.Length).ToString(CultureInfo.InvariantCulture),
        }.ToBytes());
        var block = Encoding.ASCII.GetBytes(new string('x', BlockSize));
        for (var sent = 0; sent < Size; sent += BlockSize)
        {
            await connection.WriteAsync(block);
        }

        await connection.WriteAsync(Encoding.ASCII.GetBytes(end));
    });
}
