using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>SQLite joins at most 64 tables in one statement. A list that would need more is rejected in advance.</summary>
internal static class JoinLimit
{
    /// <summary>Besides the joins, there are the list's own table and those of its parents, and a margin.</summary>
    private const int Allowed = 56;

    public static void Check(ListPlan list, Place at) =>
        Check(list.Source, [.. list.Columns?.Paths ?? [], .. list.Order.Select(key => key.Path)], list.Filter, at);

    public static void Check(GroupsPlan groups, Place at)
    {
        var terms = groups.Terms.All.Concat(groups.Subtotals.SelectMany(subtotal => subtotal.Terms.All)).ToList();
        var aggregates = groups.Aggregates.ToList();
        Check(
            groups.Source,
            [.. groups.By.Select(key => key.Path),
                .. terms.Select(term => term.Path).Concat(aggregates.Select(aggregate => aggregate.Path)).OfType<FieldPath>()],
            new AllOf([.. terms.Select(term => term.Condition).Concat(aggregates.Select(aggregate => aggregate.Condition))
                .Append(groups.Filter).OfType<Filter>().Distinct()]),
            at);
    }

    /// <param name="source">The entity of the list.</param>
    /// <param name="selected">What is selected, ordered by or aggregated.</param>
    /// <param name="filter">Its condition.</param>
    /// <param name="at">The place for an error.</param>
    public static void Check(EntityModel source, IEnumerable<FieldPath> selected, Filter? filter, Place at)
    {
        var joins = new HashSet<string>();
        foreach (var path in selected.Select(path => path.Reference).Concat(Conditions(filter)))
        {
            for (var length = 1; length <= path.Steps.Count; length++)
            {
                joins.Add(new ReferencePath([.. path.Steps.Take(length)]).Prefix);
            }
        }

        if (joins.Count > Allowed)
        {
            throw at.Refusal(
                ErrorCodes.TooManyReferences,
                $"{source.Plural} uses {joins.Count} to-one fields; one list may use at most {Allowed}, including those in its filter " +
                "and order.");
        }
    }

    private static IEnumerable<ReferencePath> Conditions(Filter? filter) => filter switch
    {
        AllOf all => all.Parts.SelectMany(Conditions),
        AnyOf any => any.Parts.SelectMany(Conditions),
        ListCondition list => Conditions(list.Condition).Concat([list.Owner]),
        _ => Filter.ReferencesOf(filter),
    };
}
