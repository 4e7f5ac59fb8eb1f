using GraphQL.Types;
using GraphQLParser.AST;

namespace ReformGraph.Engine.Planning;

/// <summary>A field of the answer: all selections under one key, merged.</summary>
/// <param name="Key">Its key in the answer.</param>
/// <param name="First">The first of the selections; the others ask for the same field with the same arguments.</param>
/// <param name="All">All of them.</param>
internal sealed record SelectedField(string Key, GraphQLField First, IReadOnlyList<GraphQLField> All)
{
    public string Name => First.Name.StringValue;
}

/// <summary>
/// Merges selection sets into the fields of an answer, by the specification's rules: fragments are followed, @skip and @include
/// obeyed, keys keep the order of their first appearance. A fragment fits by its type's name, or as the type is one of an abstract type's.
/// </summary>
internal sealed class SelectionReader(IReadOnlyDictionary<string, GraphQLFragmentDefinition> fragments, LiteralReader literals, ISchema schema)
{
    private readonly NonNullGraphType boolean = new(schema.AllTypes["Boolean"]!);

    /// <summary>The fields below a field.</summary>
    public IReadOnlyList<SelectedField> Below(SelectedField field, string typeName) =>
        Merge(field.All.Select(part => part.SelectionSet).OfType<GraphQLSelectionSet>(), typeName);

    /// <summary>The fields of selection sets on one type.</summary>
    public IReadOnlyList<SelectedField> Merge(IEnumerable<GraphQLSelectionSet> sets, string typeName)
    {
        var keys = new Dictionary<string, List<GraphQLField>>();
        var order = new List<string>();
        var seen = new HashSet<string>();
        foreach (var field in sets.SelectMany(set => Fields(set, typeName, seen)))
        {
            var key = (field.Alias?.Name ?? field.Name).StringValue;
            if (!keys.TryGetValue(key, out var parts))
            {
                order.Add(key);
                keys.Add(key, parts = []);
            }

            parts.Add(field);
        }

        return [.. order.Select(key => new SelectedField(key, keys[key][0], keys[key]))];
    }

    private IEnumerable<GraphQLField> Fields(GraphQLSelectionSet set, string typeName, HashSet<string> seen)
    {
        foreach (var selection in set.Selections.Where(selection => IsIncluded((IHasDirectivesNode)selection)))
        {
            var inner = selection switch
            {
                GraphQLInlineFragment inline when Fits(inline.TypeCondition, typeName) => inline.SelectionSet,
                GraphQLFragmentSpread spread when seen.Add(spread.FragmentName.Name.StringValue) => Followed(spread, typeName),
                _ => null,
            };
            if (selection is GraphQLField field)
            {
                yield return field;
            }
            else if (inner is not null)
            {
                foreach (var nested in Fields(inner, typeName, seen))
                {
                    yield return nested;
                }
            }
        }
    }

    private GraphQLSelectionSet? Followed(GraphQLFragmentSpread spread, string typeName)
    {
        var fragment = fragments[spread.FragmentName.Name.StringValue];
        return Fits(fragment.TypeCondition, typeName) ? fragment.SelectionSet : null;
    }

    private bool Fits(GraphQLTypeCondition? condition, string typeName) => condition is null || condition.Type.Name.Value == typeName
        || (schema.AllTypes[condition.Type.Name.Value] is IAbstractGraphType { PossibleTypes: var types } && types.Any(type => type.Name == typeName));

    private bool IsIncluded(IHasDirectivesNode selection) => (selection.Directives?.Items ?? []).All(directive => directive.Name.StringValue switch
    {
        "skip" => !Condition(directive),
        "include" => Condition(directive),
        _ => true,
    });

    private bool Condition(GraphQLDirective directive) =>
        literals.Read(directive.Arguments![0].Value, boolean) is InputScalar { Fixed: true };
}
