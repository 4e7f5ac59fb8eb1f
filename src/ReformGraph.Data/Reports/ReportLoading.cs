using System.Text.Json.Serialization;
using ReformGraph.Data.Derivations;
using ReformGraph.Data.Extraction;
using ReformGraph.Data.Import;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Reports;

/// <summary>A proposed check, with the names of the columns of the table of checks.</summary>
/// <param name="Formula">The check in the wordings of the report.</param>
/// <param name="Status">Its result by the text; null if rows are counted, or if there is none.</param>
/// <param name="Relation">How the actual value must relate to the expected one.</param>
/// <param name="Expected">Where the expected quantity begins.</param>
/// <param name="ActualBy">How the actual value is computed; null if rows are counted.</param>
/// <param name="Actual">Where the quantities of the actual side begin.</param>
/// <param name="Rows">The rows that are counted; null if quantities are compared.</param>
internal sealed record ProposedCheck(string Formula, CheckStatus? Status, CheckRelation Relation, int Expected, Derivation? ActualBy,
    IReadOnlyList<int> Actual, string? Rows);

/// <summary>What adding a report does or would do: the same for a dry run and a real one.</summary>
internal sealed class ReportLoading
{
    /// <summary>Whether nothing should be written.</summary>
    public required bool DryRun { get; init; }

    /// <summary>The language of its messages.</summary>
    [JsonIgnore]
    public Language Language { get; init; }

    /// <summary>The sequence number of the recorded change; null if there is none.</summary>
    public long? Change { get; set; }

    /// <summary>The code of the county.</summary>
    public string? County { get; set; }

    /// <summary>Whether the county is new.</summary>
    public bool CountyAdded { get; set; }

    /// <summary>The code of the report.</summary>
    public string? Report { get; set; }

    /// <summary>Whether the report is new.</summary>
    public bool ReportAdded { get; set; }

    /// <summary>The SHA-256 of the text.</summary>
    public string? Sha256 { get; set; }

    /// <summary>The number of characters in the text.</summary>
    public int TextLength { get; set; }

    /// <summary>The number of rows in the draft.</summary>
    public int Rows { get; set; }

    /// <summary>The number of rows without an indicator, of which nothing is stored.</summary>
    public int LeftOut { get; set; }

    /// <summary>The codes of the new indicators.</summary>
    public List<string> Indicators { get; } = [];

    /// <summary>The new figures, by the rows of the draft.</summary>
    public CappedList<ImportedRow> Figures { get; } = new();

    /// <summary>The figures that exist already and get another period, direction, unit or remark, by the rows of the draft.</summary>
    public CappedList<ImportedRow> Corrected { get; } = new();

    /// <summary>The number of rows whose figures exist already and stay as they are.</summary>
    public int Unchanged { get; set; }

    /// <summary>The new checks, by their rows.</summary>
    public CappedList<ImportedRow> NewChecks { get; } = new();

    /// <summary>The number of checks that exist already.</summary>
    public int ChecksUnchanged { get; set; }

    /// <summary>The number of checks that are left out, because a quantity of theirs has no indicator.</summary>
    public int ChecksLeftOut { get; set; }

    /// <summary>The checks that the text suggests for the figures of the report, with their present indicators and roles, and that
    /// nobody has confirmed; null if nobody asks for them.</summary>
    public CappedList<ProposedCheck>? ProposedChecks { get; init; }

    /// <summary>The same, for a table.</summary>
    [JsonIgnore]
    public List<CheckProposal> Proposals { get; } = [];

    /// <summary>The checks whose results differ from before; none if anything is rejected.</summary>
    public IReadOnlyList<ChangedCheck> Checks { get; set; } = [];

    /// <summary>Why rows or fields are rejected. If there are any, nothing is written.</summary>
    public CappedList<RejectedCell> RefusedCells { get; } = new();

    /// <summary>Why checks are rejected. If there are any, nothing is written.</summary>
    public CappedList<RejectedCell> RefusedChecks { get; } = new();

    /// <summary>Notes that a cell is rejected.</summary>
    /// <param name="row">The number of its row; null if it is none of the draft's.</param>
    /// <param name="column">Its column, or the name of what is stated about the report.</param>
    /// <param name="value">What it has; null for nothing.</param>
    /// <param name="problem">What is wrong with it.</param>
    public void Refuse(int? row, string column, string? value, CellProblem problem) =>
        RefusedCells.Add(CellOf(row, column, value, problem));

    /// <summary>Notes that a cell of the checks is rejected.</summary>
    /// <param name="row">The number of its row.</param>
    /// <param name="column">Its column.</param>
    /// <param name="value">What it has; null for nothing.</param>
    /// <param name="problem">What is wrong with it.</param>
    public void RefuseCheck(int row, string column, string? value, CellProblem problem) =>
        RefusedChecks.Add(CellOf(row, column, value, problem));

    /// <summary>Notes which checks are proposed.</summary>
    public void Propose(IEnumerable<CheckProposal> checks)
    {
        foreach (var check in checks)
        {
            Proposals.Add(check);
            ProposedChecks!.Add(new(CheckWriter.FormulaOf(check), CheckProposals.ResultOf(check), check.Relation, check.Stated.Start,
                check.ActualBy, [.. check.Actual.Select(row => row.Start)], check.Rows));
        }
    }

    /// <summary>Whether nothing is rejected.</summary>
    [JsonIgnore]
    public bool IsAccepted => RefusedCells.Total == 0 && RefusedChecks.Total == 0;

    /// <summary>The report as JSON.</summary>
    public byte[] ToJson() => ImportReport.Serialize(this, Language);

    /// <summary>What was done, in a sentence without its full stop.</summary>
    [JsonIgnore]
    public Bilingual Summary => new(
        $"Report {Report ?? "(refused)"}: {Domain.Rules.English.Count(Rows, "row")}, {Figures.Total} added, {Corrected.Total} corrected, " +
        $"{Unchanged} unchanged, {LeftOut} without an indicator; checks: {NewChecks.Total} added, {ChecksUnchanged} unchanged, " +
        $"{ChecksLeftOut} without their figures; {Domain.Rules.English.Count(RefusedCells.Total + RefusedChecks.Total, "cell")} refused",
        $"报告{(Report is null ? "（拒绝）" : $" {Report}")}：共 {Rows} 行，新增 {Figures.Total}，" +
        $"更正 {Corrected.Total}，未变 {Unchanged}，无指标 {LeftOut}；" +
        $"校验新增 {NewChecks.Total}，未变 {ChecksUnchanged}，缺少数据 {ChecksLeftOut}；拒绝 {RefusedCells.Total + RefusedChecks.Total} 个单元格");

    private static RejectedCell CellOf(int? row, string column, string? value, CellProblem problem) =>
        new(row, column, value is null ? null : TableException.Shown(value), problem.Rule, problem.Message);
}
