using ReformGraph.Data.Tables;

namespace ReformGraph.Data.Import;

/// <summary>
/// Compares the rows of an office's table with the rows of the county that have their codes: they may be about something else. If the codes
/// are numbers, another office numbers from 1 too, and such rows are rejected; otherwise it warns of them.
/// </summary>
/// <param name="columns">The columns of the table.</param>
/// <param name="report">Receives the warnings.</param>
internal sealed class RowComparison(ImportColumns columns, ImportReport report)
{
    private const int MostRenamed = 20;

    private const string Advice =
        "give the table a column with codes (编码), or each row a name of its own; or use --replace if it is the whole register";

    private const string AdviceZh =
        "请增加“编码”列，或使各行名称互不相同；如表中即为全部登记，请用 --replace";

    private readonly List<RowDraft> corrected = []; // among the rows that nothing names
    private int same, renamed;

    /// <summary>Compares a row.</summary>
    /// <param name="before">The row of the county.</param>
    /// <param name="draft">The row of the table.</param>
    public void Compare(object before, RowDraft draft)
    {
        if (report.Reading!.ChecksNumbers && ProblemOf(before, draft) is { } problem)
        {
            draft.Refuse(columns.Key[0], problem);
        }
        else if (RowIdentity.RenamingOf(before, draft.Entity, draft.KeyText, draft.Row.Number) is { } warning
            && renamed++ < MostRenamed)
        {
            report.Reading.Warnings.Add(warning);
        }
    }

    // Why a row is not the row of the county that has its number: the two have different names, places or, without names, types, or nothing
    // names them and more than one value differs.
    private CellProblem? ProblemOf(object before, RowDraft draft)
    {
        var (row, code) = (draft.Entity, draft.KeyText);
        var differing = columns.All.Select(column => column.Property.PropertyInfo!).Distinct()
            .Count(property => !Equals(property.GetValue(before), property.GetValue(row)));
        var isNamed = RowIdentity.IsNamed(before) && RowIdentity.IsNamed(row);
        if (RowIdentity.DifferenceOf(before, row) is var (en, zh))
        {
            return Refused($"the county already has {code} for {en}", $"本县已有的 {code} {zh}");
        }

        if (differing > 1 && !isNamed)
        {
            return Refused($"the county already has {code} for a row with {differing} other values",
                $"本县已有的 {code} 有 {differing} 项内容不同");
        }

        if (!isNamed && differing > 0)
        {
            corrected.Add(draft);
        }

        same += !isNamed && differing == 0 ? 1 : 0;
        return null;
    }

    /// <summary>Rejects the table if nothing names its rows and more of them have another value than are the same: then they are hardly
    /// corrections.</summary>
    public void Finish()
    {
        if (corrected.Count > same)
        {
            var all = corrected.Count + same;
            corrected[0].Refuse(columns.Key[0], all == 1
                ? Refused($"the county already has {corrected[0].KeyText} for a row with another value",
                    $"本县已有的 {corrected[0].KeyText} 内容不同")
                : Refused($"of the {all} rows whose numbers the county already has, {corrected.Count} have another value there",
                    $"表中 {all} 行的编码本县已有，其中 {corrected.Count} 行内容不同"));
            report.RefusedCells.Add(corrected[0].Refused[^1]);
        }
    }

    private static CellProblem Refused(string because, string becauseZh) => new("UNIQUE", new(
        $"must be a number of its own, but {because}: {Advice}", $"必须是未用过的编码，但{becauseZh}：{AdviceZh}"));
}
