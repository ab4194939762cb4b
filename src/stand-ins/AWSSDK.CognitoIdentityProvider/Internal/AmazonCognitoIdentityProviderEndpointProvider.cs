using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>Cognito's endpoint rule set, which AWS publishes with its SDKs (endpoint-rule-set-1.json).</summary>
internal sealed class AmazonCognitoIdentityProviderEndpointProvider : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var fips = Flag(parameters, "UseFIPS");
        var dualStack = Flag(parameters, "UseDualStack");
        if (parameters["Endpoint"] is string endpoint)
        {
            return (fips, dualStack) switch
            {
                (true, _) => throw Invalid("Invalid Configuration: FIPS and custom endpoint are not supported"),
                (_, true) => throw Invalid("Invalid Configuration: Dualstack and custom endpoint are not supported"),
                _ => new Endpoint(endpoint),
            };
        }

        if (parameters["Region"] is not string region || Fn.Partition(region) is not { } partition)
        {
            throw Invalid("Invalid Configuration: Missing Region");
        }

        return new Endpoint($"https://{Host(region, partition, fips, dualStack)}");
    }

    private static string Host(string region, Partition partition, bool fips, bool dualStack) =>
        (fips, dualStack) switch
        {
            (true, true) when !partition.supportsFIPS || !partition.supportsDualStack =>
                throw Invalid("FIPS and DualStack are enabled, but this partition does not support one or both"),
            (true, true) when region is "us-east-1" or "us-east-2" or "us-west-1" or "us-west-2" =>
                $"cognito-idp-fips.{region}.amazonaws.com",
            (true, true) => $"cognito-idp-fips.{region}.{partition.dualStackDnsSuffix}",
            (true, false) when !partition.supportsFIPS =>
                throw Invalid("FIPS is enabled but this partition does not support FIPS"),
            (true, false) => $"cognito-idp-fips.{region}.{partition.dnsSuffix}",
            (false, true) when !partition.supportsDualStack =>
                throw Invalid("DualStack is enabled but this partition does not support DualStack"),
            (false, true) when partition.name == "aws" => $"cognito-idp.{region}.amazonaws.com",
            (false, true) => $"cognito-idp.{region}.{partition.dualStackDnsSuffix}",
            _ => $"cognito-idp.{region}.{partition.dnsSuffix}",
        };

    private static bool Flag(EndpointParameters parameters, string name) =>
        parameters[name] as bool? ?? throw Invalid($"{name} parameter must be set for endpoint resolution");

    private static AmazonClientException Invalid(string message) => new(message);
}
