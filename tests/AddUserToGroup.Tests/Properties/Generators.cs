using System.Text;
using System.Text.Json;
using AddUserToGroup.Rules;
using CsCheck;

namespace AddUserToGroup.Tests.Properties;

/// <summary>
/// Generates events that are mostly right or wrong in one thing, so that each rule decides over many of them alone. What comes
/// first in a list is the simplest: CsCheck shrinks towards it.
/// </summary>
internal static class Generators
{
    private const string Invisible =
        " \u0000\u001F\u007F\u0085\u00A0\u00AD\u034F\u061C\u115F\u1160\u1680\u180E\u2003\u200B\u2028\u2029\u2060\u2800\u3000\u3164\uE000\uFE0F\uFEFF\uFFA0";

    // On either side of what Cognito accepts.
    private static readonly Gen<Rune> Character = Gen.Frequency(
        (6, Gen.Int['!', '~'].Select(code => new Rune(code))),
        (2, Gen.Int[0x00A1, 0xD7FF].Select(code => new Rune(code))),
        (1, Gen.Int[0x10000, 0x1FFFF].Select(code => new Rune(code))),
        (1, Gen.OneOf(Invisible.EnumerateRunes().ToArray())));

    private static readonly Gen<string> GeneratedName = Gen.Frequency((5, Character.Array[1, 4]), (1, Character.Array[126, 130]))
        .Select(characters => $"\"{JsonEncodedText.Encode(string.Concat(characters))}\"");

    private static readonly Gen<string> Name = Gen.Frequency(
        (24, Gen.Const("\"EDITORS\"")),
        (10, Gen.OneOf(Samples.ValidNames)),
        (2, Gen.OneOf(Samples.InvalidNames)),
        (2, GeneratedName));

    private static readonly Gen<string> Issuer = Gen.Frequency(
        (16, Gen.Const(Samples.RightIssuer)),
        (8, Gen.Const(Samples.UpdatedIssuer)),
        (2, Gen.OneOf(Samples.WrongIssuers)));

    private static readonly Gen<string> Groups = Gen.Frequency(
        (12, Gen.Const($"[\"{MembershipRules.AdministratorsGroup}\"]")),
        (4, Gen.OneOf(Samples.RightGroups)),
        (1, Gen.OneOf(Samples.LookAlikes).Select(name => $"[{name}]")),
        (1, Gen.OneOf(Samples.OddValues)));

    private static readonly Gen<string> Address = Gen.OneOf(Samples.Addresses);

    private static readonly Gen<string> SourceIp = Gen.Frequency(
        (20, Gen.Const("[\"198.51.100.1\",\"203.0.113.7\"]")),
        (12, Gen.OneOf(Address.Array[0, 4], Address.Array[14, 19]).Select(addresses => $"[{string.Join(',', addresses)}]")),
        (1, Address.Array[20, 200].Select(addresses => $"[{string.Join(',', addresses)}]")),
        (1, Gen.OneOf(Samples.OddValues)));

    // After most changes to bytes, the event is no JSON.
    private static readonly Gen<EditKind> Kind = Gen.Frequency(
        (3, Gen.Int[(int)EditKind.Remove, (int)EditKind.Respell]), (1, Gen.Int[(int)EditKind.FlipBit, (int)EditKind.Wrap])).Select(kind => (EditKind)kind);

    private static readonly Gen<Edit> Edit =
        Gen.Select(Kind, Gen.Int[0, 9999], Gen.Int[0, 9999], (kind, position, choice) => new Edit(kind, position, choice));

    private static readonly Gen<Edit[]> Edits =
        Gen.Frequency((12, Edit.Array[0]), (8, Edit.Array[1]), (1, Edit.Array[2]), (1, Edit.Array[3, 6]));

    private static readonly Gen<int> Settings = Gen.Frequency((3, Gen.Const(0)), (2, Gen.Int[1, Samples.AssignableGroups.Length - 1]));

    private static readonly Gen<string> Cognito = Gen.Frequency((6, Gen.Const("Added")), (3, Gen.OneOf(Samples.CognitoFailures)));

    public static Gen<GeneratedEvent> Event { get; } = Gen.Select(
        Gen.Select(Gen.OneOf("Resolver", "DirectResolver", "Amplify"), Name, Name, Issuer, Groups),
        Gen.Select(SourceIp, Edits, Settings, Cognito),
        (read, rest) => new GeneratedEvent(
            read.Item1, read.Item2, read.Item3, read.Item4, read.Item5, rest.Item1, rest.Item2, rest.Item3, rest.Item4));
}
