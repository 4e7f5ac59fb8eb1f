using System.Globalization;
using ReformGraph.Data.Extraction;
using ReformGraph.Data.Import;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Reports;

/// <summary>
/// Reads the cells of a table that <c>extract</c> writes and someone has corrected: CSV or XLSX. It rejects other headings, and notes which
/// cells are no values of their column.
/// </summary>
internal sealed class DraftCells : IDisposable
{
    private readonly TableReader table;
    private readonly Dictionary<string, (int Place, ImportField Field)> columns;
    private readonly Action<int, string, string?, CellProblem> refuse;
    private int refused;

    /// <summary>Opens a table.</summary>
    /// <param name="file">The file, which must be seekable.</param>
    /// <param name="format">Its format.</param>
    /// <param name="limits">Its limits.</param>
    /// <param name="columns">Its columns in order.</param>
    /// <param name="typeOf">The type of the values of a column.</param>
    /// <param name="refuse">Receives rejected cells: the row, the column, the text and what is wrong.</param>
    /// <exception cref="TableException">It is malformed, or has other columns.</exception>
    public DraftCells(Stream file, TableFormat format, TableLimits limits, IReadOnlyList<string> columns, Func<string, Type> typeOf,
        Action<int, string, string?, CellProblem> refuse)
    {
        this.columns = columns.Index().ToDictionary(column => column.Item,
            column => (column.Index, new ImportField(column.Item, ScalarType.For(typeOf(column.Item))!, null)));
        this.refuse = refuse;
        var headings = new Headings(this.columns);
        table = format.Read(file, new(headings, limits));
        if (!table.Columns.Select(heading => heading.Trim()).SequenceEqual(this.columns.Keys))
        {
            var found = string.Join(' ', table.Columns);
            table.Dispose();
            throw new TableException(1, null, found, headings.Expectation);
        }
    }

    /// <summary>The formats of drafts, as tables.</summary>
    public static IReadOnlyList<TableFormat> Formats { get; } =
        [.. TableFormat.All.Where(format => DraftFormat.All.Any(draft => draft.MediaType == format.MediaType))];

    /// <summary>What is read from its rows, without those of which a cell is rejected.</summary>
    /// <param name="read">Reads a row; null for one that is left out.</param>
    public IEnumerable<T> Read<T>(Func<TableRow, T?> read)
        where T : class
    {
        foreach (var row in table.Rows)
        {
            var before = refused;
            if (read(row) is { } value && refused == before)
            {
                yield return value;
            }
        }
    }

    public void Dispose() => table.Dispose();

    /// <summary>The text of a cell; null if it is empty.</summary>
    public string? Text(TableRow row, string column) =>
        CellOf(row, column) is { } text ? table.IsGuarded ? FormulaGuard.Unguard(text) : text : null;

    /// <summary>The value of a cell that must not be empty.</summary>
    public T Required<T>(TableRow row, string column)
        where T : struct
    {
        var before = refused;
        var value = Value<T>(row, column);
        if (value is null && refused == before)
        {
            Refuse(row, column, string.Empty, new("REQUIRED", RowRules.MustBeGiven));
        }

        return value ?? default;
    }

    /// <summary>The value of a cell; null if it is empty.</summary>
    public T? Value<T>(TableRow row, string column)
        where T : struct
    {
        if (CellOf(row, column) is not { } text)
        {
            return null;
        }

        var (value, problem) = ImportValue.Read(columns[column].Field, text, table.Numbers);
        if (problem is not null)
        {
            Refuse(row, column, text, problem);
        }

        return value is T read ? read : null;
    }

    /// <summary>A number, which may have more decimals than a figure can have: 1/3 has ten.</summary>
    public decimal? Number(TableRow row, string column)
    {
        if (CellOf(row, column) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(PlainText.Normalize(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        Refuse(row, column, text, CellProblem.OfType(new("a plain number such as 12000.5", "不带分隔符的数字，例如 12000.5")));
        return null;
    }

    /// <summary>Rejects a cell.</summary>
    public void Refuse(TableRow row, string column, string? text, CellProblem problem)
    {
        refused++;
        refuse(row.Number, column, text, problem);
    }

    private string? CellOf(TableRow row, string column)
    {
        var at = columns[column].Place;
        if (row.Problems?.GetValueOrDefault(at) is { } problem)
        {
            Refuse(row, column, row.Cells[at], problem);
            return null;
        }

        return at < row.Cells.Length && row.Cells[at]?.Trim() is { Length: > 0 } text ? text : null;
    }

    private sealed class Headings(Dictionary<string, (int Place, ImportField Field)> columns) : TableHeadings
    {
        private readonly string names = string.Join(' ', columns.Keys);

        public override IReadOnlyList<ImportColumn> Key => [];

        public override Bilingual Expectation =>
            new($"the columns that extract writes: {names}", $"extract 所写的各列：{names}");

        public override ImportField? Find(string heading) =>
            columns.TryGetValue(heading.Trim(), out var column) ? column.Field : null;
    }
}
