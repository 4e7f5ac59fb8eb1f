using GraphQLParser.AST;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine.Parsing;

/// <summary>
/// Counts spreads, fields, values and levels of the document as if every fragment were expanded. Nothing is expanded: each definition is
/// measured once, after those that it spreads, and adds their measures where it spreads them.
/// </summary>
internal sealed class FragmentExpansion(ParsedDocument document)
{
    private readonly Dictionary<GraphQLFragmentDefinition, Extent> measured = [];

    public static void Check(ParsedDocument document, FragmentOrder order, IReadOnlyList<ASTNode> roots, DocumentLimits limits)
    {
        var expansion = new FragmentExpansion(document);
        foreach (var fragment in order.CalleesFirst)
        {
            expansion.measured.Add(fragment, expansion.Measure(fragment.SelectionSet));
        }

        var visits = new LimitCounter(nameof(limits.FragmentVisits), limits.FragmentVisits, "Too many fragment spreads to follow");
        var fields = new LimitCounter(nameof(limits.ExpandedFields), limits.ExpandedFields,
            "Too many fields and values after fragments are expanded");
        var nesting = new LimitCounter(
            nameof(limits.Nesting), limits.Nesting, "Selections are nested too deeply after fragments are expanded");
        var data = LimitCounter.DataDepth(limits);
        var introspection = new LimitCounter(nameof(limits.IntrospectionDepth), limits.IntrospectionDepth,
            "Fields are nested too deeply in introspection");
        var lists = new LimitCounter(nameof(limits.IntrospectionLists), limits.IntrospectionLists,
            "Introspection nests lists of members too deeply");
        foreach (var root in roots)
        {
            var extent = expansion.Measure(((IHasSelectionSetNode)root).SelectionSet!);
            visits.Spend(extent.Visits, root.Location.Start);
            fields.Spend(extent.Fields, root.Location.Start);
            nesting.Reach(extent.Nesting);
            data.Reach(extent.Data);
            introspection.Reach(extent.Introspection);
            lists.Reach(extent.IntrospectionLists);
        }

        LimitCounter.Enforce(document.Text, visits, fields, nesting, data, introspection, lists);
    }

    private Extent Measure(GraphQLSelectionSet selections)
    {
        var extent = new Extent();
        Measure(selections, default, extent);
        return extent;
    }

    private void Measure(GraphQLSelectionSet selections, Place above, Extent extent)
    {
        var place = above with { Nesting = above.Nesting + 1 };
        extent.Nesting.Reach(place.Nesting, selections);
        foreach (var selection in selections.Selections)
        {
            var inner = place;
            if (selection is GraphQLFragmentSpread spread && document.Fragment(spread) is { } fragment)
            {
                extent.Add(measured[fragment], place, spread);
            }
            else if (selection is GraphQLField field)
            {
                inner = place.Below(field);
                extent.Add(inner, field);
            }

            if (selection is IHasSelectionSetNode { SelectionSet: { } below })
            {
                Measure(below, inner, extent);
            }
        }
    }

    /// <summary>The position of a selection within its definition.</summary>
    /// <param name="Nesting">The number of selections around it.</param>
    /// <param name="Depth">The number of fields around it, including itself.</param>
    /// <param name="Lists">The number of these that list members of a type, if they are introspection.</param>
    /// <param name="IsIntrospection">Whether one of them is a root of introspection.</param>
    private readonly record struct Place(int Nesting, int Depth, int Lists, bool IsIntrospection)
    {
        public Place Below(GraphQLField field)
        {
            var name = field.Name.Value;
            var lists = name == "fields" || name == "inputFields" || name == "interfaces" || name == "possibleTypes";
            return new Place(Nesting, Depth + 1, lists ? Lists + 1 : Lists, IsIntrospection || name == "__schema" || name == "__type");
        }
    }

    /// <summary>
    /// The measures of a definition. A fragment may be spread inside or outside introspection, so it has measures for both: inside, all of
    /// its levels belong to introspection; outside, only those below __schema and __type.
    /// </summary>
    private sealed class Extent
    {
        public Peak Nesting;
        public Peak Data;
        public Peak Introspection;
        public Peak IntrospectionLists;
        private int lists;

        public long Visits { get; private set; }

        public long Fields { get; private set; }

        private int Depth => Math.Max(Data.Value, Introspection.Value);

        public void Add(Place place, GraphQLField field)
        {
            Fields = Saturating.Add(Fields, 1 + ValuesIn(field));
            lists = Math.Max(lists, place.Lists);
            if (place.IsIntrospection)
            {
                Introspection.Reach(place.Depth, field);
                IntrospectionLists.Reach(place.Lists, field);
            }
            else
            {
                Data.Reach(place.Depth, field);
            }
        }

        public void Add(Extent fragment, Place place, GraphQLFragmentSpread spread)
        {
            Visits = Saturating.Add(Visits, Saturating.Add(1, fragment.Visits));
            Fields = Saturating.Add(Fields, fragment.Fields);
            Nesting.Reach(place.Nesting + fragment.Nesting.Value, spread);
            lists = Math.Max(lists, place.Lists + fragment.lists);
            if (place.IsIntrospection)
            {
                Introspection.Reach(place.Depth + fragment.Depth, spread);
                IntrospectionLists.Reach(place.Lists + fragment.lists, spread);
            }
            else
            {
                Data.Reach(Shifted(fragment.Data.Value, place.Depth), spread);
                Introspection.Reach(Shifted(fragment.Introspection.Value, place.Depth), spread);
                IntrospectionLists.Reach(fragment.IntrospectionLists.Value, spread);
            }
        }

        private static long ValuesIn(GraphQLField field) => field.Arguments?.Items.Sum(argument => ValuesIn(argument.Value)) ?? 0;

        private static long ValuesIn(GraphQLValue value) => 1 + value switch
        {
            GraphQLListValue { Values: { } values } => values.Sum(ValuesIn),
            GraphQLObjectValue { Fields: { } fields } => fields.Sum(field => ValuesIn(field.Value)),
            _ => 0,
        };

        // A fragment without such a field has no level to move.
        private static int Shifted(int depth, int by) => depth == 0 ? 0 : depth + by;
    }
}
