using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AddUserToGroup.Shared.Tools;

namespace AddUserToGroup.Benchmarks.Endpoints;

/// <summary>
/// The events: tests/events/allowed.json, each with a user of its own, so that an answer or a request can only be right
/// for its own event.
/// </summary>
internal sealed class SampleEvents
{
    private const string Placeholder = "ann@example.com";

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    private readonly string[] _parts;

    private SampleEvents(string json, string userPoolIssuer, string groupName)
    {
        _parts = json.Split(Placeholder);
        (UserPoolIssuer, GroupName) = (userPoolIssuer, groupName);
    }

    public string UserPoolIssuer { get; }

    public string UserPoolId => UserPoolIssuer[(UserPoolIssuer.LastIndexOf('/') + 1)..];

    public string GroupName { get; }

    public static SampleEvents Read()
    {
        var file = Path.Combine(Repository.Folder, "tests", "events", "allowed.json");
        var sample = JsonNode.Parse(File.ReadAllText(file))!;
        return new SampleEvents(
            sample.ToJsonString(), (string)sample["identity"]!["issuer"]!, (string)sample["arguments"]!["groupName"]!);
    }

    public static string UserId(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"user-{number:D6}@example.com");

    public RuntimeEvent Event(int number) => new(
        Guid.NewGuid().ToString(), Encoding.UTF8.GetBytes(string.Join(UserId(number), _parts)), TimeLimit);
}
