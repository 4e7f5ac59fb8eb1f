using System.Globalization;
using System.Text;
using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Execution;

/// <summary>The result of one page of groups.</summary>
internal sealed class GroupsResult(GroupsPlan plan, GroupStatements statements, ListResult list) : PageResult(plan, list.Values,
    list.Errors, list.Size, list)
{
    private const int RunningTotal = 16; // bytes

    private readonly Dictionary<long, Int128[]> preceding = [];
    private readonly List<IReadOnlyList<ListResult>> rowsOfGroups = [];
    private Int128[] running = [];

    public GroupsPlan Groups => plan;

    public GroupStatements Statements => statements;

    /// <summary>The groups by fewer keys.</summary>
    public IReadOnlyList<SubtotalResult> Subtotals { get; } =
        [.. plan.Subtotals.Select(subtotal => new SubtotalResult(plan, subtotal, list.Size))];

    /// <summary>The key of a group's owner.</summary>
    public long OwnerOf(RowSource row) => plan.OwnerColumn is { } column ? row.Integer(column) : Root;

    public override bool AddRow(RowSource row, int most)
    {
        // A group that only shows that there is another page is not part of the response.
        var isOnPage = base.AddRow(row, most);
        if (isOnPage)
        {
            ExactSum.RefuseOverflow(plan.Terms, row);
        }

        return isOnPage;
    }

    /// <summary>Takes over the amounts of the groups before the page, for one owner.</summary>
    public void AddPreceding(RowSource row)
    {
        var columns = plan.PrecedingColumns;
        var amounts =
            plan.Running.Select(amount => ExactSum.Read(
            amount with { High = amount.High is { } high ? columns.IndexOf(high) : null, Low = columns.IndexOf(amount.Low) }, row));
        Size.AddBytes(2 * RowBufferSize.Entry);
        preceding.Add(plan.Parent is null ? Root : row.Integer(columns.Count), [.. amounts]);
    }

    /// <summary>Accumulates the amounts of the groups, separately for each owner.</summary>
    public void AddUp()
    {
        var count = plan.Running.Count;
        Size.AddBytes((long)Rows.Count * count * RunningTotal);
        running = new Int128[Rows.Count * count];
        for (Rows.Row = 0; Rows.Row < Rows.Count; Rows.Row++)
        {
            var isFirst = Rows.Row == PageOf(OwnerOf(Rows)).Start;
            for (var number = 0; number < count; number++)
            {
                var before = !isFirst
                    ? running[((Rows.Row - 1) * count) + number] : preceding.GetValueOrDefault(OwnerOf(Rows))?[number] ?? 0;
                running[(Rows.Row * count) + number] = before + ExactSum.Read(plan.Running[number], Rows);
            }
        }
    }

    /// <summary>The running total of an amount at the present group.</summary>
    public Int128 Running(int number) => running[(Rows.Row * plan.Running.Count) + number];

    /// <summary>Adds the lists of the rows of the next group.</summary>
    public IReadOnlyList<ListResult> AddRowsOfGroup()
    {
        rowsOfGroups.Add(
            [.. plan.Rows.Zip(statements.RowsOfGroup,
            (rows, listStatements) => new ListResult(rows.List, listStatements, Values, Errors, Size, this))]);
        return rowsOfGroups[^1];
    }

    /// <summary>The rows of the present group.</summary>
    public ListResult RowsOfGroup(int number) => rowsOfGroups[Rows.Row][number];

    /// <summary>Inserts a group without rows for each period that has none, for each owner.</summary>
    /// <param name="gaps">The periods.</param>
    /// <param name="from">The first day of the first period.</param>
    /// <param name="to">The first day of the last period.</param>
    /// <param name="owners">The owners.</param>
    public void FillGaps(GroupGaps gaps, DateOnly from, DateOnly to, IEnumerable<long> owners)
    {
        var periods = Periods.Between(gaps.Period, from, to)
            .Select(start => Encoding.ASCII.GetBytes(start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))).ToList();
        if (gaps.Descending)
        {
            periods.Reverse();
        }

        using var found = Rows;
        var pages = owners.Select(owner => (Owner: owner, Page: PageOf(owner))).ToList();
        Rows = new RowBuffer(plan.ColumnKinds, Size);
        ClearPages();
        foreach (var (owner, page) in pages)
        {
            var next = 0;
            foreach (var period in periods)
            {
                found.Row = page.Start + next;
                var isThere = next < page.Count && found.Text(0).SequenceEqual(period);
                AddRow(isThere ? found : new Gap(plan, period, owner), int.MaxValue);
                next += isThere ? 1 : 0;
            }

            SetTotal(owner, periods.Count);
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        foreach (var part in (IEnumerable<IDisposable>)[.. Subtotals, .. rowsOfGroups.SelectMany(lists => lists)])
        {
            part.Dispose();
        }
    }

    /// <summary>A group without rows: its period, and no values.</summary>
    private sealed class Gap(GroupsPlan plan, byte[] period, long owner) : RowSource
    {
        public override bool IsNull(int column) => column != 0 && column != plan.OwnerColumn && !IsCount(column);

        public override long Integer(int column) => column == plan.OwnerColumn ? owner : 0;

        public override double Real(int column) => 0;

        public override ReadOnlySpan<byte> Text(int column) => period;

        private bool IsCount(int column) =>
            column <= plan.Terms.All.Count && plan.Terms.All[column - 1].Kind is TermKind.Rows or TermKind.Values or TermKind.Distinct;
    }
}

