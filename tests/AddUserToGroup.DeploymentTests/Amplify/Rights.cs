using System.Text.Json;

namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>What the roles of a backend may do.</summary>
internal static class Rights
{
    /// <summary>What a role may do by the policies of the backend's own making.</summary>
    /// <returns>Action and resource, one pair an entry.</returns>
    public static IEnumerable<string> Of(Resource role, CloudAssembly backend) => backend.Resources
        .Where(resource => resource.Type == "AWS::IAM::Policy" && resource.Property("Roles").EnumerateArray()
            .Any(name => resource.Stack.Resolve(name) == $"{role.Id}.Ref"))
        .SelectMany(policy => Granted(policy, policy.Property("PolicyDocument")))
        .Concat(OwnPolicies(role));

    /// <summary>What anybody may do with user pools.</summary>
    /// <returns>Action and resource, one pair an entry.</returns>
    public static IEnumerable<string> OnUserPools(CloudAssembly backend) => backend.Resources
        .Where(resource => resource.Type is "AWS::IAM::Policy" or "AWS::IAM::ManagedPolicy")
        .SelectMany(policy => Granted(policy, policy.Property("PolicyDocument")))
        .Concat(backend.Resources.Where(resource => resource.Type == "AWS::IAM::Role").SelectMany(OwnPolicies))
        .Where(right => right.StartsWith("cognito-idp:", StringComparison.OrdinalIgnoreCase)
            || right.StartsWith('*'));

    private static IEnumerable<string> OwnPolicies(Resource role) =>
        role.Property("Policies") is { ValueKind: JsonValueKind.Array } policies
            ? policies.EnumerateArray().SelectMany(policy => Granted(role, policy.GetProperty("PolicyDocument")))
            : [];

    private static IEnumerable<string> Granted(Resource owner, JsonElement document) =>
        from statement in document.GetProperty("Statement").EnumerateArray()
        where statement.GetProperty("Effect").GetString() == "Allow"
        from action in List(statement.GetProperty("Action"))
        from resource in List(statement.GetProperty("Resource"))
        select $"{action.GetString()} {owner.Stack.Resolve(resource)}";

    private static JsonElement[] List(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
}
