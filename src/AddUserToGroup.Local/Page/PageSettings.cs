namespace AddUserToGroup.Local.Page;

/// <summary>The API and the user pool that a page is for.</summary>
internal sealed record PageSettings
{
    /// <summary>The group whose members may call the mutation, as template.yaml names it.</summary>
    public static string AdministratorsGroup { get; } = (string)Template.Properties("Administrators")["GroupName"]!;

    public required string UserPoolId { get; init; }

    public required string UserPoolClientId { get; init; }

    /// <summary>What speaks Cognito's API; only scheme, host and port count.</summary>
    public required Uri UserPoolEndpoint { get; init; }

    /// <summary>Where the API is; relative where the page comes from the same host.</summary>
    public required Uri GraphQLUrl { get; init; }

    /// <summary>Of the API.</summary>
    public required string Region { get; init; }
}
