using System.Globalization;
using ReformGraph.Data.Extraction;
using ReformGraph.Data.Import;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Reports;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Reports;

/// <summary>
/// Reads a draft that someone has corrected: CSV or XLSX with the columns that <c>extract</c> writes. Output: the rows that name an
/// indicator; the others are counted. It rejects other headings, and cells that are no values of their column.
/// </summary>
internal sealed class DraftFile : IDisposable
{
    private static readonly Dictionary<string, ImportField> Fields = DraftWriter.Columns.ToDictionary(column => column, FieldOf);

    private static readonly Dictionary<string, int> Places =
        DraftWriter.Columns.Index().ToDictionary(column => column.Item, column => column.Index);

    private readonly TableReader table;
    private readonly ReportLoading result;

    private DraftFile(TableReader table, ReportLoading result) => (this.table, this.result) = (table, result);

    /// <summary>The formats of drafts, as tables.</summary>
    public static IReadOnlyList<TableFormat> Formats { get; } =
        [.. TableFormat.All.Where(format => DraftFormat.All.Any(draft => draft.MediaType == format.MediaType))];

    /// <summary>Reads the rows.</summary>
    /// <param name="file">The file, which must be seekable.</param>
    /// <param name="format">Its format.</param>
    /// <param name="limits">Its limits.</param>
    /// <param name="result">Receives the number of rows, and what is wrong.</param>
    /// <exception cref="TableException">It is malformed, or has other columns.</exception>
    public static IReadOnlyList<AddReportFigure> Read(Stream file, TableFormat format, TableLimits limits, ReportLoading result)
    {
        var headings = new Headings();
        using var draft = new DraftFile(format.Read(file, new(headings, limits)), result);
        if (!draft.table.Columns.Select(heading => heading.Trim()).SequenceEqual(DraftWriter.Columns))
        {
            throw new TableException(1, null, string.Join(' ', draft.table.Columns), headings.Expectation);
        }

        return [.. draft.table.Rows.Select(draft.RowOf).OfType<AddReportFigure>()];
    }

    public void Dispose() => table.Dispose();

    private AddReportFigure? RowOf(TableRow row)
    {
        result.Rows++;
        if (TextOf(row, "indicator") is not { } indicator)
        {
            result.LeftOut++;
            return null;
        }

        var refused = result.RefusedCells.Total;
        var read = new AddReportFigure
        {
            Place = row.Number,
            Start = Required<int>(row, "start"),
            Length = Required<int>(row, "length"),
            Wording = TextOf(row, "wording") ?? string.Empty,
            Indicator = indicator,
            Role = Required<FigureRole>(row, "role"),
            Period = TextOf(row, "period"),
            Direction = ValueOf<ChangeDirection>(row, "direction"),
            Unit = TextOf(row, "unit"),
            Value = Number(row, "value"),
            Lower = Number(row, "lower"),
            LowerIncluded = ValueOf<bool>(row, "lowerIncluded"),
            Upper = Number(row, "upper"),
            UpperIncluded = ValueOf<bool>(row, "upperIncluded"),
            Precision = TextOf(row, "precision"),
            Note = TextOf(row, "note"),
        };
        return result.RefusedCells.Total == refused ? read : null;
    }

    private string? CellOf(TableRow row, string column)
    {
        var at = Places[column];
        if (row.Problems?.GetValueOrDefault(at) is { } problem)
        {
            result.Refuse(row.Number, column, row.Cells[at], problem);
            return null;
        }

        return at < row.Cells.Length && row.Cells[at]?.Trim() is { Length: > 0 } text ? text : null;
    }

    private string? TextOf(TableRow row, string column) =>
        CellOf(row, column) is { } text ? table.IsGuarded ? FormulaGuard.Unguard(text) : text : null;

    private T Required<T>(TableRow row, string column)
        where T : struct
    {
        var refused = result.RefusedCells.Total;
        if (ValueOf<T>(row, column) is { } value)
        {
            return value;
        }

        if (result.RefusedCells.Total == refused)
        {
            result.Refuse(row.Number, column, string.Empty, new("REQUIRED", RowRules.MustBeGiven));
        }

        return default;
    }

    private T? ValueOf<T>(TableRow row, string column)
        where T : struct
    {
        if (CellOf(row, column) is not { } text)
        {
            return null;
        }

        var (value, problem) = ImportValue.Read(Fields[column], text, table.Numbers);
        if (problem is not null)
        {
            result.Refuse(row.Number, column, text, problem);
        }

        return value is T read ? read : null;
    }

    // A draft has more decimals than a figure can have: 1/3 has ten.
    private decimal? Number(TableRow row, string column)
    {
        if (CellOf(row, column) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(PlainText.Normalize(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        result.Refuse(row.Number, column, text,
            CellProblem.OfType(new("a plain number such as 12000.5", "不带分隔符的数字，例如 12000.5")));
        return null;
    }

    private static ImportField FieldOf(string column) => new(column, ScalarType.For(column switch
    {
        "start" or "length" => typeof(int),
        "value" or "lower" or "upper" => typeof(double),
        "lowerIncluded" or "upperIncluded" => typeof(bool),
        "role" => typeof(FigureRole),
        "direction" => typeof(ChangeDirection),
        _ => typeof(string),
    })!, null);

    private sealed class Headings : TableHeadings
    {
        private static readonly string Columns = string.Join(' ', DraftWriter.Columns);

        public override IReadOnlyList<ImportColumn> Key => [];

        public override Bilingual Expectation { get; } =
            new($"the columns that extract writes: {Columns}", $"extract 所写的各列：{Columns}");

        public override ImportField? Find(string heading) => Fields.GetValueOrDefault(heading.Trim());
    }
}
