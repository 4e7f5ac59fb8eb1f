using System.Linq.Expressions;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Planning;

/// <summary>One page of groups: of all rows of a list at the root, or of those of all parent rows at once.</summary>
internal sealed record GroupsPlan : PagePlan
{
    /// <summary>The keys of a group, coarsest first. They are the first columns.</summary>
    public required IReadOnlyList<GroupKey> By { get; init; }

    /// <summary>The columns of aggregates, which follow the keys.</summary>
    public required TermSet Terms { get; init; }

    /// <summary>The groups to include, as conditions on <see cref="AggregatePath"/>; null for all.</summary>
    public Filter? Having { get; init; }

    /// <summary>The order of the response, with all keys.</summary>
    public required IReadOnlyList<GroupSortKey> Order { get; init; }

    /// <summary>The rollup that is read instead of the rows; null for the rows.</summary>
    public RollupUse? Rollup { get; init; }

    /// <summary>Whether any group is needed.</summary>
    public required bool HasRows { get; init; }

    /// <summary>What is ordered by and is not otherwise a column; these columns follow the aggregates if a cursor is selected.</summary>
    public IReadOnlyList<GroupAggregate> CursorAggregates { get; init; } = [];

    /// <summary>Groups by fewer keys.</summary>
    public IReadOnlyList<SubtotalPlan> Subtotals { get; init; } = [];

    /// <summary>The amounts with running totals.</summary>
    public IReadOnlyList<AmountColumns> Running { get; init; } = [];

    /// <summary>Whether the owner's key has its own column, the last one.</summary>
    public bool HasColumnOfOwner => OwnerColumn >= By.Count;

    /// <summary>The columns of these amounts.</summary>
    public List<int> PrecedingColumns =>
        [.. Running.SelectMany(amount => amount.High is { } high ? [high, amount.Low] : (int[])[amount.Low]).Distinct()];

    /// <summary>The lists of the rows of each group.</summary>
    public IReadOnlyList<GroupRowsPlan> Rows { get; init; } = [];

    /// <summary>The periods to return; null for those that have rows.</summary>
    public GroupGaps? Gaps { get; init; }

    /// <summary>The aggregates by which groups are filtered or ordered.</summary>
    public IEnumerable<GroupAggregate> Aggregates =>
        Order.Select(key => key.Aggregate).OfType<GroupAggregate>().Concat(AggregatesOf(Having));

    public override IReadOnlyList<SortKey> Keys => Order;

    public override StoredKind[] ColumnKinds => HasRows
        ? [.. By.Select(key => key.Type.Codec.Kind), .. Terms.All.Select(term => term.StoredKind),
        .. CursorAggregates.Select(aggregate => aggregate.StoredKind), .. HasColumnOfOwner ? [StoredKind.Integer] : (StoredKind[])[]]
        : [];

    private static IEnumerable<GroupAggregate> AggregatesOf(Filter? having) => having switch
    {
        AllOf all => all.Parts.SelectMany(AggregatesOf),
        AnyOf any => any.Parts.SelectMany(AggregatesOf),
        Comparison comparison => [((AggregatePath)comparison.Path).Aggregate],
        Membership membership => [((AggregatePath)membership.Path).Aggregate],
        Absence absence => [((AggregatePath)absence.Path).Aggregate],
        _ => [],
    };
}

/// <summary>One key of a group.</summary>
/// <param name="Field">The name under which it is selected, prefixed with those of the to-one fields before it.</param>
/// <param name="As">The name given to it; null for none.</param>
/// <param name="Path">The path to its value.</param>
internal sealed record GroupKey(string Field, string? As, FieldPath Path)
{
    /// <summary>The period to whose first day a date is truncated; null if it is not truncated.</summary>
    public DateTruncation? Truncation { get; init; }

    /// <summary>For a truncated instant: by how many seconds local time is ahead of UTC, and since when.</summary>
    public IReadOnlyList<ClockOffset> Offsets { get; init; } = [];

    /// <summary>The plan parameters of the boundaries between its ranges; null if each value is a key.</summary>
    public IReadOnlyList<PlanParameter>? Boundaries { get; init; }

    /// <summary>The type of its column; for a range, the number of boundaries at or below it.</summary>
    public ScalarType Type =>
        Boundaries is not null ? ScalarType.For(typeof(int))! : Truncation is not null ? ScalarType.For(typeof(DateOnly))! : Path.Leaf.Type;

    /// <summary>The column of the owner's key: that of an equal key, because EF Core selects equal columns once, or otherwise the last
    /// column.</summary>
    /// <param name="by">The keys, which are the first columns.</param>
    /// <param name="parent">The rows to which the groups belong; null for a root, which has no such column.</param>
    /// <param name="end">The number of columns without it.</param>
    public static int? OwnerColumn(IReadOnlyList<GroupKey> by, ParentLink? parent, int end) => parent is null ? null
        : by.Index().Where(key => key.Item.Path.Name == parent.OwnerKey.Name).Select(key => (int?)key.Index).FirstOrDefault() ?? end;

    /// <summary>Whether rows that agree in this key always agree in the other, and vice versa.</summary>
    public bool IsSameAs(GroupKey other) =>
        Path.Name == other.Path.Name && Boundaries is null && other.Boundaries is null && Offsets is [] && other.Offsets is []
            && Cut == other.Cut;

    private DateTruncation? Cut => Truncation == DateTruncation.Day ? null : Truncation;

