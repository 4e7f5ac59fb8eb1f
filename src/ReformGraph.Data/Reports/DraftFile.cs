using ReformGraph.Data.Extraction;
using ReformGraph.Data.Import;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Reports;

namespace ReformGraph.Data.Reports;

/// <summary>
/// Reads a draft that someone has corrected. Output: the rows that name an indicator; the others are counted.
/// </summary>
internal static class DraftFile
{
    /// <summary>Reads the rows.</summary>
    /// <param name="file">The file, which must be seekable.</param>
    /// <param name="format">Its format.</param>
    /// <param name="limits">Its limits.</param>
    /// <param name="result">Receives the number of rows, and what is wrong.</param>
    /// <exception cref="TableException">It is malformed, or has other columns.</exception>
    public static IReadOnlyList<AddReportFigure> Read(Stream file, TableFormat format, TableLimits limits, ReportLoading result)
    {
        using var cells = new DraftCells(file, format, limits, DraftWriter.Columns, TypeOf,
            (row, column, text, problem) => result.Refuse(row, column, text, problem));
        return [.. cells.Read(row => RowOf(cells, row, result))];
    }

    private static AddReportFigure? RowOf(DraftCells cells, TableRow row, ReportLoading result)
    {
        result.Rows++;
        if (cells.Text(row, "indicator") is not { } indicator)
        {
            result.LeftOut++;
            return null;
        }

        return new()
        {
            Place = row.Number,
            Start = cells.Required<int>(row, "start"),
            Length = cells.Required<int>(row, "length"),
            Wording = cells.Text(row, "wording") ?? string.Empty,
            Indicator = indicator,
            Role = cells.Required<FigureRole>(row, "role"),
            Period = cells.Text(row, "period"),
            Direction = cells.Value<ChangeDirection>(row, "direction"),
            Unit = cells.Text(row, "unit"),
            Value = cells.Number(row, "value"),
            Lower = cells.Number(row, "lower"),
            LowerIncluded = cells.Value<bool>(row, "lowerIncluded"),
            Upper = cells.Number(row, "upper"),
            UpperIncluded = cells.Value<bool>(row, "upperIncluded"),
            Precision = cells.Text(row, "precision"),
            Note = cells.Text(row, "note"),
        };
    }

    private static Type TypeOf(string column) => column switch
    {
        "start" or "length" => typeof(int),
        "value" or "lower" or "upper" => typeof(double),
        "lowerIncluded" or "upperIncluded" => typeof(bool),
        "role" => typeof(FigureRole),
        "direction" => typeof(ChangeDirection),
        _ => typeof(string),
    };
}
