using System.Linq.Expressions;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Planning;

/// <summary>One page of groups: of all rows of a list at the root, or of those of every parent row at once.</summary>
internal sealed record GroupsPlan : PagePlan
{
    /// <summary>What the rows of a group have in common, the coarsest first. They are the first columns.</summary>
    public required IReadOnlyList<GroupKey> By { get; init; }

    /// <summary>The columns of numbers, which stand behind the keys.</summary>
    public required TermSet Terms { get; init; }

    /// <summary>Which groups, by <see cref="AggregatePath"/>; null for all.</summary>
    public Filter? Having { get; init; }

    /// <summary>The order of the answer, all keys in it.</summary>
    public required IReadOnlyList<GroupSortKey> Order { get; init; }

    /// <summary>What is read in the rows' place; null for the rows.</summary>
    public RollupUse? Rollup { get; init; }

    /// <summary>Whether any group is needed.</summary>
    public required bool HasRows { get; init; }

    /// <summary>What is ordered by and no column otherwise; these stand behind the numbers where a cursor is asked for.</summary>
    public IReadOnlyList<GroupAggregate> CursorAggregates { get; init; } = [];

    /// <summary>Groups by fewer keys.</summary>
    public IReadOnlyList<SubtotalPlan> Subtotals { get; init; } = [];

    /// <summary>The amounts of which there are running totals.</summary>
    public IReadOnlyList<AmountColumns> Running { get; init; } = [];

    /// <summary>Whether the owner's key has a column of its own, the last one.</summary>
    public bool HasColumnOfOwner => OwnerColumn >= By.Count;

    /// <summary>The columns of these amounts.</summary>
    public List<int> PrecedingColumns =>
        [.. Running.SelectMany(amount => amount.High is { } high ? [high, amount.Low] : (int[])[amount.Low]).Distinct()];

    /// <summary>The lists of the rows of each group.</summary>
    public IReadOnlyList<GroupRowsPlan> Rows { get; init; } = [];

    /// <summary>Which periods there are; null for those that have rows.</summary>
    public GroupGaps? Gaps { get; init; }

    /// <summary>The numbers by which groups are chosen or ordered.</summary>
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

/// <summary>What the rows of a group have in common.</summary>
/// <param name="Field">The name under which it is selected, with those of the to-one fields before it.</param>
/// <param name="As">The name that it was given; null without.</param>
/// <param name="Path">Where its value is found.</param>
internal sealed record GroupKey(string Field, string? As, FieldPath Path)
{
    /// <summary>To the first day of which period a date is cut down; null where it is taken as it is.</summary>
    public DateTruncation? Truncation { get; init; }

    /// <summary>For an instant that is cut down: by how many seconds clocks are ahead of UTC, and since when.</summary>
    public IReadOnlyList<ClockOffset> Offsets { get; init; } = [];

    /// <summary>The plan parameters of where its ranges meet; null where each value is a key of its own.</summary>
    public IReadOnlyList<PlanParameter>? Boundaries { get; init; }

    /// <summary>The type of its column; of a range the number of boundaries at or below it.</summary>
    public ScalarType Type =>
        Boundaries is not null ? ScalarType.For(typeof(int))! : Truncation is not null ? ScalarType.For(typeof(DateOnly))! : Path.Leaf.Type;

    /// <summary>The column of the owner's key: that of a key that is the same, as EF Core selects equal columns once,
    /// or else the last.</summary>
    /// <param name="by">The keys, which are the first columns.</param>
    /// <param name="parent">The rows that the groups hang on; null for a root, which has no such column.</param>
    /// <param name="end">How many columns there are without it.</param>
    public static int? OwnerColumn(IReadOnlyList<GroupKey> by, ParentLink? parent, int end) => parent is null ? null
        : by.Index().Where(key => key.Item.Path.Name == parent.OwnerKey.Name).Select(key => (int?)key.Index).FirstOrDefault() ?? end;

