using Amazon.Runtime.Endpoints;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>By the names of Cognito's endpoint rule set.</summary>
internal sealed class CognitoIdentityProviderEndpointParameters : EndpointParameters
{
    public required string? Region
    {
        get => (string?)this[nameof(Region)];
        set => this[nameof(Region)] = value;
    }

    public required bool UseDualStack
    {
        get => (bool)this[nameof(UseDualStack)];
        set => this[nameof(UseDualStack)] = value;
    }

    public required bool UseFIPS
    {
        get => (bool)this[nameof(UseFIPS)];
        set => this[nameof(UseFIPS)] = value;
    }

    public required string? Endpoint
    {
        get => (string?)this[nameof(Endpoint)];
        set => this[nameof(Endpoint)] = value;
    }
}
