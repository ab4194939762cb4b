using System.Globalization;
using System.Text;

namespace AddUserToGroup.Tests.Properties.Events;

/// <summary>One event, the function's setting and Cognito's behaviour. It has few parts, so that a counterexample shrinks well.</summary>
internal sealed record GeneratedEvent(
    EventShape Shape, string UserId, string GroupName, string Issuer, string Groups, string SourceIp, int AssignableGroups, string Cognito, Edit[] Edits)
{
    private static readonly GeneratedEvent Plain =
        new(EventShape.Resolver, "\"ann\"", "\"EDITORS\"", Samples.RightIssuer, "[\"ADMINS\"]", "[\"203.0.113.7\"]", 0, "Added", []);

    public byte[] Json()
    {
        var root = SampleEvent.Make(Shape, UserId, GroupName, Issuer, Groups, SourceIp);
        foreach (var edit in Edits.Where(edit => !edit.IsOfBytes))
        {
            StructureEdits.Apply(root, edit);
        }

        return Edits.Where(edit => edit.IsOfBytes).Aggregate(Encoding.UTF8.GetBytes(root.ToString()), ByteEdits.Apply);
    }

    /// <summary>The same with one unusual part less.</summary>
    public IEnumerable<GeneratedEvent> Shrink() =>
        Edits.Select((_, index) => this with { Edits = [.. Edits.Where((_, other) => other != index)] })
            .Concat(
            [
                this with { Shape = Plain.Shape },
                this with { UserId = Plain.UserId },
                this with { GroupName = Plain.GroupName },
                this with { Issuer = Plain.Issuer },
                this with { Groups = Plain.Groups },
                this with { SourceIp = Plain.SourceIp },
                this with { AssignableGroups = Plain.AssignableGroups },
                this with { Cognito = Plain.Cognito },
            ])
            .Where(generated => generated != this);

    public override string ToString() =>
        $"""

        Event: {Visible(Json())}
        USER_POOL_ISSUER: {Samples.Issuers[AssignableGroups % 2]}
        ASSIGNABLE_GROUPS: {(Samples.AssignableGroups[AssignableGroups] is { } names ? string.Join(' ', names) : "not set")}
        Cognito: {Cognito}
        Changed by: {string.Join<Edit>(", ", Edits)}
        """;

    // Printable ASCII as it is; every other byte so that it can be told from its look-alikes.
    private static string Visible(byte[] json) => string.Concat(json.Select(unit =>
        unit is >= 0x20 and < 0x7F ? ((char)unit).ToString() : string.Create(CultureInfo.InvariantCulture, $"<{unit:X2}>")));
}