/// <summary>The result of the groups by the first keys only.</summary>
/// <param name="groups">The groups.</param>
/// <param name="plan">The plan of these groups.</param>
/// <param name="size">Counts the memory that it uses.</param>
internal sealed class SubtotalResult(GroupsPlan groups, SubtotalPlan plan, RowBufferSize size) : IDisposable
{
    private static readonly StoredKind[] OwnerKind = [StoredKind.Integer];

    private readonly StoredKind[] kinds =
    [
        .. groups.By.Take(plan.Level).Select(key => key.Type.Codec.Kind), .. plan.Terms.All.Select(term => term.StoredKind),
        .. plan.HasColumnOfOwner(groups) ? OwnerKind : [],
    ];

    private readonly Dictionary<string, int> byKey = [];
    private readonly Dictionary<long, List<int>> byOwner = [];
    private RowBuffer? rows;

    public SubtotalPlan Plan => plan;

    /// <summary>The rows.</summary>
    public RowBuffer Rows => rows ??= new RowBuffer(kinds, size);

    /// <summary>The rows of an owner, each valid until the next is read. All rows together are one group, even if there are none.</summary>
    public IEnumerable<RowSource> RowsFor(long owner)
    {
        if (!byOwner.TryGetValue(owner, out var numbers))
        {
            return plan.Level == 0 ? [NoRows.Instance] : [];
        }

        return numbers.Select(number =>
        {
            Rows.Row = number;
            return Rows;
        });
    }

    public void Add(RowSource row)
    {
        ExactSum.RefuseOverflow(plan.Terms, row);
        var owner = plan.OwnerColumn(groups) is { } column ? row.Integer(column) : PageResult.Root;
        var name = NameOf(row, owner);
        size.AddBytes((2 * RowBufferSize.Entry) + (sizeof(char) * (long)name.Length));
        byKey.Add(name, Rows.Count);
        (byOwner.TryGetValue(owner, out var numbers) ? numbers : byOwner[owner] = []).Add(Rows.Count);
        Rows.Add(row);
    }

    /// <summary>The subtotal to which a group belongs; false if there is none, as for a period without rows.</summary>
    public bool Find(RowSource group, long owner)
    {
        var found = byKey.TryGetValue(NameOf(group, owner), out var number);
        Rows.Row = number;
        return found;
    }

    public void Dispose() => rows?.Dispose();

    private string NameOf(RowSource row, long owner)
    {
        var name = new StringBuilder().Append(owner);
        for (var column = 0; column < plan.Level; column++)
        {
            name.Append('|');
            _ = (row.IsNull(column), kinds[column]) switch
            {
                (true, _) => name.Append('-'),
                (_, StoredKind.Integer) => name.Append(row.Integer(column)),
                (_, StoredKind.Real) => name.Append(BitConverter.DoubleToInt64Bits(row.Real(column))),
                _ => name.Append(Convert.ToHexString(row.Text(column))),
            };
        }

        return name.ToString();
    }
}
