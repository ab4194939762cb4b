namespace AddUserToGroup.Benchmarks.Endpoints;

/// <param name="IsError">Whether the function reported an error in place of an answer.</param>
/// <param name="Body">What it sent.</param>
internal sealed record InvocationResponse(bool IsError, byte[] Body);
