using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Planning;

/// <summary>What a query reads and how its response is assembled, for every request with the same shape.</summary>
/// <param name="Roots">The root fields in the order of the response.</param>
/// <param name="PlanParameters">The values that change from request to request.</param>
internal sealed record ReadPlan(IReadOnlyList<RootField> Roots, IReadOnlyList<PlanParameter> PlanParameters)
{
    /// <summary>The instants as of which it reads; none for the present.</summary>
    public IReadOnlyList<PlannedInstant> Instants { get; init; } = [];

    /// <summary>The instants of timelines.</summary>
    public IReadOnlyList<PlannedInstant> Timelines { get; init; } = [];

    /// <summary>The maximum size of the response.</summary>
    public SizePlan Size { get; } = new(Roots);

    /// <summary>The sensitive fields that it selects, or by which it filters, orders, groups or aggregates.</summary>
    public IReadOnlyList<string> Sensitive { get; init; } = [];

    /// <summary>The cost of the operation.</summary>
    public CostPlan Cost { get; init; } = CostPlan.Nothing;

    /// <summary>The same plan, with all rows buffered before any is written.</summary>
    public ReadPlan Held() => this with
    {
        Roots = [.. Roots.Select(root => root is DataRoot data ? data with { List = data.List with { CanStream = false } } : root)],
    };
}

/// <summary>A value of a statement that differs from request to request.</summary>
/// <param name="Number">Its number in the plan, which names its parameter.</param>
/// <param name="ClrType">The type of the statement's expression in its place.</param>
/// <param name="Read">Reads it from a request's variables, never null; absent for the keys of parent rows, which the executor
/// binds.</param>
internal sealed record PlanParameter(int Number, Type ClrType, Func<VariableValues, object>? Read);

/// <summary>The instant as of which root fields are read. The executor binds the plan parameter to a sequence number.</summary>
/// <param name="PlanParameter">The plan parameter.</param>
/// <param name="Key">The response key of the root field that asks for it; null for the instant of the whole request.</param>
/// <param name="At">Its place in the document; null for that of the request.</param>
/// <param name="Read">Reads it from a request's variables; null for that of the request or, without one, the present.</param>
internal sealed record PlannedInstant(PlanParameter PlanParameter, string? Key, Place? At, Func<VariableValues, AsOf>? Read)
{
    /// <summary>The argument, for a field that has two; otherwise null.</summary>
    public string? Argument { get; init; }
}

/// <summary>A root field of a response.</summary>
internal abstract record RootField(string Key);

/// <summary>A root field about the schema itself (introspection, code lists), which is answered from memory.</summary>
internal sealed record MetadataRoot(string Key, MetadataOutput Output) : RootField(Key);

/// <summary>The name of the query type.</summary>
internal sealed record TypeNameRoot(string Key, string TypeName) : RootField(Key);

/// <summary>A root field that reads rows.</summary>
internal abstract record DataRoot(string Key, ListPlan List) : RootField(Key)
{
    /// <summary>The plan parameter of the sequence number as of which it and everything below it are read; null for the present.</summary>
    public PlanParameter? At { get; init; }

    /// <summary>For differences, the plan parameter of the sequence number since which they are read; otherwise null.</summary>
    public PlanParameter? Since { get; init; }
}

/// <summary>A collection.</summary>
internal sealed record CollectionRoot(string Key, ListPlan List, IReadOnlyList<ConnectionOutput> Outputs) : DataRoot(Key, List);

/// <summary>One row, or null.</summary>
internal sealed record SingleRoot(string Key, ListPlan List, IReadOnlyList<RowOutput> Outputs) : DataRoot(Key, List);

/// <summary>One page of rows or of groups: of the root, or of all parent rows at once.</summary>
internal abstract record PagePlan
{
    /// <summary>Its index among the lists below one row, among the roots, or among the groups of one list.</summary>
    public required int Number { get; init; }

    public required EntityModel Source { get; init; }

    /// <summary>Null for a root.</summary>
    public ParentLink? Parent { get; init; }

    /// <summary>The rows of the source to include.</summary>
    public Filter? Filter { get; init; }

    public required Page Page { get; init; }

    /// <summary>The keys of the order, in the order of the response, also for pages from the end.</summary>
    public abstract IReadOnlyList<SortKey> Keys { get; }

    /// <summary>How the columns are stored; none if no row is needed.</summary>
    public abstract StoredKind[] ColumnKinds { get; }

