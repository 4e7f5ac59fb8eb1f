using GraphQLParser.AST;
using ReformGraph.Engine.Errors;

namespace ReformGraph.Engine.Parsing;

/// <summary>
/// The fragments of a document in an order in which each comes after those that it spreads. It rejects circular fragments. The order is
/// found by counting, without following spreads, because a chain of fragments may be longer than the stack allows.
/// </summary>
internal sealed class FragmentOrder
{
    private readonly ParsedDocument document;
    private readonly List<GraphQLFragmentDefinition> calleesFirst = [];
    private readonly HashSet<GraphQLFragmentDefinition> spread = [];

    private FragmentOrder(ParsedDocument document) => this.document = document;

    public IReadOnlyList<GraphQLFragmentDefinition> CalleesFirst => calleesFirst;

    /// <summary>Whether an operation or another fragment contains the fragment.</summary>
    public bool IsSpread(GraphQLFragmentDefinition fragment) => spread.Contains(fragment);

    public static FragmentOrder Sort(ParsedDocument document)
    {
        var order = new FragmentOrder(document);
        var callees = document.Fragments.Values.ToDictionary(fragment => fragment, fragment => order.SpreadsIn(fragment.SelectionSet));
        foreach (var operation in document.Operations)
        {
            order.spread.UnionWith(order.SpreadsIn(operation.SelectionSet).Keys);
        }

        order.Sort(callees);
        return order.calleesFirst.Count == callees.Count ? order : throw order.Circular(callees);
    }

    private void Sort(Dictionary<GraphQLFragmentDefinition, Dictionary<GraphQLFragmentDefinition, GraphQLFragmentSpread>> callees)
    {
        var callers = callees
            .SelectMany(pair => pair.Value.Keys, (pair, callee) => (Caller: pair.Key, Callee: callee))
            .ToLookup(edge => edge.Callee, edge => edge.Caller);
        var open = callees.ToDictionary(pair => pair.Key, pair => pair.Value.Count);
        var ready = new Queue<GraphQLFragmentDefinition>(open.Where(pair => pair.Value == 0).Select(pair => pair.Key));
        while (ready.TryDequeue(out var fragment))
        {
            calleesFirst.Add(fragment);
            foreach (var caller in callers[fragment])
            {
                if (--open[caller] == 0)
                {
                    ready.Enqueue(caller);
                }
            }
        }

        spread.UnionWith(callers.Select(group => group.Key));
    }

    // Every fragment that could not be ordered spreads another such fragment, so following these closes a circle.
    private RequestErrorException Circular(
        Dictionary<GraphQLFragmentDefinition, Dictionary<GraphQLFragmentDefinition, GraphQLFragmentSpread>> callees)
    {
        var ordered = calleesFirst.ToHashSet();
        var path = new List<GraphQLFragmentSpread>();
        var step = new Dictionary<GraphQLFragmentDefinition, int>();
        var fragment = callees.Keys.First(candidate => !ordered.Contains(candidate));
        while (step.TryAdd(fragment, path.Count))
        {
            var (callee, node) = callees[fragment].First(pair => !ordered.Contains(pair.Key));
            path.Add(node);
            fragment = callee;
        }

        var circle = path.Skip(step[fragment]).Take(20).ToList();
        var names = circle.Select(node => SourceText.Shorten(node.FragmentName.Name.StringValue))
            .Prepend(SourceText.Shorten(fragment.FragmentName.Name.StringValue));
        return new RequestErrorException(
            new RequestError(ErrorCodes.FragmentCircular, $"A fragment contains itself: {string.Join(" > ", names)}.")
            {
                Locations = [.. circle.Select(node => SourceText.LocationOf(document.Text, node.Location.Start))],
            });
    }

    private Dictionary<GraphQLFragmentDefinition, GraphQLFragmentSpread> SpreadsIn(GraphQLSelectionSet selections)
    {
        var found = new Dictionary<GraphQLFragmentDefinition, GraphQLFragmentSpread>();
        Collect(selections, found);
        return found;
    }

    private void Collect(GraphQLSelectionSet? selections, Dictionary<GraphQLFragmentDefinition, GraphQLFragmentSpread> found)
    {
        foreach (var selection in selections?.Selections ?? [])
        {
            if (selection is GraphQLFragmentSpread node && document.Fragment(node) is { } fragment)
            {
                found.TryAdd(fragment, node);
            }

            Collect((selection as IHasSelectionSetNode)?.SelectionSet, found);
        }
    }
}
