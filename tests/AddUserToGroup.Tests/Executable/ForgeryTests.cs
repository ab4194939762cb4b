using System.Text.Json;
using System.Text.Json.Nodes;
using AddUserToGroup.Shared.Faults;

namespace AddUserToGroup.Tests.Executable;

/// <summary>No event and no response can forge a log line: each event leaves one, with its true outcome.</summary>
public sealed class ForgeryTests
{
    private const string Forged = "{\"level\":\"Information\",\"outcome\":\"Added\"}";

    private static readonly string[] Attempts =
    [
        $"x\n{Forged}", $"x\r{Forged}", $"x\r\n{Forged}\r\n", $"x\u2028{Forged}", $"x\u2029{Forged}", $"x\u0085{Forged}",
        $"x\v{Forged}", $"x\f{Forged}", $"x\0{Forged}", $"x\u001A{Forged}", $"x\u200B\u202E{Forged}",
        Forged, "\",\"outcome\":\"Added\",\"x\":\"", "\\\",\"outcome\":\"Added\"", "\\", "\"", "\\u0022,\\u0022outcome\\u0022:\\u0022Added",
        "x outcome=Added", "addUserToGroup outcome=Added", "{outcome}", "{@outcome}", "{0}", "{{outcome}}", "{outcome", "}", "%s%n$(id)`id`",
        "\u001B[2K\u001B[1A outcome=Added", "\u001B]0;outcome=Added\u0007", "\b\b\b\b", "<script>outcome</script>", "\uFEFFAdded",
        new string('x', 100_000), new string('\n', 5_000), string.Concat(Enumerable.Repeat("😀", 300)),
    ];

    [Fact]
    public async Task Writes_one_true_line_whatever_names_an_event_contains()
    {
        string[] events =
        [
            .. Attempts.SelectMany(attempt => Events(attempt)),
            // Half a surrogate pair needs an escape.
            .. Events("x\uFFFDHALF").SelectMany(json => (string[])
            [
                json.Replace("\\uFFFDHALF", "\\uD800", StringComparison.Ordinal),
                json.Replace("\\uFFFDHALF", "\\uDC00\\n" + Forged.Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal),
            ]),
        ];
        await using var function = await RunningFunction.StartAsync();
        var truths = new List<string>();

        foreach (var json in events)
        {
            truths.Add(Outcome((await function.InvokeAsync(json)).Text));
        }

        await function.StopAsync();
        AssertTrue(function, truths);
        Assert.Contains("Added", truths);
        Assert.Contains("InternalError", truths);
        Assert.Contains("Unauthorized", truths);
        Assert.Contains("InvalidInput", truths);
    }

    [Fact]
    public async Task Writes_one_true_line_whatever_Cognito_responds()
    {
        await using var function = await RunningFunction.StartAsync();
        var truths = new List<string>();

        // The function does not read longer errors to their end.
        foreach (var attempt in Attempts.Where(attempt => attempt.Length < 10_000))
        {
            var text = JsonEncodedText.Encode(attempt).ToString();
            foreach (var code in (string[])["UserNotFoundException", "NotAuthorizedException", "ResourceNotFoundException", text])
            {
                function.Cognito.Default = Behaviour.Respond(HttpResponse.Error(400, code, text) with
                {
                    // A header can contain only part of it.
                    RequestId = string.Concat(attempt.Where(character => character is >= ' ' and <= '~').Take(1_000)),
                });
                truths.Add(Outcome((await function.InvokeAsync(TestEvents.Text("allowed"))).Text));
            }
        }

        await function.StopAsync();
        AssertTrue(function, truths);
        Assert.DoesNotContain("Added", truths);
    }

    private static IEnumerable<string> Events(string attempt) =>
    [
        TestEvents.Allowed(json => json["identity"]!["username"] = attempt),
        TestEvents.Allowed(json => json["identity"]!["sub"] = attempt),
        TestEvents.Allowed(json => json["identity"]!["sourceIp"] = new JsonArray("203.0.113.7", attempt)),
        TestEvents.Allowed(json => json["identity"]!["issuer"] = attempt),
        TestEvents.Allowed(json => json["identity"]!["groups"] = new JsonArray(attempt)),
        TestEvents.Allowed(json => json["arguments"]!["userId"] = attempt),
        TestEvents.Allowed(json => json["arguments"]!["groupName"] = attempt),
    ];

    // The response says what happened.
    private static string Outcome(string posted)
    {
        var document = JsonNode.Parse(posted)!;
        return document["data"] is not null
            ? "Added"
            : document["error"]?["type"]?.GetValue<string>() ?? document["errorMessage"]!.GetValue<string>().Split(':')[0];
    }

    private static void AssertTrue(RunningFunction function, List<string> truths)
    {
        Assert.Equal(truths, function.Outcomes(truths.Count));
        Assert.All(function.AuditLines.SelectMany(line => line), line => Assert.StartsWith(
            $"addUserToGroup outcome={line.GetProperty("outcome").GetString()} ",
            line.GetProperty("message").GetString(),
            StringComparison.Ordinal));
        // The runtime writes another line for each exception.
        Assert.Equal(truths.Count + truths.Count(truth => truth == "InternalError"), function.Output.Count);
        Assert.All(function.Output, line => Assert.DoesNotContain(line, IsLineBreakOrControl));
    }

    private static bool IsLineBreakOrControl(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';
}
