using GraphQLParser;
using GraphQLParser.AST;

namespace ReformGraph.Engine.Parsing;

/// <summary>
/// The merged selection sets of one object, with fragments expanded: the selections under each response name, in the order in which the
/// names first appear. Only for documents whose expansion is within the limits.
/// </summary>
internal static class CollectedFields
{
    public static IReadOnlyCollection<List<GraphQLField>> Collect(ParsedDocument document, IEnumerable<GraphQLSelectionSet> selections)
    {
        var groups = new OrderedDictionary<ROM, List<GraphQLField>>();
        foreach (var set in selections)
        {
            Collect(document, set, groups);
        }

        return groups.Values;
    }

    /// <summary>The selection sets below fields with the same response name, which are merged in turn.</summary>
    public static List<GraphQLSelectionSet> Below(List<GraphQLField> fields) =>
        [.. fields.Select(field => field.SelectionSet).OfType<GraphQLSelectionSet>()];

    private static void Collect(ParsedDocument document, GraphQLSelectionSet selections, OrderedDictionary<ROM, List<GraphQLField>> groups)
    {
        foreach (var selection in selections.Selections)
        {
            if (selection is GraphQLField field)
            {
                var responseName = (field.Alias?.Name ?? field.Name).Value;
                if (!groups.TryGetValue(responseName, out var group))
                {
                    groups.Add(responseName, group = []);
                }

                group.Add(field);
            }
            else if (selection is GraphQLInlineFragment inline)
            {
                Collect(document, inline.SelectionSet, groups);
            }
            else if (selection is GraphQLFragmentSpread spread && document.Fragment(spread) is { } fragment)
            {
                Collect(document, fragment.SelectionSet, groups);
            }
        }
    }
}
