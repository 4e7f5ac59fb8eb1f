using ReformGraph.Data.Extraction;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Quantities;
using ReformGraph.Domain.Reports;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Reports;

/// <summary>What a row of a draft says, proved by the text.</summary>
/// <param name="Row">The row.</param>
/// <param name="Quantity">The quantity, as its wording is read in the text.</param>
/// <param name="UnitWording">The unit in words, if the wording lacks it.</param>
/// <param name="Unit">The unit that the row states; null if any that fits will do.</param>
/// <param name="Per">Per what it is; null if it is no average or rate, or if the text does not say.</param>
/// <param name="Sentence">The sentence around it.</param>
/// <param name="Section">The section.</param>
/// <param name="Paragraph">The number of the line.</param>
internal sealed record ProvenRow(AddReportFigure Row, StatedQuantity Quantity, string? UnitWording, Unit? Unit, string? Per,
    string Sentence, string Section, int Paragraph);

/// <summary>
/// Compares the rows of a draft with the text of their report. Input: the text, and rows that someone may have corrected. Output: the rows,
/// read again from the text, or what is wrong with them. A number that the text does not state never gets through.
/// </summary>
internal sealed class DraftProof
{
    private const string Preamble = "前言"; // before the first section
    private const string Notes = "附注"; // notes to the text have no section

    private readonly ReportText text;
    private readonly IReadOnlyList<ReportLine> lines;
    private readonly Dictionary<(int Start, int Length), DraftRow> proposals;
    private readonly ReportLoading result;

    /// <param name="report">The text.</param>
    /// <param name="text">The same text, by characters.</param>
    /// <param name="result">Receives what is wrong.</param>
    public DraftProof(ReportContent report, ReportText text, ReportLoading result)
    {
        (this.text, this.result) = (text, result);
        lines = ReportLayout.Read(FoldedText.Fold(report.Text), report.Notes);
        Quantities = [.. ReportDraft.Make(report, all: false)];
        proposals = Quantities.ToDictionary(row => (row.Start, row.Length));
    }

    /// <summary>The quantities of the text, in order.</summary>
    public IReadOnlyList<DraftRow> Quantities { get; }

    /// <summary>Proves a row; null if something is wrong with it.</summary>
    public ProvenRow? Prove(AddReportFigure row)
    {
        if (SentenceOf(row) is not { } sentence)
        {
            return null;
        }

        var proposal = proposals.GetValueOrDefault((row.Start, row.Length));
        var unitWording = proposal?.Quantity?.UnitWording;
        var (stated, expected) = StatedQuantity.Read(row.Wording + unitWording);
        if (stated is null)
        {
            result.Refuse(row.Place, "wording", row.Wording, new("WORDING", new($"must be {expected!.En}", $"必须是{expected.Zh}")));
            return null;
        }

        if (proposal?.Kind is DraftKind.NotRead && stated.Measure is null)
        {
            result.Refuse(row.Place, "wording", row.Wording, new("WORDING", new(
                "must be a quantity whose unit is clear from the text", "必须是原文中单位明确的数量")));
            return null;
        }

        if (proposal?.Quantity?.Measure is { Word: not null } read && read.Word == stated.Measure?.Word)
        {
            stated = stated with { Measure = read }; // in its sentence, 3位 may be places and no persons
        }

        var isRight = Agrees(row, "value", row.Value, stated.Value)
            & Agrees(row, "lower", row.Lower, stated.Bounds.Lower)
            & Agrees(row, "lowerIncluded", row.LowerIncluded, stated.Bounds.Lower is null ? null : stated.Bounds.LowerIncluded)
            & Agrees(row, "upper", row.Upper, stated.Bounds.Upper)
            & Agrees(row, "upperIncluded", row.UpperIncluded, stated.Bounds.Upper is null ? null : stated.Bounds.UpperIncluded)
            & HasPrecision(row, stated.Precision)
            & HasSign(row, stated);
        var paragraph = text.LineOf(row.Start);
        return UnitOf(row, stated, proposal?.Per, out var unit) & isRight
            ? new(row, stated, unitWording, unit, proposal?.Per, sentence, SectionOf(lines[paragraph - 1]), paragraph)
            : null;
    }

