using ReformGraph.Data.Tables;

namespace ReformGraph.Data.Registers;

/// <summary>The header of the table of an office, and what stands above it.</summary>
/// <param name="LastRow">The number of its last row.</param>
/// <param name="Meanings">The columns.</param>
/// <param name="Known">The number of headings that are understood.</param>
internal sealed record RegisterHeader(int LastRow, IReadOnlyList<RegisterColumn> Meanings, int Known)
    : TableHeader(LastRow, Meanings, Known)
{
    /// <summary>The numbers of the rows above it, with their texts.</summary>
    public required IReadOnlyList<(int Row, string Text)> Above { get; init; }

    /// <summary>The texts above it that state a unit which is not understood, with the numbers of their rows.</summary>
    public IReadOnlyList<(int Row, string Text)> NotRead { get; init; } = [];

    /// <summary>The number of its first row.</summary>
    public required int FirstRow { get; init; }
}

/// <summary>
/// Finds the header of a table: the row with the most headings that are understood, and the rows above and below it that belong to it, as
/// merged cells and groups of headings say.
/// </summary>
internal sealed class HeaderFinder(HeadingMeanings meanings)
{
    private const int MostHeaderRows = 4;

    /// <summary>The header; null if no row has two headings that are understood, or only such headings.</summary>
    public RegisterHeader? Find(TableStart start)
    {
        var grid = new Grid(start);
        if (grid.Count == 0)
        {
            return null;
        }

        var best = Enumerable.Range(0, grid.Count).MaxBy(row => Known(grid, row, row));
        var known = Known(grid, best, best);
        if (known == 0 || (known == 1 && grid.TextsOf(best).Distinct().Count() > 1))
        {
            return null;
        }

        var (first, last) = Extended(grid, best);
        var notes = Enumerable.Range(0, first).SelectMany(row => grid.TextsOf(row).Distinct()
            .Select(text => (Row: grid.Number(row), Text: text, Stated: StatedUnits.InNote(text)))).ToList();
        var columns = meanings.Assign(
            [.. grid.Columns.Select(column => (column, grid.PartsOf(column, first, last), start.Hidden.Contains(column)))
                .Where(column => column.Item2.Count > 0)],
            [.. notes.SelectMany(note => note.Stated.Units).Distinct()]);
        return new(grid.LastNumber(last), columns, Known(grid, first, last))
        {
            FirstRow = grid.Number(first),
            Above = [.. Enumerable.Range(0, first).Select(row => (grid.Number(row), string.Join(' ', grid.TextsOf(row).Distinct())))],
            NotRead = [.. notes.Where(note => note.Stated.Unread.Count > 0).Select(note => (note.Row, note.Text))],
        };
    }

    private int Known(Grid grid, int first, int last) => first < 0 || last >= grid.Count || last - first >= MostHeaderRows ? 0
        : grid.Columns.Count(column => grid.PartsOf(column, first, last) is { Count: > 0 } parts && meanings.IsKnown(parts));

    // Merged cells bind rows of headings together; otherwise another row belongs to the header if more is understood with it.
    private (int First, int Last) Extended(Grid grid, int best)
    {
        var (first, last) = (best, best);
        while (first > 0 && grid.IsBound(first - 1, first) && last - first + 1 < MostHeaderRows)
        {
            first--;
        }

        while (last + 1 < grid.Count && grid.IsBound(last, last + 1) && last - first + 1 < MostHeaderRows)
        {
            last++;
        }

        if (last - first + 1 < MostHeaderRows && grid.IsDivided(last))
        {
            last++;
        }

        var known = Known(grid, first, last);
        foreach (var (more, less) in new[] { (0, 1), (1, 0), (1, 1), (2, 0) })
        {
            var (above, below) = (first - more, last + less);
            if (above >= 0 && below < grid.Count && Enumerable.Range(above, more).All(row => grid.IsOfGroups(row))
                && (less == 0 || IsBelow(grid, first, last)) && Known(grid, above, below) > known)
            {
                return (above, below);
            }
        }

        return (first, last);
    }

    // A row of data has values in the columns that are understood already.
    private bool IsBelow(Grid grid, int first, int last) => grid.Number(last + 1) == grid.LastNumber(last) + 1
        && grid.Columns.All(column => grid.TextAt(last + 1, column).Length == 0
            || !meanings.IsKnown(grid.PartsOf(column, first, last)) || grid.TextAt(last, column).Length == 0);

