namespace ReformGraph.Data.Tables.Xlsx;

/// <summary>Cells of a sheet that are merged into one, which shows the first one's value.</summary>
/// <param name="Name">The cells, such as B2:B5.</param>
/// <param name="First">Column and row of the first.</param>
/// <param name="Last">Column and row of the last.</param>
internal sealed record XlsxMerge(string Name, (int Column, int Row) First, (int Column, int Row) Last)
{
    /// <summary>The content of the first cell; null for nothing.</summary>
    public XlsxCell? Shown { get; set; }
}

/// <summary>
/// The merged cells of a sheet. What people see in all rows of a merged cell applies to all of them: texts, dates, references and values of
/// code lists. A number would count more than once, a code would belong to several rows, and a value across columns to none: these are
/// rejected.
/// </summary>
internal sealed class XlsxMerges
{
    /// <summary>The element of a sheet that contains them.</summary>
    public const string Element = "mergeCell";

    private const int Most = 100_000;

    private readonly List<XlsxMerge> merges = [];
    private readonly Dictionary<int, XlsxMerge> current = []; // by column, those that include the present row
    private int next;

    /// <summary>Reads them from the sheet, where they follow the rows.</summary>
    public XlsxMerges(XlsxPart part)
    {
        while (part.ReadTo(Element))
        {
            merges.Add(Read(part));
            if (merges.Count > Most)
            {
                throw part.OverLimit(null, Most, new("merged cells", "个合并单元格"));
            }
        }

        merges.Sort((one, other) => one.First.Row.CompareTo(other.First.Row));
    }

    /// <summary>Those that begin at a row or before it.</summary>
    public IEnumerable<CellRange> Until(int row) => merges.TakeWhile(merge => merge.First.Row <= row)
        .Select(merge => new CellRange(merge.First.Column - 1, merge.First.Row, merge.Last.Column - 1, merge.Last.Row));

    /// <summary>Adds what is seen in the merged cells of a row.</summary>
    /// <param name="sheet">The sheet, at the row.</param>
    /// <param name="found">The cells; a covered cell gets the value that is shown.</param>
    /// <param name="fields">The meanings of the columns with headings.</param>
    /// <param name="header">The number of the header row.</param>
    public void Apply(XlsxPart sheet, Dictionary<int, XlsxCell> found, IReadOnlyDictionary<int, ImportField?> fields, int header)
    {
        Turn(sheet, fields);
        var isEmpty = found.Keys.All(IsCovered);
        foreach (var (column, merge) in current)
        {
            if (merge.First.Row <= header)
            {
                throw sheet.Refused(null, null,
                    new($"one row of headings, but {merge.Name} are merged: give each column its heading in one row",
                    $"只占一行的列标题，而 {merge.Name} 是合并单元格：请让每列标题只占一行"));
            }

            if (sheet.Row == merge.First.Row && column == merge.First.Column)
            {
                merge.Shown = found.TryGetValue(column, out var shown) ? shown : null;
            }

            found.Remove(column);
        }

        foreach (var (column, merge) in current)
        {
            if (!isEmpty && merge.Shown is { } shown)
            {
                found[column] = shown with { Problem = shown.Problem ?? ProblemOf(merge, column, fields) };
            }
        }

        bool IsCovered(int column) =>
            current.TryGetValue(column, out var merge) && (merge.First.Row < sheet.Row || merge.First.Column < column);
    }

    private void Turn(XlsxPart sheet, IReadOnlyDictionary<int, ImportField?> fields)
    {
        foreach (var column in current.Where(merge => merge.Value.Last.Row < sheet.Row).Select(merge => merge.Key).ToList())
        {
            current.Remove(column);
        }

        for (; next < merges.Count && merges[next].First.Row <= sheet.Row; next++)
        {
            var merge = merges[next];
            foreach (var column in merge.Last.Row < sheet.Row
                ? [] : fields.Keys.Where(column => column >= merge.First.Column && column <= merge.Last.Column))
            {
                if (!current.TryAdd(column, merge))
                {
                    throw sheet.Refused(null, null,
                        new($"cells that are merged only once, but {current[column].Name} and {merge.Name} overlap",
                        $"互不重叠的合并单元格，而 {current[column].Name} 与 {merge.Name} 重叠"));
                }
            }
        }
    }

    private static CellProblem? ProblemOf(XlsxMerge merge, int column, IReadOnlyDictionary<int, ImportField?> fields)
    {
        if (fields.Keys.Count(other => other >= merge.First.Column && other <= merge.Last.Column) > 1)
        {
            return new("MERGED",
                new($"must be a single cell, but {merge.Name} are merged across columns",
                    $"必须是单独的单元格，而 {merge.Name} 跨列合并"));
        }

        var isOfOne = fields[column] is { IsNumber: true } or { Given: { Name: "code", Reference: null } };
        return merge.First.Row == merge.Last.Row || !isOfOne ? null : new("MERGED", new(
            $"must be a single cell, but {merge.Name} are merged: a number or a code would count more than once",
            $"必须是单独的单元格，而 {merge.Name} 已合并：数字会被重复计算，编码会重复"));
    }

    private static XlsxMerge Read(XlsxPart part)
    {
        var name = part.Attribute("ref") ?? string.Empty;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return XlsxCells.PlaceOf(colon < 0 ? name : name.AsSpan(0, colon)) is { } first
            && XlsxCells.PlaceOf(name.AsSpan(colon + 1)) is { } last && first.Column <= last.Column && first.Row <= last.Row
            ? new(name, first, last)
            : throw part.Refused(null, name, new("merged cells such as B2:B5", "合并单元格，例如 B2:B5"));
    }
}
