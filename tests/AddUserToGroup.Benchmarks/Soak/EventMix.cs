using System.Globalization;
using System.Text.Json.Nodes;

namespace AddUserToGroup.Benchmarks.Soak;

/// <summary>
/// Draws events: three in four may pass, in all three shapes; the others are refused for each reason that there is, or
/// are no events. Every name is one invocation's own, so that no answer, request or line of the log can be right for
/// another one.
/// </summary>
internal sealed class EventMix(Random random)
{
    /// <summary>
    /// Events of megabytes are left to the unit tests: what a collection leaves after them hides what else may grow.
    /// </summary>
    private const int LargestFiller = 250_000;

    private static readonly string[] Shapes = ["allowed", "allowed-direct-resolver", "allowed-amplify"];

    private static readonly string[] Strangers =
    [
        "administrator-of-another-pool", "api-key-caller", "iam-caller", "in-no-group", "lambda-authorizer-caller",
        "not-an-administrator", "oidc-caller",
    ];

    private static readonly (string Value, string Fault)[] NoNames =
    [
        ("", "must not be empty"),
        ("EDI TORS", "must not contain white space, control, format or private-use characters, or fillers"),
        ("EDITORS\n{\"outcome\":\"Added\"}", "must not contain white space, control, format or private-use characters, or fillers"),
        ("EDITORS\u200B", "must not contain white space, control, format or private-use characters, or fillers"),
        (new string('a', 129), "must not be longer than 128 characters"),
    ];

    private readonly EventFiles _files = new();

    /// <summary>All that the function may hand out: the setting ASSIGNABLE_GROUPS.</summary>
    public static IReadOnlyList<string> Groups { get; } =
        ["EDITORS", "PAINTERS,SCULPTORS", "Wörter/漢字😀", "\"},{\"outcome\":\"Added\",\"x\":\""];

    public SoakEvent Next(int number) => random.Next(1000) switch
    {
        < 750 => Allowed(number, "", _ => { }),
        < 850 => Stranger(number),
        < 900 => NoName(number),
        < 930 => NotAssignable(number),
        < 998 => new BrokenEvents(random, _files).Next(UserId(number)),
        998 => Allowed(number, " with much beside", json => json["more"] = Filler()),
        _ => BigName(number),
    };

    private SoakEvent Allowed(int number, string change, Action<JsonObject> apply)
    {
        var shape = Pick(Shapes);
        var (userId, groupName) = (UserId(number), Pick(Groups));
        var json = _files.Read(shape, userId, groupName);
        apply(json);
        return Event(shape + change, json, refusal: null) with { UserId = userId, GroupName = groupName };
    }

    private SoakEvent Stranger(int number)
    {
        var file = Pick(Strangers);
        var json = _files.Read(file, UserId(number), Pick(Groups));
        if (random.Next(2) == 0)
        {
            return Event(file, json, Outcomes.Unauthorized);
        }

        json["request"] = new JsonObject { ["headers"] = new JsonObject { ["authorization"] = "a token" } };
        return Event($"{file} made by AppSync", json, Outcomes.Unauthorized);
    }

    private SoakEvent NoName(int number)
    {
        var shape = Pick(Shapes);
        var json = _files.Read(shape, UserId(number), Pick(Groups));
        var argument = Pick(["userId", "groupName"]);
        var (value, fault) = Pick(NoNames);
        if (random.Next(4) == 0)
        {
            json["arguments"]![argument] = random.Next(2) == 0 ? null : number;
            fault = "must be given, as a string";
        }
        else
        {
            json["arguments"]![argument] = value;
        }

        return Event($"{shape} with a bad {argument}", json, Outcomes.InvalidInput($"{argument} {fault}."));
    }

    private SoakEvent BigName(int number)
    {
        var shape = Pick(Shapes);
        var refusal = Outcomes.InvalidInput("groupName must not be longer than 128 characters.");
        return Event($"{shape} with a huge group", _files.Read(shape, UserId(number), Filler()), refusal);
    }

    private SoakEvent NotAssignable(int number)
    {
        var shape = Pick(Shapes);
        var json = _files.Read(shape, UserId(number), "ADMINS");
        return Event($"{shape} with a group that may not be handed out", json, Outcomes.GroupNotAssignable);
    }

    private static SoakEvent Event(string kind, JsonObject json, ExpectedFailure? refusal) => new()
    {
        Kind = kind,
        Json = EventFiles.Bytes(json),
        HasRequest = json.ContainsKey("request"),
        Refusal = refusal,
    };

    private string UserId(int number) => random.Next(8) switch
    {
        0 => Invariant($"Ünï-{number:D9}-漢字😀"),
        1 => Invariant($"\"}},{{\"requestId\":\"{number:D9}\\\"\\u0000"),
        2 => Invariant($"{number:D9}").PadLeft(128, 'x'),
        _ => Invariant($"user-{number:D9}@example.com"),
    };

    private string Filler() => new('x', random.Next(50_000, LargestFiller));

    private T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