    /// <summary>The column of each key of the order; empty if no cursor is selected.</summary>
    public IReadOnlyList<int> CursorColumns { get; init; } = [];

    /// <summary>Whether all nodes are counted.</summary>
    public bool CountsTotal { get; init; }

    /// <summary>For a list below rows, the column of the owner's key.</summary>
    public int? OwnerColumn { get; init; }

    /// <summary>Whether to check for nodes at or before the cursor <c>after</c>, which the page's own rows do not show.</summary>
    public bool LooksBeforeAfter { get; init; }

    /// <summary>Whether to check for nodes at or after the cursor <c>before</c>.</summary>
    public bool LooksBehindBefore { get; init; }

    /// <summary>Whether rows can be written as they are read: nothing before or below them needs them first.</summary>
    public bool CanStream { get; init; }

    /// <summary>The fingerprint of the order, for cursors.</summary>
    public string Fingerprint { get; init; } = string.Empty;
}

/// <summary>One page of a list.</summary>
internal sealed record ListPlan : PagePlan
{
    /// <summary>The rollup that is read instead of the rows to count all nodes; null for the rows.</summary>
    public RollupUse? TotalRollup { get; init; }

    /// <summary>The order of the response, ending with the primary key.</summary>
    public required IReadOnlyList<OrderKey> Order { get; init; }

    /// <summary>The columns of its rows; null if no row is needed.</summary>
    public required ColumnSet? Columns { get; init; }

    /// <summary>The lists below each row.</summary>
    public required IReadOnlyList<ListPlan> Lists { get; init; }

    /// <summary>For the row with a code that several rows may share, how that is found out; otherwise null.</summary>
    public SharedCode? Shared { get; init; }

    /// <summary>Aggregates over all nodes.</summary>
    public IReadOnlyList<AggregatePlan> Aggregates { get; init; } = [];

    /// <summary>All nodes in groups.</summary>
    public IReadOnlyList<GroupsPlan> Groups { get; init; } = [];

    /// <summary>Aggregates over all nodes as of several instants.</summary>
    public IReadOnlyList<TimelinePlan> Timelines { get; init; } = [];

    public override IReadOnlyList<SortKey> Keys => Order;

    public override StoredKind[] ColumnKinds => Columns?.Kinds ?? [];
}

/// <summary>A code that rows within different rows may share: which one is meant is then unknown.</summary>
/// <param name="Column">The column with the code of the row within which a row lies.</param>
/// <param name="Entity">The entity of the rows.</param>
/// <param name="At">The place of the field.</param>
internal sealed record SharedCode(int Column, EntityModel Entity, Place At)
{
    /// <summary>How many rows besides the first are read, to name those within which they lie.</summary>
    public const int MostNamed = 20;

    /// <summary>For a difference, the rows that have the code, whether they differ or not: their only column is that code.</summary>
    public ListPlan? Rows { get; init; }
}

/// <summary>How a list is connected to its parent rows.</summary>
/// <param name="Field">The list field.</param>
/// <param name="KeyColumn">The column of the parent rows with the owner's key; null in it means no owner.</param>
/// <param name="Keys">The plan parameter of the owners' keys.</param>
internal sealed record ParentLink(ListField Field, int KeyColumn, PlanParameter Keys)
{
    /// <summary>The expression from an element of the list to its owner's key.</summary>
    public FieldPath OwnerKey { get; } = ReferencePath.Here.To(FieldPath.ForeignKey(Field.Navigation.ForeignKey, Field.Description));
}

/// <summary>The part of a list that is read.</summary>
/// <param name="Take">The size of the page, and <paramref name="Ahead"/> more.</param>
/// <param name="Ahead">1 if one extra row shows whether the list continues after the page; otherwise 0.</param>
/// <param name="Backward">Whether the page is counted from the end.</param>
/// <param name="After">Where it starts.</param>
/// <param name="Before">Where it ends.</param>
internal sealed record Page(PlanParameter Take, int Ahead, bool Backward, Seek? After, Seek? Before);

/// <summary>A bound that a cursor sets.</summary>
/// <param name="Keys">For each key of the order, the plan parameter of its value; null if the cursor's key is null.</param>
internal sealed record Seek(IReadOnlyList<PlanParameter?> Keys);

