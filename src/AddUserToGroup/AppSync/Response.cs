namespace AddUserToGroup.AppSync;

/// <summary>What <c>src/appsync/addUserToGroup.js</c> gets: one of the two members, never both.</summary>
internal sealed record Response(Membership? Data = null, ResponseError? Error = null);