    private static string SectionOf(ReportLine line) => line.IsNote ? Notes : line.Section.Length > 0 ? line.Section : Preamble;

    private string? SentenceOf(AddReportFigure row)
    {
        if (row.Length < 1 || text.Passage(row.Start, row.Length) is not { } passage)
        {
            result.Refuse(row.Place, "start", $"{row.Start}", new("PLACE", new(
                $"must be a place within the text, which has {text.Length} characters",
                $"必须是文本中的位置（全文 {text.Length} 个字符）")));
            return null;
        }

        if (passage != row.Wording)
        {
            var elsewhere = text.Find(row.Wording);
            result.Refuse(row.Place, "wording", row.Wording, new("PLACE", new(
                $"must be \"{TableException.Shown(passage)}\", which is what the text has at {row.Start}"
                + (elsewhere is null ? string.Empty : $"; the text has the wording at {elsewhere}"),
                $"必须是“{TableException.Shown(passage)}”，即文本第 {row.Start} 个字符处的文字"
                + (elsewhere is null ? string.Empty : $"；文本中该表述在 {elsewhere} 处"))));
            return null;
        }

        if (text.SentenceAt(row.Start, row.Length) is { } sentence)
        {
            return sentence;
        }

        result.Refuse(row.Place, "length", $"{row.Length}", new("PLACE", new("must end within the sentence", "必须在同一句之内")));
        return null;
    }

    private bool Agrees<T>(AddReportFigure row, string column, T? given, T? read)
        where T : struct
    {
        if (given is null || Equals(given, read))
        {
            return true;
        }

        var right = read is null ? null : CellText(read.Value);
        result.Refuse(row.Place, column, CellText(given.Value), new("WORDING", right is null
            ? new($"must be empty: {row.Wording} states none", $"必须为空：“{row.Wording}”没有此项")
            : new($"must be {right}, which is what {row.Wording} states", $"必须是 {right}，即“{row.Wording}”所述")));
        return false;
    }

    private bool HasPrecision(AddReportFigure row, Precision precision)
    {
        var right = DraftWriter.NameOf(precision);
        if (string.IsNullOrEmpty(row.Precision) || row.Precision == right || row.Precision == SchemaNames.UpperSnake($"{precision}"))
        {
            return true;
        }

        result.Refuse(row.Place, "precision", row.Precision,
            new("WORDING", new($"must be {right}, which is what {row.Wording} states",
                $"必须是 {right}，即“{row.Wording}”所述")));
        return false;
    }

    private bool HasSign(AddReportFigure row, StatedQuantity stated)
    {
        if (!stated.IsNegative || row.Direction is ChangeDirection.Down)
        {
            return true;
        }

        result.Refuse(row.Place, "direction", row.Direction is { } given ? DraftWriter.NameOf(given) : string.Empty,
            new("WORDING", new($"must be DOWN, because {row.Wording} has a minus sign",
                $"必须是 DOWN，因为“{row.Wording}”带负号")));
        return false;
    }

    // An average is not in the unit of what it counts: 4.5人 per township are no persons.
    private bool UnitOf(AddReportFigure row, StatedQuantity stated, string? per, out Unit? unit)
    {
        unit = per is not null && row.Unit == stated.Measure?.Unit && stated.Units.Contains(Unit.PerUnit) ? null
            : stated.Units.Where(one => SchemaNames.UpperSnake($"{one}") == row.Unit).Select(one => (Unit?)one).FirstOrDefault();
        if (unit is not null || string.IsNullOrEmpty(row.Unit) || row.Unit == (stated.Measure ?? Measure.None).Unit)
        {
            return true;
        }

        var right = stated.Units.Select(one => SchemaNames.UpperSnake($"{one}")).Prepend((stated.Measure ?? Measure.None).Unit).Distinct();
        result.Refuse(row.Place, "unit", row.Unit, new("WORDING", new(
            $"must be one of {string.Join(", ", right)}, according to the wording {row.Wording}",
            $"必须是以下之一：{string.Join("、", right)}，因为表述为“{row.Wording}”")));
        return false;
    }

    private static string CellText<T>(T value) => value switch
    {
        bool flag => flag ? "true" : "false",
        decimal number => DraftWriter.TextOf(number),
        _ => $"{value}",
    };
}
