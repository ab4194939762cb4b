using AddUserToGroup.Results;

namespace AddUserToGroup.AppSync;

/// <summary>The response to <c>src/appsync/addUserToGroup.js</c>: exactly one of the two is set.</summary>
internal sealed record Response(Membership? Data = null, ResponseError? Error = null);
