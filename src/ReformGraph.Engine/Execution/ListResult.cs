using System.Runtime.InteropServices;
using System.Text;
using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Execution;

/// <summary>The position of an owner's page among the rows of its list.</summary>
/// <param name="Start">The first row.</param>
/// <param name="Count">The number of rows.</param>
/// <param name="HasMore">Whether there are more in the page's direction.</param>
internal readonly record struct PageRange(int Start, int Count, bool HasMore);

/// <summary>The result of one page: that of all its owners, or that of the root under the key 0.</summary>
/// <param name="plan">The page.</param>
/// <param name="values">The values of the plan parameters.</param>
/// <param name="errors">Collects the errors of single fields.</param>
/// <param name="size">Counts the memory that it uses.</param>
/// <param name="parent">The page to whose rows or groups it belongs; null for a root.</param>
internal abstract class PageResult(PagePlan plan, object?[] values, FieldErrors errors, RowBufferSize size,
    PageResult? parent) : IDisposable
{
    /// <summary>The key of a root's page.</summary>
    public const long Root = 0;

    /// <summary>A key that no owner has.</summary>
    public const long NoOwner = long.MinValue;

    // Created on demand: most pages belong to a root, and few need all of these.
    private PageRange rootPage;
    private Dictionary<long, PageRange>? pages;
    private Dictionary<long, long>? totals;
    private HashSet<long>? beforeAfter;
    private HashSet<long>? behindBefore;
    private RowBuffer? rows;
    private RowBuffer? lastPassed;

    public PagePlan Plan => plan;

    /// <summary>The values of the plan parameters.</summary>
    public object?[] Values => values;

    /// <summary>The errors of single fields of the response.</summary>
    public FieldErrors Errors => errors;

    /// <summary>Counts the memory that it uses.</summary>
    public RowBufferSize Size => size;

    /// <summary>The page to whose rows or groups it belongs; null for a root.</summary>
    public PageResult? Parent => parent;

    /// <summary>The index in the response of the row that is being written, for the path of an error.</summary>
    public int RowNumber { get; set; }

    /// <summary>The rows; none if they are read only when they are written.</summary>
    public RowBuffer Rows
    {
        get => rows ??= new(plan.ColumnKinds, size);
        protected set => rows = value;
    }

    public PageRange PageOf(long owner) => plan.Parent is null ? rootPage : pages?.GetValueOrDefault(owner) ?? default;

    /// <summary>A row of a page, by its index in the response. Of streamed rows, only the first and the last are known.</summary>
    public RowBuffer RowOf(PageRange page, int number)
    {
        if (plan.CanStream && number > 0)
        {
            return lastPassed!;
        }

        Rows.Row = plan.Page.Backward ? page.Start + page.Count - 1 - number : page.Start + number;
        return Rows;
    }

    public long TotalOf(long owner) => totals?.GetValueOrDefault(owner) ?? 0;

    public bool HasPrevious(long owner, PageRange page) => (plan.Page.Backward && page.HasMore) || beforeAfter?.Contains(owner) == true;

    public bool HasNext(long owner, PageRange page) => (!plan.Page.Backward && page.HasMore) || behindBefore?.Contains(owner) == true;

    /// <summary>Adds a row to the page; false if it only shows that there are more than the page holds.</summary>
    public virtual bool AddRow(RowSource row, int most)
    {
        ref var page = ref rootPage;
        if (plan.OwnerColumn is { } owner)
        {
            page = ref CollectionsMarshal.GetValueRefOrAddDefault(pages ??= [], row.Integer(owner), out var isKnown);
            size.AddBytes(isKnown ? 0 : RowBufferSize.Entry);
        }

        if (page.Count == most)
        {
            page = page with { HasMore = true };
            return false;
        }

        page = new PageRange(page.Count == 0 ? Rows.Count : page.Start, page.Count + 1, false);
        Rows.Add(row);
        return true;
    }

    /// <summary>Registers a streamed row, which is written at once; false if the page is already full.</summary>
    public bool PassRow(RowSource row, int most)
    {
        if (rootPage.Count == most)
        {
            rootPage = rootPage with { HasMore = true };
            return false;
        }

        rootPage = rootPage with { Count = rootPage.Count + 1 };
        if (plan.CursorColumns.Count > 0)
        {
            var ends = rootPage.Count == 1 ? Rows : lastPassed ??= new RowBuffer(plan.ColumnKinds, size);
            ends.Clear();
            ends.Add(row);
        }

        return true;
    }

    public void AddTotal(RowSource row)
    {
        var ofOwner = plan.Parent is not null;
        SetTotal(ofOwner ? row.Integer(0) : Root, row.Integer(ofOwner ? 1 : 0));
    }

    public void AddBeforeAfter(RowSource row) => AddOwner(beforeAfter ??= [], row);

    public void AddBehindBefore(RowSource row) => AddOwner(behindBefore ??= [], row);

    public virtual void Dispose()
    {
        rows?.Dispose();
        lastPassed?.Dispose();
    }

    protected void SetTotal(long owner, long total)
    {
        size.AddBytes(RowBufferSize.Entry);
        (totals ??= [])[owner] = total;
    }

    /// <summary>Clears the pages, so that rows can be added again.</summary>
    protected void ClearPages()
    {
        rootPage = default;
        pages = null;
    }

    private void AddOwner(HashSet<long> owners, RowSource row)
    {
        size.AddBytes(RowBufferSize.Entry);
        owners.Add(plan.Parent is null ? Root : row.Integer(0));
    }
}

