namespace AddUserToGroup.Benchmarks.Endpoints;

/// <summary>A request that reached the Cognito endpoint, and the id that the answer gave it.</summary>
internal sealed record CognitoCall(HttpRequest Request, string RequestId);
