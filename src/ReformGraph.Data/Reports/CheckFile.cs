using System.Globalization;
using ReformGraph.Data.Extraction;
using ReformGraph.Data.Import;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Reports;

namespace ReformGraph.Data.Reports;

/// <summary>Reads a table of checks that someone has confirmed, by leaving their rows in.</summary>
internal static class CheckFile
{
    /// <summary>Reads the checks.</summary>
    /// <param name="file">The file, which must be seekable.</param>
    /// <param name="format">Its format.</param>
    /// <param name="limits">Its limits.</param>
    /// <param name="result">Receives what is wrong.</param>
    /// <exception cref="TableException">It is malformed, or has other columns.</exception>
    public static IReadOnlyList<AddReportCheck> Read(Stream file, TableFormat format, TableLimits limits, ReportLoading result)
    {
        using var cells = new DraftCells(file, format, limits, CheckWriter.Columns, TypeOf, result.RefuseCheck);
        return [.. cells.Read(row => CheckOf(cells, row))];
    }

    private static AddReportCheck CheckOf(DraftCells cells, TableRow row) => new()
    {
        Place = row.Number,
        Relation = cells.Required<CheckRelation>(row, "relation"),
        ExpectedBy = cells.Value<Derivation>(row, "expectedBy"),
        Expected = Starts(cells, row, "expected"),
        ActualBy = cells.Value<Derivation>(row, "actualBy"),
        Actual = Starts(cells, row, "actual"),
        Rows = cells.Text(row, "rows"),
        Rule = cells.Text(row, "rule"),
        RuleZh = cells.Text(row, "ruleZh"),
    };

    private static List<AddReportCheckFigure> Starts(DraftCells cells, TableRow row, string column)
    {
        var starts = new List<AddReportCheckFigure>();
        foreach (var text in (cells.Text(row, column) ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(PlainText.Normalize(text), NumberStyles.None, CultureInfo.InvariantCulture, out var start))
            {
                starts.Add(new() { Start = start });
                continue;
            }

            cells.Refuse(row, column, text, CellProblem.OfType(new(
                "the starts of rows of the draft, separated by spaces, such as 236 244",
                "草稿各行的 start，以空格分隔，例如 236 244")));
        }

        return starts;
    }

    private static Type TypeOf(string column) => column switch
    {
        "relation" => typeof(CheckRelation),
        "expectedBy" or "actualBy" => typeof(Derivation),
        _ => typeof(string),
    };
}