    /// <summary>A word that differs for different keys.</summary>
    public string Name => $"{Field} {Truncation} {As}";
}

/// <summary>By how much local time is ahead of UTC from an instant on.</summary>
/// <param name="Since">The plan parameter of the instant; null for the first.</param>
/// <param name="Seconds">The plan parameter of the seconds.</param>
internal sealed record ClockOffset(PlanParameter? Since, PlanParameter Seconds);

/// <summary>An aggregate over the rows of a group, by which groups are filtered or ordered.</summary>
/// <param name="Function">The function; null for the number of rows.</param>
/// <param name="Path">The values; null for rows.</param>
/// <param name="Condition">The rows to include; null for all.</param>
internal sealed record GroupAggregate(AggregateFunctionRow? Function, FieldPath? Path, Filter? Condition)
{
    public string Name => $"{Function?.Name ?? "count"} {Path?.Name}";

    /// <summary>Its type as clients see it.</summary>
    public ScalarType Type { get; } = Function is null ? ScalarType.For(typeof(int))! : Function.ResultOf(Path!.Leaf)!;

    public bool IsNullable => Function is { IsCount: false };

    /// <summary>Whether it is computed in whole units: wholes, ten-thousandths or ticks.</summary>
    public bool IsInUnits => Function?.Function is AggregateFunction.Sum or AggregateFunction.Avg;

    public StoredKind StoredKind => IsInUnits ? StoredKind.Integer : Type.Codec.Kind;
}

/// <summary>An aggregate over a group in place of a field's value.</summary>
internal record AggregatePath(ReferencePath Owner, string Prefix, GroupAggregate Aggregate) : FieldPath(Owner, Field(Prefix, Aggregate))
{
    public AggregatePath(GroupAggregate aggregate)
        : this(ReferencePath.Here, string.Empty, aggregate)
    {
    }

    public override Type KeyType => Aggregate.IsInUnits ? typeof(long) : base.KeyType;

    public override Type ComparedType => Aggregate.IsInUnits ? typeof(long) : base.ComparedType;

    public override object Compared(object value) => value switch
    {
        decimal number when Aggregate.IsInUnits => ModelConventions.Scaled(number),
        TimeSpan duration when Aggregate.IsInUnits => duration.Ticks,
        _ => value,
    };

    private static ScalarField Field(string prefix, GroupAggregate aggregate) =>
        new(prefix + aggregate.Name, string.Empty, aggregate.Type, aggregate.IsNullable, Expression.Lambda(Expression.Empty()), null);
}

/// <summary>An aggregate over the elements of a list of a row. The condition's switch distinguishes it from the same aggregate over
/// others.</summary>
internal sealed record ListAggregatePath(ReferencePath Owner, ListField List, GroupAggregate Aggregate)
    : AggregatePath(Owner, $"{List.Name}{(Aggregate.Condition as AllOf)?.Parts.OfType<Switch>().Single().On.Number} ", Aggregate)
{
    public override string Described => $"{Reference.Prefix}{List.Name} {Aggregate.Name}{(Aggregate.Condition is null ? "" : " where")}";
}

/// <summary>A key of the order of groups: one of their keys, or an aggregate over their rows.</summary>
internal sealed record GroupSortKey(GroupKey? Key, GroupAggregate? Aggregate, bool Descending) : SortKey(Descending)
{
    public override string Name => Key?.Name ?? Aggregate!.Name;

    public override ScalarType Type => Key?.Type ?? Aggregate!.Type;

    public override Type ComparedType => Aggregate is { IsInUnits: true } ? typeof(long) : PlanParameters.KeyType(Type);

    public override bool IsNullable => Key?.Path.IsNullable ?? Aggregate!.IsNullable;

    public override StoredKind StoredKind => Aggregate?.StoredKind ?? base.StoredKind;
}

/// <summary>Groups by the first keys only: the subtotals, and the wholes of shares.</summary>
/// <param name="Level">The number of keys; they are the first columns.</param>
/// <param name="Terms">The columns of aggregates after them.</param>
/// <param name="Rollup">The rollup that is read instead of the rows; null for the rows.</param>
internal sealed record SubtotalPlan(int Level, TermSet Terms, RollupUse? Rollup = null)
{
    /// <summary>The column of the owner's key; null for a root.</summary>
    public int? OwnerColumn(GroupsPlan groups) => GroupKey.OwnerColumn([.. groups.By.Take(Level)], groups.Parent, Terms.End);

    /// <summary>Whether the owner's key has its own column, the last one.</summary>
    public bool HasColumnOfOwner(GroupsPlan groups) => OwnerColumn(groups) >= Level;
}

/// <summary>The rows of each group, read with the plan of their list for one group after another.</summary>
/// <param name="List">The plan; its filter selects the group.</param>
/// <param name="Keys">For each key of the group, the condition to which the executor binds it.</param>
/// <param name="Owner">The plan parameter of the owner's key; null at the root.</param>
internal sealed record GroupRowsPlan(ListPlan List, IReadOnlyList<InGroup> Keys, PlanParameter? Owner);

/// <summary>The requested periods.</summary>
/// <param name="From">The plan parameter of the first day of the first.</param>
/// <param name="To">The plan parameter of the first day of the last.</param>
/// <param name="Period">The length of each.</param>
/// <param name="Descending">Whether the last comes first.</param>
internal sealed record GroupGaps(PlanParameter From, PlanParameter To, DateTruncation Period, bool Descending);