    /// <summary>The texts of the first rows by position; a merged cell has its text everywhere.</summary>
    private sealed class Grid
    {
        private const int MostColumns = 1_000, MostMerged = 100_000;

        private readonly TableStart start;
        private readonly Dictionary<(int Row, int Column), CellRange> merged = [];

        public Grid(TableStart start)
        {
            this.start = start;
            var width = Math.Min(start.Rows.Select(row => row.Cells.Length).DefaultIfEmpty().Max(), MostColumns);
            Columns = Enumerable.Range(0, width);
            var last = Count == 0 ? 0 : Number(Count - 1);
            var cells = from range in start.Merged
                        from row in Enumerable.Range(range.FirstRow, Math.Max(0, Math.Min(range.LastRow, last) - range.FirstRow + 1))
                        from column in Enumerable.Range(
                            range.FirstColumn, Math.Max(0, Math.Min(range.LastColumn, width - 1) - range.FirstColumn + 1))
                        select (Cell: (row, column), range);
            foreach (var (cell, range) in cells.Take(MostMerged))
            {
                merged[cell] = range;
            }
        }

        public int Count => start.Rows.Count;

        public IEnumerable<int> Columns { get; }

        public int Number(int row) => start.Rows[row].Number;

        /// <summary>The number of the last row that the cells of a row reach to.</summary>
        public int LastNumber(int row) => Columns.Select(column => RangeAt(row, column)?.LastRow ?? 0).Append(Number(row)).Max();

        public string TextAt(int row, int column)
        {
            if (RangeAt(row, column) is not { } range)
            {
                return Own(row, column);
            }

            var first = start.Rows.FirstOrDefault(one => one.Number == range.FirstRow);
            return first is not null && range.FirstColumn < first.Cells.Length ? first.Cells[range.FirstColumn]?.Trim() ?? string.Empty
                : string.Empty;
        }

        public IEnumerable<string> TextsOf(int row) => Columns.Select(column => TextAt(row, column)).Where(text => text.Length > 0);

        /// <summary>Whether a merged cell contains cells of both rows.</summary>
        public bool IsBound(int upper, int lower) =>
            Columns.Any(column => RangeAt(lower, column) is { } range && range.FirstRow <= Number(upper));

        /// <summary>Whether a row has headings over several columns, and the next row has texts below them and nowhere else.</summary>
        public bool IsDivided(int row)
        {
            var divided = Columns.Where(column => RangeAt(row, column) is { } range && range.LastColumn > range.FirstColumn
                && range.FirstRow == range.LastRow).ToHashSet();
            return divided.Count > 0 && divided.Count < TextsOf(row).Count() && row + 1 < Count && Number(row + 1) == Number(row) + 1
                && TextsOf(row + 1).Any() && Columns.All(column => TextAt(row + 1, column).Length == 0 || divided.Contains(column));
        }

        /// <summary>Whether a row has texts for several columns, which a title does not.</summary>
        public bool IsOfGroups(int row) =>
            TextsOf(row).Distinct().Count() > 1 && !TextsOf(row).Any(StatedUnits.IsNote);

        /// <summary>The parts of the heading of a column from top to bottom, each once.</summary>
        public IReadOnlyList<string> PartsOf(int column, int first, int last)
        {
            var parts = new List<string>();
            for (var row = first; row <= last; row++)
            {
                var text = TextAt(row, column);
                text = text.Length == 0 && row < last && IsUnderGroup(row, column, last) ? Left(row, column) : text;
                if (text.Length > 0 && (parts.Count == 0 || parts[^1] != text))
                {
                    parts.Add(text);
                }
            }

            return parts;
        }

        private string Own(int row, int column) =>
            column < start.Rows[row].Cells.Length ? start.Rows[row].Cells[column]?.Trim() ?? string.Empty : string.Empty;

        private CellRange? RangeAt(int row, int column) => merged.TryGetValue((Number(row), column), out var range) ? range : null;

        // A text file has the heading of a group only over its first column.
        private bool IsUnderGroup(int row, int column, int last) => start.Merged.Count == 0
            && Enumerable.Range(row + 1, last - row).Any(below => Own(below, column).Length > 0);

        private string Left(int row, int column)
        {
            for (var left = column - 1; left >= 0; left--)
            {
                if (Own(row, left) is { Length: > 0 } text)
                {
                    return Own(row + 1, left).Length > 0 ? text : string.Empty;
                }
            }

            return string.Empty;
        }
    }
}
