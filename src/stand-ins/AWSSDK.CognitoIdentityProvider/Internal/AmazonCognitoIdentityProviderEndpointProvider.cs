using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>Two of Cognito's endpoint rules: a configured endpoint, and the endpoint of a Region.</summary>
internal sealed class AmazonCognitoIdentityProviderEndpointProvider : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters) => parameters switch
    {
        _ when parameters["UseFIPS"] is true || parameters["UseDualStack"] is true =>
            throw new AmazonClientException("The stand-ins know no FIPS or dual-stack endpoints: use Amazon's packages."),
        _ when parameters["Endpoint"] is string endpoint => new Endpoint(endpoint),
        _ when parameters["Region"] is string region && Fn.Partition(region) is { } partition =>
            new Endpoint($"https://cognito-idp.{region}.{partition.dnsSuffix}"),
        _ => throw new AmazonClientException("Invalid Configuration: Missing Region"),
    };
}
