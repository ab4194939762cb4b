using System.Net;
using System.Text.Json;

namespace AddUserToGroup.Local.Tests.AppSync;

/// <summary>A small request must not keep a core busy.</summary>
public sealed class CostTests
{
    // Without a limit, each keeps a core busy for seconds, minutes or days.
    private static readonly Dictionary<string, string> Expensive = new()
    {
        ["fragments that spread the next one twice"] = "{ ...F0 } fragment F32 on Query { __typename }"
            + string.Concat(Enumerable.Range(0, 32).Select(number => $" fragment F{number} on Query {{ ...F{number + 1} ...F{number + 1} }}")),
        ["fragments that spread each other"] = "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
        ["directives"] = $"{{ __typename {string.Concat(Enumerable.Repeat("@skip(if: false) ", 30_000))} }}",
        ["equal fields"] = $"{{ {string.Concat(Enumerable.Repeat("__typename ", 4_000))} }}",
    };

    public static TheoryData<string> Kinds => [.. Expensive.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Rejects_a_document_that_is_expensive_to_validate(string kind)
    {
        await using var api = await TestApi.StartAsync();

        using var response = await api.PostAsync(JsonSerializer.Serialize(new { query = Expensive[kind] }), api.Administrator);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("is too large", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_run_an_operation_that_is_expensive_to_execute()
    {
        const int Levels = 20;
        await using var api = await TestApi.StartAsync();

        var response = await api.ExecuteAsync(
            $$"""{ __schema { types { {{string.Concat(Enumerable.Repeat("fields { type { ", Levels))}} name {{new string('}', 2 * Levels)}} } } }""");

        Assert.StartsWith(
            "Query is too complex to execute.", response.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepts_the_introspection_that_clients_send()
    {
        await using var api = await TestApi.StartAsync();

        var response = await api.ExecuteAsync(
            """
            query IntrospectionQuery {
              __schema {
                description
                queryType { name } mutationType { name } subscriptionType { name }
                types { ...FullType }
                directives { name description locations args { ...InputValue } }
              }
            }
            fragment FullType on __Type {
              kind name description
              fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
              inputFields { ...InputValue }
              interfaces { ...TypeRef }
              enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
              possibleTypes { ...TypeRef }
            }
            fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
            fragment TypeRef on __Type {
              kind name
              ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
              ofType { kind name ofType { kind name } } } } } } } } }
            }
            """);

        Assert.False(response.TryGetProperty("errors", out var errors), $"{errors}");
    }
}