    /// <summary>Whether all rows that have the other in common have this one too, and the other way round.</summary>
    public bool IsSameAs(GroupKey other) =>
        Path.Name == other.Path.Name && Boundaries is null && other.Boundaries is null && Offsets is [] && other.Offsets is []
            && Cut == other.Cut;

    private DateTruncation? Cut => Truncation == DateTruncation.Day ? null : Truncation;

    /// <summary>What it is, in a word that differs for different keys.</summary>
    public string Name => $"{Field} {Truncation} {As}";
}

/// <summary>By how much local clocks are ahead of UTC from an instant on.</summary>
/// <param name="Since">The plan parameter of the instant; null for the first.</param>
/// <param name="Seconds">The plan parameter of the seconds.</param>
internal sealed record ClockOffset(PlanParameter? Since, PlanParameter Seconds);

/// <summary>A number about the rows of a group, by which groups are chosen or ordered.</summary>
/// <param name="Function">Which; null for the number of rows.</param>
/// <param name="Path">Over which values; null for rows.</param>
/// <param name="Condition">Over which of the rows; null for all.</param>
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

/// <summary>A number about a group in the place of a field's value.</summary>
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

/// <summary>A number about the elements of a list of a row. The condition's switch tells it from the same number about others.</summary>
internal sealed record ListAggregatePath(ReferencePath Owner, ListField List, GroupAggregate Aggregate)
    : AggregatePath(Owner, $"{List.Name}{(Aggregate.Condition as AllOf)?.Parts.OfType<Switch>().Single().On.Number} ", Aggregate)
{
    public override string Described => $"{Reference.Prefix}{List.Name} {Aggregate.Name}{(Aggregate.Condition is null ? "" : " where")}";
}

/// <summary>A key of the order of groups: what their rows have in common, or else a number about them.</summary>
internal sealed record GroupSortKey(GroupKey? Key, GroupAggregate? Aggregate, bool Descending) : SortKey(Descending)
{
    public override string Name => Key?.Name ?? Aggregate!.Name;

    public override ScalarType Type => Key?.Type ?? Aggregate!.Type;

    public override Type ComparedType => Aggregate is { IsInUnits: true } ? typeof(long) : PlanParameters.KeyType(Type);

    public override bool IsNullable => Key?.Path.IsNullable ?? Aggregate!.IsNullable;

    public override StoredKind StoredKind => Aggregate?.StoredKind ?? base.StoredKind;
}

/// <summary>Groups by the first keys alone: what subtotals list, and what shares are of.</summary>
/// <param name="Level">How many keys; they are the first columns.</param>
/// <param name="Terms">The columns of numbers behind them.</param>
/// <param name="Rollup">What is read in the rows' place; null for the rows.</param>
internal sealed record SubtotalPlan(int Level, TermSet Terms, RollupUse? Rollup = null)
{
    /// <summary>The column of the owner's key; null for a root.</summary>
    public int? OwnerColumn(GroupsPlan groups) => GroupKey.OwnerColumn([.. groups.By.Take(Level)], groups.Parent, Terms.End);

    /// <summary>Whether the owner's key has a column of its own, the last one.</summary>
    public bool HasColumnOfOwner(GroupsPlan groups) => OwnerColumn(groups) >= Level;
}

/// <summary>The rows of each group, read by the plan of their list for one group after another.</summary>
/// <param name="List">The plan; its filter asks for the group.</param>
/// <param name="Keys">For each key of the group the condition that the run binds.</param>
/// <param name="Owner">The plan parameter of the owner's key; null at the root.</param>
internal sealed record GroupRowsPlan(ListPlan List, IReadOnlyList<InGroup> Keys, PlanParameter? Owner);

/// <summary>The periods that are asked for.</summary>
/// <param name="From">The plan parameter of the first day of the first.</param>
/// <param name="To">The plan parameter of the first day of the last.</param>
/// <param name="Period">How long each is.</param>
/// <param name="Descending">Whether the last comes first.</param>
internal sealed record GroupGaps(PlanParameter From, PlanParameter To, DateTruncation Period, bool Descending);
