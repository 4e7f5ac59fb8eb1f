using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>The rollup from which aggregates are read, instead of the rows.</summary>
/// <param name="Rollup">The rollup.</param>
/// <param name="IsGrouped">Whether each of its rows is a requested group, so that nothing remains to be added.</param>
internal sealed record RollupUse(Rollup Rollup, bool IsGrouped);

/// <summary>What aggregates over rows depend on.</summary>
/// <param name="Filter">The rows to include.</param>
/// <param name="Owner">The expression from a row to its owner's key; null at the root.</param>
/// <param name="By">The keys of the groups.</param>
/// <param name="Terms">The columns of aggregates.</param>
/// <param name="Aggregates">The aggregates by which groups are filtered or ordered.</param>
internal sealed record RollupNeeds(Filter? Filter, FieldPath? Owner, IReadOnlyList<GroupKey> By, IReadOnlyList<AggregateTerm> Terms,
    IReadOnlyList<GroupAggregate> Aggregates);

/// <summary>
/// Finds a rollup that has everything that aggregates depend on; if several do, the one expected to have the fewest rows. There is none if
/// a condition or a key reads anything but a dimension or what a dimension refers to, or if a number is not kept.
/// </summary>
internal sealed class RollupChoice
{
    private readonly Rollup rollup;
    private readonly RollupNeeds needs;

    private RollupChoice(Rollup rollup, RollupNeeds needs) => (this.rollup, this.needs) = (rollup, needs);

    public static RollupUse? Choose(EntityModel source, RollupNeeds needs) => source.Rollups
        .Where(rollup => new RollupChoice(rollup, needs).HasAll)
        .OrderBy(SizeOf)
        .Select(rollup => new RollupUse(rollup, new RollupChoice(rollup, needs).IsGrouped))
        .FirstOrDefault();

    /// <summary>Whether a value of a row is also one of a rollup's row: a dimension, or a value to which a dimension leads.</summary>
    public static bool Has(Rollup rollup, FieldPath path) =>
        path is FunctionPath function
        ? Has(rollup, function.Source) : Has(rollup, path.Reference) ?? DimensionOf(rollup, path.Leaf.Property) is { IsMonth: false };

    private bool HasAll => Has(needs.Filter)
        && (needs.Owner is null || Has(needs.Owner)) && needs.By.All(Has)
        && needs.Terms.All(term => Has(term.Condition) && (term.Kind switch
        {
            TermKind.Rows => true,
            TermKind.Values => Counts(term.Path!),
            TermKind.Sum or TermKind.SumOfHigh or TermKind.SumOfLow => Adds(term.Path!),
            _ => Has(term.Path!),
        }))
        && needs.Aggregates.All(aggregate => Has(aggregate.Condition) && (aggregate.Function?.Function switch
        {
            null => true,
            AggregateFunction.ValueCount => Counts(aggregate.Path!),
            AggregateFunction.Sum or AggregateFunction.Avg => Adds(aggregate.Path!),
            _ => Has(aggregate.Path!),
        }));

    // A least value or distinct values compare rows that are grouped; a single row has none to compare.
    private bool IsGrouped => rollup.Dimensions.All(IsKey)
        && !needs.Terms.Any(term => term.Kind is TermKind.Distinct or TermKind.Min or TermKind.Max)
        && !needs.Aggregates.Any(
            aggregate => aggregate.Function?.Function is AggregateFunction.CountDistinct or AggregateFunction.Min or AggregateFunction.Max);

    private bool IsKey(RollupDimension dimension) =>
        needs.Owner?.Leaf.Property?.Name == dimension.Property.Name || needs.By.Any(key => key.Path switch
    {
        { Reference.Steps: [] } path =>
            IsOf(dimension, path.Leaf.Property) && key.Boundaries is null
            && key.Truncation == (dimension.IsMonth ? DateTruncation.Month : null),
        { Reference.Steps: [var step] } path =>
            IsOf(dimension, step.Navigation.ForeignKey.Properties[0]) && IsUnique(path.Leaf.Property) && key.Boundaries is null
            && key.Truncation is null,
        _ => false,
    });

    private bool Has(FieldPath path) => Has(rollup, path);

    private bool Has(GroupKey key) => Has(key.Path) || (key.Path.Reference.Steps.Count == 0
        && DimensionOf(rollup, key.Path.Leaf.Property) is not null
        && key.Truncation is DateTruncation.Month or DateTruncation.Quarter or DateTruncation.Half or DateTruncation.Year);

    private bool Has(Filter? filter) => filter switch
    {
        null => true,
        AllOf all => all.Parts.All(Has),
        AnyOf any => any.Parts.All(Has),
        Comparison comparison => Has(comparison.Path),
        PathComparison both => Has(both.Left) && Has(both.Right),
        Membership membership => Has(membership.Path),
        Absence absence => Has(absence.Path),
        ListCondition list => Has(rollup, list.Owner) is true,
        InGroup group => Has(group.Key),
        InPeriods periods => Has(periods.Key),
        Switch => true,
        _ => false,
    };

    private bool Counts(FieldPath path) =>
        !path.IsNullable || Has(path)
        || (path.Reference.Steps.Count == 0 && rollup.Find(RollupPart.Values, path.Leaf.Property) is not null);

    private bool Adds(FieldPath path) => path.Reference.Steps.Count == 0
        && (rollup.Find(RollupPart.Sum, path.Leaf.Property) ?? rollup.Find(RollupPart.High, path.Leaf.Property)) is not null;

    /// <summary>Whether a dimension refers to the row at the end; null if it is the row itself.</summary>
    private static bool? Has(Rollup rollup, ReferencePath path) =>
        path.Steps is [var first, ..] ? DimensionOf(rollup, first.Navigation.ForeignKey.Properties[0]) is not null : null;

    private static RollupDimension? DimensionOf(Rollup rollup, IReadOnlyProperty? property) =>
        rollup.Dimensions.FirstOrDefault(dimension => IsOf(dimension, property));

    private static bool IsOf(RollupDimension dimension, IReadOnlyProperty? property) => dimension.Property.Name == property?.Name;

    /// <summary>Whether no two rows share a value of a column, and every row has one.</summary>
    public static bool IsUnique(IReadOnlyProperty? property) =>
        property is { IsNullable: false }
            && (property.IsPrimaryKey() || property.GetContainingIndexes().Any(index => index is { IsUnique: true, Properties.Count: 1 }));

    private static double SizeOf(Rollup rollup) =>
        rollup.Dimensions.Aggregate(1.0, (size, dimension) => size * ((dimension.Property.IsNullable ? 1 : 0) + ValuesOf(dimension)));

    // Rough: it only has to distinguish a rollup of a whole nation from one of its counties.
    private static int ValuesOf(RollupDimension dimension) =>
        ScalarType.For(dimension.Property.ClrType)?.Codec.ValueCount ?? (dimension.IsMonth ? 100 : 1_000);
}
