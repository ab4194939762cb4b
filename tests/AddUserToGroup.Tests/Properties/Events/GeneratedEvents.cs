using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace AddUserToGroup.Tests.Properties.Events;

/// <summary>Most events are right or wrong in one part only, so that each rule alone decides many of them.</summary>
internal static class GeneratedEvents
{
    private const string Invisible =
        " \u0000\u001F\u007F\u0085\u00A0\u00AD\u034F\u061C\u115F\u1160\u1680\u180E\u2003\u200B\u2028\u2029\u2060\u2800\u3000\u3164\uE000\uFE0F\uFEFF\uFFA0";

    // Visible or not, on either side of what Cognito takes.
    private static readonly Gen<Rune> Character = Gen.Frequency(
        (6, Gen.Choose('!', '~').Select(code => new Rune(code))),
        (2, Gen.Choose(0x00A1, 0xD7FF).Select(code => new Rune(code))),
        (1, Gen.Choose(0x10000, 0x1FFFF).Select(code => new Rune(code))),
        (1, Gen.Elements(Invisible.EnumerateRunes().ToArray())));

    private static readonly Gen<string> GeneratedName =
        from length in Gen.Frequency((5, Gen.Choose(1, 4)), (1, Gen.Choose(126, 130)))
        from characters in Gen.ArrayOf(Character, length)
        select $"\"{JsonEncodedText.Encode(string.Concat(characters))}\"";

    private static readonly Gen<string> Name = Gen.Frequency(
        (24, Gen.Constant("\"EDITORS\"")),
        (10, Gen.Elements<string>(Samples.GoodNames)),
        (2, Gen.Elements<string>(Samples.BadNames)),
        (2, GeneratedName));

    private static readonly Gen<int> AssignableGroups =
        Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(1, Samples.AssignableGroups.Count - 1)));

    private static readonly Gen<string> Issuer =
        Gen.Frequency(
        (16, Gen.Constant(Samples.RightIssuer)), (8, Gen.Constant(Samples.UpdatedIssuer)), (2, Gen.Elements<string>(Samples.WrongIssuers)));

    private static readonly Gen<string> Groups = Gen.Frequency(
        (12, Gen.Constant("[\"ADMINS\"]")),
        (4, Gen.Elements<string>(Samples.RightGroups)),
        (1, Gen.Elements<string>(Samples.LookAlikes).Select(name => $"[{name}]")),
        (1, Gen.Elements<string>(Samples.OddValues)));

    // Ordinary, long, longer, longest.
    private static readonly Gen<string> SourceIp = Gen.Frequency(
        (20, Gen.Constant("[\"198.51.100.1\",\"203.0.113.7\"]")),
        (8, AddressList(0, 4)),
        (4, AddressList(14, 19)),
        (1, AddressList(20, 200)),
        (1, Gen.Elements<string>(Samples.OddValues)));

    // Most changes of bytes end in what is no JSON, whichever they are.
    private static readonly EditKind[] OfStructure = [.. Enum.GetValues<EditKind>().Where(kind => kind < EditKind.FlipBit)];
    private static readonly EditKind[] OfBytes = [.. Enum.GetValues<EditKind>().Where(kind => kind >= EditKind.FlipBit)];

    private static readonly Gen<Edit> AnyEdit =
        from kind in Gen.Frequency((3, Gen.Elements(OfStructure)), (1, Gen.Elements(OfBytes)))
        from place in Gen.Choose(0, 9999)
        from choice in Gen.Choose(0, 9999)
        select new Edit(kind, place, choice);

    private static readonly Gen<Edit[]> Edits =
        from count in Gen.Frequency((6, Gen.Constant(0)), (8, Gen.Constant(1)), (3, Gen.Constant(2)), (1, Gen.Choose(3, 6)))
        from edits in Gen.ArrayOf(AnyEdit, count)
        select edits;

    private static readonly Gen<string> Cognito =
        Gen.Frequency((6, Gen.Constant("Added")), (3, Gen.Elements<string>(Samples.CognitoOutcomes)));

    public static Arbitrary<GeneratedEvent> Any { get; } = Arb.From(
        from shape in Gen.Elements(Enum.GetValues<EventShape>())
        from userId in Name
        from groupName in Name
        from issuer in Issuer
        from groups in Groups
        from sourceIp in SourceIp
        from assignableGroups in AssignableGroups
        from cognito in Cognito
        from edits in Edits
        select new GeneratedEvent(shape, userId, groupName, issuer, groups, sourceIp, assignableGroups, cognito, edits),
        generated => generated.Shrink());

    private static Gen<string> AddressList(int fewest, int most) =>
        from length in Gen.Choose(fewest, most)
        from addresses in Gen.ArrayOf(Gen.Elements<string>(Samples.Addresses), length)
        select $"[{string.Join(',', addresses)}]";
}
