using System.Text.RegularExpressions;

namespace AddUserToGroup.Local.Page;

/// <summary>The API and the user pool that a page is for.</summary>
internal sealed partial record PageSettings
{
    public required string UserPoolId { get; init; }

    public required string UserPoolClientId { get; init; }

    /// <summary>An endpoint with Cognito's API; only scheme, host and port count.</summary>
    public required Uri UserPoolEndpoint { get; init; }

    /// <summary>The API; relative if it has the page's origin.</summary>
    public required Uri GraphQLUrl { get; init; }

    /// <summary>The API's Region.</summary>
    public required string Region { get; init; }

    /// <summary>False for a domain name of your own, and for anybody else's.</summary>
    public bool IsAppSync => AppSyncHost().IsMatch(GraphQLUrl.Host);

    [GeneratedRegex(@"\A[a-z0-9]+\.appsync-api\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\z")]
    private static partial Regex AppSyncHost();
}
