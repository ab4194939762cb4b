using System.Text;

namespace AddUserToGroup.Tests.Properties.Events;

/// <summary>
/// JSON text with a structure that can be changed: unlike JsonNode it keeps names that are there twice, how each text is
/// spelled, and what is no JSON at all.
/// </summary>
internal sealed class Node
{
    private readonly string _text;

    private Node(string text, List<(string? Name, Node Value)>? children) => (_text, Children) = (text, children);

    /// <summary>Members with their names as they are spelled, quotes included, or items without; null for a literal.</summary>
    public List<(string? Name, Node Value)>? Children { get; }

    public static Node Literal(string json) => new(json, null);

    public static Node Object(params IEnumerable<(string Name, Node Value)> members) =>
        new("{}", [.. members.Select(member => ((string?)$"\"{member.Name}\"", member.Value))]);

    public static Node List(params IEnumerable<Node> items) => new("[]", [.. items.Select(item => ((string?)null, item))]);

    public Node Copy() => new(_text, Children?.ConvertAll(child => (child.Name, child.Value.Copy())));

    public override string ToString()
    {
        var json = new StringBuilder();
        Write(json);
        return json.ToString();
    }

    private void Write(StringBuilder json)
    {
        if (Children is null)
        {
            json.Append(_text);
            return;
        }

        var isFirst = true;
        json.Append(_text[0]);
        foreach (var (name, value) in Children)
        {
            json.Append(isFirst ? "" : ",");
            isFirst = false;
            if (_text[0] == '{')
            {
                json.Append(name ?? "\"ADMINS\"").Append(':');
            }

            value.Write(json);
        }

        json.Append(_text[1]);
    }
}