/// <summary>The result of one list.</summary>
internal sealed class ListResult : PageResult
{
    private SortedSet<string>? within;

    /// <param name="plan">The list.</param>
    /// <param name="statements">Its statements.</param>
    /// <param name="values">The values of the plan parameters.</param>
    /// <param name="errors">Collects the errors of single fields.</param>
    /// <param name="size">Counts the memory that it uses.</param>
    /// <param name="parent">The list to whose rows, or the groups to which, it belongs; null for a root.</param>
    public ListResult(ListPlan plan, ListStatements statements, object?[] values, FieldErrors errors, RowBufferSize size,
        PageResult? parent)
        : base(plan, values, errors, size, parent)
    {
        (List, Statements) = (plan, statements);
        Lists = plan.Lists.Count == 0
            ? [] : [.. plan.Lists.Zip(statements.Lists,
            (inner, innerStatements) => new ListResult(inner, innerStatements, values, errors, size, this))];
        Aggregates = plan.Aggregates.Count == 0
            ? [] : [.. plan.Aggregates.Select(aggregate => new AggregateResult(aggregate, plan.Parent is not null, size))];
        Timelines = plan.Timelines.Count == 0
            ? [] : [.. plan.Timelines.Select(timeline => new TimelineResult(timeline, plan.Parent is not null, size))];
        Groups = plan.Groups.Count == 0
            ? [] : [.. plan.Groups.Zip(statements.Groups, (groups, groupStatements) => new GroupsResult(groups, groupStatements, this))];
    }

    public ListPlan List { get; }

    public ListStatements Statements { get; }

    /// <summary>The lists below the rows.</summary>
    public ListResult[] Lists { get; }

    /// <summary>The aggregates of all rows.</summary>
    public AggregateResult[] Aggregates { get; }

    /// <summary>The groups of all rows.</summary>
    public GroupsResult[] Groups { get; }

    /// <summary>The aggregates of all rows as of several instants.</summary>
    public TimelineResult[] Timelines { get; }

    /// <summary>If several rows share the requested code, the codes of the rows within which they lie; otherwise null.</summary>
    public IReadOnlyCollection<string>? SharedWithin => within is { Count: > 1 } ? within : null;

    public override bool AddRow(RowSource row, int most)
    {
        var isFirst = base.AddRow(row, most);
        if (!isFirst && List.Shared is { Column: var column })
        {
            AddWithin(row, column);
        }

        return isFirst;
    }

    /// <summary>Adds a row that has the requested code, but is not among the rows.</summary>
    public void AddSharing(RowSource row) => AddWithin(row, 0);

    private void AddWithin(RowSource row, int column)
    {
        within ??= PageOf(Root) is { Count: > 0 } page
            ? new(StringComparer.Ordinal) { Text(RowOf(page, 0), List.Shared!.Column) } : new(StringComparer.Ordinal);
        within.Add(Text(row, column));
    }

    public override void Dispose()
    {
        base.Dispose();
        foreach (var part in (IEnumerable<IDisposable>)[.. Aggregates, .. Groups, .. Timelines, .. Lists])
        {
            part.Dispose();
        }
    }

    private static string Text(RowSource row, int column) => Encoding.UTF8.GetString(row.Text(column));
}