/// <summary>One key of an order. Null is the least value.</summary>
internal abstract record SortKey(bool Descending)
{
    /// <summary>What distinguishes it from other keys.</summary>
    public abstract string Name { get; }

    /// <summary>Its name, the same in every plan.</summary>
    public virtual string Described => Name;

    public abstract ScalarType Type { get; }

    /// <summary>The type in which it is compared.</summary>
    public abstract Type ComparedType { get; }

    public abstract bool IsNullable { get; }

    /// <summary>How it stands in a cursor.</summary>
    public virtual StoredKind StoredKind => Type.Codec.Kind;
}

/// <summary>A key of the order of rows.</summary>
internal sealed record OrderKey(FieldPath Path, bool Descending) : SortKey(Descending)
{
    public override string Name => Path.Name;

    public override string Described => Path.Described;

    public override ScalarType Type => Path.Leaf.Type;

    public override Type ComparedType => Path.KeyType;

    public override bool IsNullable => Path.IsNullable;
}

/// <summary>A condition on a row.</summary>
internal abstract record Filter
{
    /// <summary>Both of two conditions together; null if they match all rows.</summary>
    public static Filter? Both(Filter? left, Filter? right) =>
        left is not null && right is not null ? new AllOf([left, right]) : left ?? right;

    /// <summary>The to-one fields through which a condition reads values of its row, not counting those within lists.</summary>
    public static IEnumerable<ReferencePath> ReferencesOf(Filter? filter) => filter switch
    {
        AllOf all => all.Parts.SelectMany(ReferencesOf),
        AnyOf any => any.Parts.SelectMany(ReferencesOf),
        Comparison comparison => [comparison.Path.Reference],
        PathComparison both => [both.Left.Reference, both.Right.Reference],
        Membership membership => [membership.Path.Reference],
        Absence absence => [absence.Path.Reference],
        Holds holds => [holds.Path.Reference],
        ListCondition list => [list.Owner],
        InGroup group => [group.Key.Path.Reference],
        InPeriods periods => [periods.Key.Path.Reference],
        _ => [],
    };
}

/// <summary>All of these; true if there are none.</summary>
internal sealed record AllOf(IReadOnlyList<Filter> Parts) : Filter;

/// <summary>At least one of these.</summary>
internal sealed record AnyOf(IReadOnlyList<Filter> Parts) : Filter;

/// <summary>An operator with one non-null value.</summary>
/// <param name="Path">The compared value.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Value">The value to compare it with.</param>
/// <param name="End">For startsWith: the least text after all those that begin with the value.</param>
internal sealed record Comparison(FieldPath Path, FilterOperator Operator, PlanParameter Value, PlanParameter? End) : Filter;

/// <summary>An operator between two values of a row, of one type.</summary>
internal sealed record PathComparison(FieldPath Left, FilterOperator Operator, FieldPath Right) : Filter;

/// <summary>An operator with a list, without its nulls.</summary>
internal sealed record Membership(FieldPath Path, PlanParameter Values, bool HoldsNull, bool Negated) : Filter;

/// <summary>Whether a value, or the row to which a to-one field refers, is missing.</summary>
internal sealed record Absence(FieldPath Path, bool Negated) : Filter;

/// <summary>Whether a value that is never null is true.</summary>
internal sealed record Holds(FieldPath Path) : Filter;

/// <summary>True if its plan parameter is 1.</summary>
internal sealed record Switch(PlanParameter On) : Filter;

/// <summary>Whether a row belongs to a group that the executor binds.</summary>
/// <param name="Key">The key of the group.</param>
/// <param name="Value">The plan parameter of its value.</param>
/// <param name="IsMissing">The plan parameter of whether the value is null.</param>
internal sealed record InGroup(GroupKey Key, PlanParameter Value, PlanParameter IsMissing) : Filter;

/// <summary>Whether a row belongs to a period in a range of periods.</summary>
internal sealed record InPeriods(GroupKey Key, PlanParameter From, PlanParameter To) : Filter;

/// <summary>A condition on a list of entities.</summary>
/// <param name="Owner">The row that has the list.</param>
/// <param name="Field">The list.</param>
/// <param name="Operator">All, none, some, any.</param>
/// <param name="Condition">The condition on its elements; null for any.</param>
/// <param name="Negated">For any: whether the list must be empty.</param>
internal sealed record ListCondition(ReferencePath Owner, ListField Field, ListOperator Operator, Filter? Condition, bool Negated) : Filter;
