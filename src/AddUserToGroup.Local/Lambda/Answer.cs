namespace AddUserToGroup.Local.Lambda;

/// <param name="Payload">What the function answered, or the error document.</param>
/// <param name="IsError">Whether the payload is an error document.</param>
internal sealed record Answer(ReadOnlyMemory<byte> Payload, bool IsError);
