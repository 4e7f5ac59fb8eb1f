using ReformGraph.Engine.Parsing;

namespace ReformGraph.Engine.Planning;

/// <summary>
/// Computes, from the pages of an operation and the number of rows that exist, the maximum size of its response before a row is read. A
/// list is written in each place where it occurs, but there are no more different lists than owners, and no more different rows than the
/// table has.
/// </summary>
internal sealed class SizePlan
{
    private readonly List<ListSize> roots = [];
    private readonly HashSet<Type> tables = [];

    public SizePlan(IEnumerable<RootField> fields)
    {
        foreach (var root in fields)
        {
            if (root is CollectionRoot collection)
            {
                roots.Add(new ListSize(tables, collection.List, collection.Outputs, root.Key));
            }
            else if (root is SingleRoot single)
            {
                roots.Add(new ListSize(tables, single.List, [], root.Key, single.Outputs));
            }
        }
    }

    /// <summary>The entities on whose tables it depends.</summary>
    public IReadOnlyCollection<Type> Tables => tables;

    /// <summary>The maximum size of the response.</summary>
    /// <param name="values">The values of the plan parameters.</param>
    /// <param name="known">What is known about the tables; null for nothing, if only pages bound it.</param>
    public ResponseSize At(object?[] values, IReadOnlyDictionary<Type, TableSize>? known)
    {
        var sum = new SizeSum(values, known);
        foreach (var root in roots)
        {
            root.AddTo(sum, Places.Root);
        }

        return sum.Size;
    }
}

/// <summary>A sum in progress.</summary>
internal sealed class SizeSum(object?[] values, IReadOnlyDictionary<Type, TableSize>? known)
{
    // A text about which nothing is known; none can be much longer.
    private const long LongestText = 8_000;

    public ResponseSize Size { get; private set; } = ResponseSize.Nothing;

    /// <summary>The values of the plan parameters.</summary>
    public object?[] Values => values;

    /// <summary>The maximum number of different rows of an entity.</summary>
    public long RowsOf(Type entity) => known?.GetValueOrDefault(entity)?.Rows ?? Saturating.Most;

    /// <summary>The usual length of a text.</summary>
    public long WidthOf(Type entity, string column) =>
        known is null ? LongestText : known.GetValueOrDefault(entity)?.Widths.GetValueOrDefault(column) ?? LongestText;

    public void AddRows(string list, long rows, long bytesOfEach) =>
        Size += new ResponseSize(rows, Saturating.Multiply(rows, bytesOfEach), list, rows);

    public void AddBytes(long bytes) => Size += ResponseSize.Nothing with { Bytes = bytes };
}

/// <summary>The contribution of a list.</summary>
internal sealed class ListSize
{
    private readonly ListPlan list;
    private readonly string path;
    private readonly List<RowSize> rows = [];
    private readonly List<GroupsSize> groups = [];
    private readonly List<(TimelinePlan Plan, long Bytes)> timelines = [];
    private long ownBytes;

    /// <param name="tables">Collects the entities.</param>
    /// <param name="list">The list.</param>
    /// <param name="outputs">What is written of its connection.</param>
    /// <param name="path">The response names that lead to it.</param>
    /// <param name="row">What is written of the row, if it is a single row instead of a list.</param>
    public ListSize(HashSet<Type> tables, ListPlan list, IReadOnlyList<ConnectionOutput> outputs, string path,
        IReadOnlyList<RowOutput>? row = null)
    {
        (this.list, this.path) = (list, path);
        tables.Add(list.Source.ClrType);
        if (list is { Filter: not null, Source.Within: { } within }) // which may name a code
        {
            tables.Add(within.Entity.ClrType);
        }

        if (row is not null)
        {
            rows.Add(new RowSize(tables, list, row, path));
        }

        foreach (var output in outputs)
        {
            ownBytes += SizeEstimate.Key(output.Key);
            Add(tables, output);
        }
    }

    /// <summary>The list.</summary>
    public ListPlan Plan => list;

    public void AddTo(SizeSum sum, Places places)
    {
        sum.AddBytes(Saturating.Multiply(places.Written, ownBytes));
        var all = sum.RowsOf(list.Source.ClrType);
        var page = Math.Min(SizeEstimate.Page(list.Page, sum), UniqueRows.Most(list.Filter, list.Source, sum));
        var ofRows = places.Of(Math.Min(page, all), all);
        foreach (var row in rows)
        {
            row.AddTo(sum, ofRows);
        }

        if (rows.Count == 0 && list.Columns is not null)
        {
            sum.AddRows(path, ofRows.Owners, 0);
        }

        foreach (var (plan, bytes) in timelines)
        {
            sum.AddRows(path,
                Saturating.Multiply(places.Written, ((DateTime[])sum.Values[plan.Instants.PlanParameter.Number]!).Length), bytes);
        }

        groups.ForEach(one => one.AddTo(sum, places));
    }

    private void Add(HashSet<Type> tables, ConnectionOutput output)
    {
        switch (output)
        {
            case NodesOutput nodes:
                rows.Add(new RowSize(tables, list, nodes.Fields, path));
                break;
            case EdgesOutput edges:
                rows.Add(new RowSize(tables, list, edges, path));
                break;
            case GroupsOutput asked:
                groups.Add(new GroupsSize(tables, list, list.Groups[asked.Number], asked.Outputs, $"{path}.{asked.Key.Value}"));
                break;
            case TimelineOutput timeline:
                timelines.Add(
                    (list.Timelines[timeline.Number], timeline.Fields.Sum(field => SizeEstimate.Key(field.Key) + SizeEstimate.Number
                    + (field.Aggregate is { } numbers ? SizeEstimate.Numbers(numbers.Fields) : 0))));
                break;
            default:
                ownBytes += SizeEstimate.Estimate(output, list);
                break;
        }
    }
}
