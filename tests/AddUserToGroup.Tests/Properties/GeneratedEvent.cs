using System.Globalization;
using System.Text;
using AddUserToGroup.Rules;

namespace AddUserToGroup.Tests.Properties;

/// <summary>
/// An event from a row of the README's table, with edits, the index of its settings and Cognito's response. The strings in the
/// event are JSON literals.
/// </summary>
internal sealed record GeneratedEvent(
    string Caller, string UserId, string GroupName, string Issuer, string Groups, string SourceIp, Edit[] Edits, int Settings, string Cognito)
{
    public byte[] Json => Edits.Aggregate(Encoding.UTF8.GetBytes(Original), (json, edit) => edit.Apply(json));

    // The claims repeat what the function must not read from them.
    private string Original
    {
        get
        {
            var arguments = $$$"""{"userId":{{{UserId}}},"groupName":{{{GroupName}}}}""";
            var read = $$$"""
                "arguments":{{{arguments}}},"identity":{"claims":{"sub":"7c1f0a52","iss":{{{Samples.RightIssuer}}},"cognito:username":"admin",
                "exp":1767229200,"cognito:groups":["{{{MembershipRules.AdministratorsGroup}}}"]},"defaultAuthStrategy":"ALLOW","groups":{{{Groups}}},"issuer":{{{Issuer}}},
                "sourceIp":{{{SourceIp}}},"sub":"7c1f0a52","username":"admin"}
                """;
            const string Request = """ "source":null,"request":{"domainName":null,"headers":{"authorization":"token"}},"prev":null """;
            return Caller switch
            {
                "Resolver" => $$$"""{{{{read}}}}""",
                "DirectResolver" => $$$"""{{{{read}}},{{{Request}}},"info":{"variables":{{{arguments}}}},"stash":{}}""",
                _ => $$$"""{"typeName":"Mutation","fieldName":"addUserToGroup",{{{read}}},{{{Request}}}}""",
            };
        }
    }

    public override string ToString() =>
        $"""

        Event: {ToVisibleAscii(Json)}
        Edits: {string.Join<Edit>(", ", Edits)}
        USER_POOL_ISSUER: {Samples.Issuers[Settings % 2]}
        ASSIGNABLE_GROUPS: {string.Join(' ', Samples.AssignableGroups[Settings] ?? ["(not set)"])}
        Cognito responds: {Cognito}

        """;

    // Other bytes as numbers, so that look-alikes can be told apart.
    private static string ToVisibleAscii(byte[] json) => string.Concat(json.Select(unit =>
        unit is >= 0x20 and < 0x7F ? $"{(char)unit}" : string.Create(CultureInfo.InvariantCulture, $"<{unit:X2}>")));
}
