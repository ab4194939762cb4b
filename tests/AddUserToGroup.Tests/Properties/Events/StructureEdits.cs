namespace AddUserToGroup.Tests.Properties.Events;

/// <summary>Changes to an event's members and values.</summary>
internal static class StructureEdits
{
    // What the function reads: most edits go there, the others anywhere.
    private static readonly HashSet<string?> Read =
    [
        "\"arguments\"", "\"identity\"", "\"request\"", "\"sub\"", "\"username\"", "\"issuer\"", "\"groups\"", "\"userId\"",
        "\"groupName\"", null,
    ];

    public static void Apply(Node root, Edit edit)
    {
        List<(Node Parent, int Index)> places = [];
        Collect(root, places);
        var read = places.FindAll(place => Read.Contains(place.Parent.Children![place.Index].Name));
        var candidates = edit.Place % 4 != 0 && read.Count > 0 ? read : places;
        if (candidates.Count == 0)
        {
            return;
        }

        var (parent, index) = candidates[edit.Place / 4 % candidates.Count];
        var (other, otherIndex) = places[edit.Choice % places.Count];
        Apply(edit, parent.Children!, index, other.Children!, otherIndex);
    }

    private static void Apply(
        Edit edit, List<(string? Name, Node Value)> siblings, int index, List<(string? Name, Node Value)> others, int otherIndex)
    {
        var (name, value) = siblings[index];
        switch (edit.Kind)
        {
            case EditKind.Remove:
                siblings.RemoveAt(index);
                break;
            case EditKind.Duplicate:
                siblings.Insert(
                    edit.Choice % (siblings.Count + 1),
                    (Respelled(name, edit.Choice), edit.Choice % 3 == 0 ? value.Copy() : Node.Literal(edit.Pick(Samples.OddValues))));
                break;
            case EditKind.Rename:
                siblings[index] = ($"\"{edit.Pick(Samples.Names)}\"", value);
                break;
            case EditKind.Retype:
                siblings[index] = (name, Node.Literal(edit.Choice % 2 == 0 ? edit.Pick(Samples.OddValues) : edit.Pick(Samples.LookAlikes)));
                break;
            case EditKind.Move:
                others.Insert(otherIndex, (name, value.Copy()));
                siblings.Remove((name, value));
                break;
            case EditKind.Nest:
                siblings[index] = (name, edit.Choice % 3 == 0 ? Node.List(value) : Node.Object((edit.Pick(Samples.Names), value)));
                break;
            case EditKind.Swap:
                // Copies: one of the two may be inside the other.
                var otherValue = others[otherIndex].Value.Copy();
                others[otherIndex] = (others[otherIndex].Name, value.Copy());
                siblings[index] = (name, otherValue);
                break;
            default:
                siblings[index] = (Respelled(name, edit.Choice), Node.Literal(Respelled(value.ToString(), edit.Choice / 4)!));
                break;
        }
    }

    // The same text in another spelling, or in another case; what is no text stays as it is.
    private static string? Respelled(string? literal, int choice)
    {
        if (literal is not ['"', var first, .., '"'] || !char.IsAsciiLetter(first))
        {
            return literal;
        }

        return (choice % 4) switch
        {
            0 => $"\"\\u{(int)first:x4}{literal[2..]}",
            1 => $"\"{(char.IsUpper(first) ? char.ToLowerInvariant(first) : char.ToUpperInvariant(first))}{literal[2..]}",
            2 => string.Concat("\"", string.Concat(literal[1..^1].Select(c => c == '\\' ? "x" : $"\\u{(int)c:X4}")), "\""),
            _ => literal,
        };
    }

    private static void Collect(Node node, List<(Node Parent, int Index)> places)
    {
        for (var i = 0; i < node.Children?.Count; i++)
        {
            places.Add((node, i));
            Collect(node.Children[i].Value, places);
        }
    }
}
