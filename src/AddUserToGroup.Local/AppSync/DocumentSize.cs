using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace AddUserToGroup.Local.AppSync;

/// <summary>
/// The number of a document's nodes (fields, names, arguments and so on), with each fragment counted wherever it is spread.
/// Validation visits pairs of them and cannot be cancelled, so the API rejects larger documents before it.
/// </summary>
internal sealed class DocumentSize : ASTVisitor<NullVisitorContext>
{
    /// <summary>The introspection query of GraphiQL, Altair and others has about 1,300 nodes.</summary>
    public const int Max = 3_000;

    private readonly List<string> _spreads = [];
    private int _nodes;

    private DocumentSize()
    {
    }

    /// <summary>Whether the document has more than <see cref="Max"/> nodes. Fragments that spread each other have no end.</summary>
    public static async Task<bool> IsTooLargeAsync(GraphQLDocument document)
    {
        var fragments = new Dictionary<string, DocumentSize>();
        var counted = new Queue<DocumentSize>();
        foreach (var definition in document.Definitions)
        {
            var size = new DocumentSize();
            await size.VisitAsync(definition, default);
            counted.Enqueue(size);
            if (definition is GraphQLFragmentDefinition fragment)
            {
                fragments[fragment.FragmentName.Name.StringValue] = size;
            }
        }

        var nodes = 0;
        while (nodes <= Max && counted.TryDequeue(out var next))
        {
            nodes += next._nodes;
            foreach (var name in next._spreads)
            {
                if (fragments.TryGetValue(name, out var fragment))
                {
                    counted.Enqueue(fragment);
                }
            }
        }

        return nodes > Max;
    }

    public override ValueTask VisitAsync(ASTNode? node, NullVisitorContext context)
    {
        _nodes += node is null ? 0 : 1;
        if (node is GraphQLFragmentSpread spread)
        {
            _spreads.Add(spread.FragmentName.Name.StringValue);
        }

        return base.VisitAsync(node, context);
    }
}
