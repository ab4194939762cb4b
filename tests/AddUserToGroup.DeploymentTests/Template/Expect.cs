using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>Assertions whose messages show both sides in full: xunit's would cut them.</summary>
internal static class Expect
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>On one line, with <c>&lt;UserPool&gt;</c> as it is.</summary>
    public static JsonSerializerOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Json(string expected, JsonNode? actual)
    {
        var node = JsonNode.Parse(expected);
        if (!JsonNode.DeepEquals(node, actual))
        {
            Assert.Fail($"Expected:\n{node?.ToJsonString(Indented)}\nActual:\n{actual?.ToJsonString(Indented)}");
        }
    }

    /// <summary>The same items, in whatever order.</summary>
    public static void Set(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (wanted, found) = (expected.ToHashSet(), actual.ToHashSet());
        if (!wanted.SetEquals(found))
        {
            Assert.Fail($"Missing: {string.Join(", ", wanted.Except(found))}\nToo many: {string.Join(", ", found.Except(wanted))}");
        }
    }
}
