using GraphQL.Types;
using GraphQLParser.AST;
using ReformGraph.Engine.Parsing;

namespace ReformGraph.Engine.Planning;

/// <summary>A field of the response, as planners see it: selected by a document, or requested by a <see cref="ReadField"/>.</summary>
/// <param name="Key">Its key in the response.</param>
/// <param name="Name">Its name in the schema.</param>
/// <param name="At">Its place.</param>
internal abstract record SelectedField(string Key, string Name, Place At)
{
    /// <summary>The fields below it, on its type.</summary>
    public abstract IReadOnlyList<SelectedField> Below(string typeName);

    /// <summary>Its arguments that have a value.</summary>
    /// <param name="declared">Their declarations in the schema.</param>
    public abstract IReadOnlyDictionary<string, InputValue> Arguments(QueryArguments? declared);
}

/// <summary>All selections under one key, merged. All of them ask for the same field with the same arguments.</summary>
/// <param name="Reader">Merges the selections below them.</param>
/// <param name="Key">Its key in the response.</param>
/// <param name="All">All of them.</param>
/// <param name="At">The place of the first.</param>
internal sealed record DocumentField(SelectionReader Reader, string Key, IReadOnlyList<GraphQLField> All, Place At)
    : SelectedField(Key, All[0].Name.StringValue, At)
{
    public override IReadOnlyList<SelectedField> Below(string typeName) =>
        Reader.Merge(All.Select(part => part.SelectionSet).OfType<GraphQLSelectionSet>(), typeName);

    public override IReadOnlyDictionary<string, InputValue> Arguments(QueryArguments? declared) =>
        Reader.Literals.Arguments(All[0].Arguments, declared);

    /// <summary>An argument as written; null if there is none.</summary>
    public GraphQLValue? Argument(string name) =>
        All[0].Arguments?.Items.Find(argument => argument.Name.StringValue == name)?.Value;
}

/// <summary>
/// Merges selection sets into the fields of a response, by the specification's rules: fragments are expanded, @skip and @include are
/// applied, and keys keep the order of their first appearance. A fragment applies if its type condition is the type or an abstract type of
/// it.
/// </summary>
internal sealed class SelectionReader
{
    private readonly ParsedDocument document;
    private readonly ISchema schema;
    private readonly NonNullGraphType boolean;

    private SelectionReader(ParsedDocument document, VariableValues variables, ISchema schema)
    {
        (this.document, this.schema) = (document, schema);
        Literals = new LiteralReader(document.Text, variables);
        boolean = new(schema.AllTypes["Boolean"]!);
    }

    /// <summary>Reads the values of arguments.</summary>
    public LiteralReader Literals { get; }

    /// <summary>The root fields of an operation.</summary>
    /// <param name="document">The document.</param>
    /// <param name="operation">Its operation.</param>
    /// <param name="variables">The variables, as read.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="typeName">The name of the root type.</param>
    public static IReadOnlyList<DocumentField> Roots(
        ParsedDocument document, GraphQLOperationDefinition operation, VariableValues variables, ISchema schema, string typeName) =>
        new SelectionReader(document, variables, schema).Merge([operation.SelectionSet], typeName);

    /// <summary>The fields of selection sets on one type.</summary>
    public IReadOnlyList<DocumentField> Merge(IEnumerable<GraphQLSelectionSet> sets, string typeName)
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

        return [.. order.Select(key => new DocumentField(this, key, keys[key], new Place(document.Text, keys[key][0].Location.Start)))];
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
        var fragment = document.Fragment(spread)!;
        return Fits(fragment.TypeCondition, typeName) ? fragment.SelectionSet : null;
    }

    private bool Fits(GraphQLTypeCondition? condition, string typeName) => condition is null || condition.Type.Name.Value == typeName
        || (schema.AllTypes[condition.Type.Name.Value] is IAbstractGraphType { PossibleTypes: var types }
        && types.Any(type => type.Name == typeName));

    private bool IsIncluded(IHasDirectivesNode selection) =>
        (selection.Directives?.Items ?? []).All(directive => directive.Name.StringValue switch
    {
        "skip" => !Condition(directive),
        "include" => Condition(directive),
        _ => true,
    });

    private bool Condition(GraphQLDirective directive) =>
        Literals.Read(directive.Arguments![0].Value, boolean) is InputScalar { Fixed: true };
}
