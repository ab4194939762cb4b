using System.Globalization;
using System.Text.Json.Nodes;
using AddUserToGroup.Shared.Faults;
using AddUserToGroup.Shared.Lambda;

namespace AddUserToGroup.Tests.Executable;

/// <summary>
/// Thousands of invocations of one process, some of them under a fault of <see cref="FaultTable"/>. ADD_USER_TO_GROUP_SOAK sets
/// their number.
/// </summary>
public sealed class SoakTests
{
    private const int ShortRun = 10_000;

    // One invocation in this many has a fault: a short run has each fault about once.
    private const int FaultInterval = 60;

    private static readonly string[] Events = ["allowed", "allowed-direct-resolver", "allowed-amplify", "in-no-group", "batch"];

    [ToolFact("linux", "all")]
    public async Task Keeps_its_contract_and_its_memory_threads_and_descriptors_flat_over_many_invocations()
    {
        var (invocations, random) = (Setting("ADD_USER_TO_GROUP_SOAK") ?? ShortRun, new Random(Setting("ADD_USER_TO_GROUP_SEED") ?? 20_261_201));
        var faults = FaultTable.Cases("text").OrderBy(_ => random.Next()).ToList();
        await using var function = await RunningFunction.StartAsync();
        var expected = new List<(string Outcome, string? UserId)>();
        var windows = new List<ProcessUsage>();

        for (var number = 0; number < invocations; number++)
        {
            var userId = $"user-{number}@example.com";
            var fault = number % FaultInterval == 1 ? faults[number / FaultInterval % faults.Count] : null;
            var name = fault is null ? Events[random.Next(Events.Length)] : Events[random.Next(3)];
            var json = name == "batch" ? TestEvents.Text(name) : TestEvents.Changed(name, json => json["arguments"]!["userId"] = userId);
            var outcome = fault?.Outcome ?? name switch { "batch" => "InternalError", "in-no-group" => "Unauthorized", _ => "Added" };

            var posted = fault is null ? await function.InvokeWithoutFaultAsync(json) : await function.InvokeAsync(json, fault);

            AssertResponse(posted, outcome, userId);
            // A request that a deadline cut off may still arrive during the next invocation.
            if (number % FaultInterval is not (1 or 2))
            {
                var calls = function.Cognito.Requests.Where(request => request.StartsWith("POST", StringComparison.Ordinal));
                Assert.Equal(outcome == "Added" ? [userId] : [], calls.Select(UserIdOf));
            }

            expected.Add((outcome, name == "batch" ? null : userId));
            if ((number + 1) % (invocations / 10) == 0)
            {
                windows.Add(ProcessUsage.Read(function.ProcessId));
            }
        }

        await function.StopAsync();
        var lines = function.AuditLines;
        Assert.Equal(expected, Enumerable.Range(1, invocations).Select(number => Assert.Single(lines[$"invocation-{number}"]))
            .Select(line => (line.GetProperty("outcome").GetString()!, line.TryGetProperty("userId", out var userId) ? userId.GetString() : null)));
        AssertFlat(windows, isShort: invocations < 10 * ShortRun);
    }

    private static string UserIdOf(string request) =>
        (string)JsonNode.Parse(request[request.IndexOf("\r\n\r\n", StringComparison.Ordinal)..])!["Username"]!;

    private static void AssertResponse(ReceivedRequest posted, string outcome, string userId)
    {
        var json = JsonNode.Parse(posted.Body)!;
        if (outcome == "Added")
        {
            Assert.Equal(userId, (string?)(json["data"] ?? json)["userId"]);
        }
        else if (posted.Path.EndsWith("/error", StringComparison.Ordinal))
        {
            Assert.StartsWith($"{outcome}: ", (string?)json["errorMessage"], StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(outcome, (string?)json["error"]?["type"]);
        }
    }

    // The first windows warm up: connections open, threads start, and memory grows to what a collection leaves. A leak of one
    // object an invocation exceeds the long run's limit. One or two descriptors and a few threads come and go with faults.
    private static void AssertFlat(List<ProcessUsage> windows, bool isShort)
    {
        var (early, late) = (windows[isShort ? 1 : 3], windows[^1]);
        Assert.InRange(late.ResidentKibibytes / early.ResidentKibibytes, 0, isShort ? 1.25 : 1.08);
        Assert.InRange(late.Threads, 1, 2 * early.Threads);
        Assert.InRange(late.Descriptors, 1, 2 * early.Descriptors);
    }

    private static int? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        ? int.Parse(value, CultureInfo.InvariantCulture)
        : null;

    private sealed record ProcessUsage(double ResidentKibibytes, int Threads, int Descriptors)
    {
        public static ProcessUsage Read(int processId)
        {
            var status = File.ReadLines($"/proc/{processId}/status").Select(line => line.Split([':', '\t', ' '], StringSplitOptions.RemoveEmptyEntries))
                .ToLookup(fields => fields[0], fields => fields.ElementAtOrDefault(1));
            return new(
                double.Parse(status["VmRSS"].Single()!, CultureInfo.InvariantCulture),
                int.Parse(status["Threads"].Single()!, CultureInfo.InvariantCulture),
                Directory.EnumerateFileSystemEntries($"/proc/{processId}/fd").Count());
        }
    }
}
