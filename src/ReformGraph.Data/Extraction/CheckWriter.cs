using System.Globalization;
using ReformGraph.Domain.Codes;
using static ReformGraph.Data.Extraction.DraftWriter;

namespace ReformGraph.Data.Extraction;

/// <summary>The proposed checks as a table. Its rows refer to those of the draft by <c>start</c>.</summary>
internal static class CheckWriter
{
    /// <summary>The columns in order.</summary>
    public static readonly IReadOnlyList<string> Columns =
        ["formula", "status", "relation", "expectedBy", "expected", "actualBy", "actual", "rows", "rule", "ruleZh", "sentence"];

    /// <summary>The table of some checks.</summary>
    public static DraftTable TableOf(IEnumerable<CheckProposal> checks) => new("checks", Columns, checks.Select(Cells));

    // Whoever confirms a check may word its rule.
    private static IReadOnlyList<(decimal? Number, string Text)> Cells(CheckProposal check) =>
    [
        Text(FormulaOf(check)), Text(CheckProposals.ResultOf(check) is { } status ? NameOf(status) : null), Text(NameOf(check.Relation)),
        Text(NameOf(Derivation.SameAs)), Text(Starts([check.Stated])), Text(check.ActualBy is { } by ? NameOf(by) : null),
        Text(Starts(check.Actual)), Text(check.Rows), Text(null), Text(null), Text(check.Stated.Sentence),
    ];

    /// <summary>A check in the wordings of its report: 63项 + 48项 + 75项 = 187项.</summary>
    public static string FormulaOf(CheckProposal check)
    {
        var link = check.ActualBy switch
        {
            Derivation.Sum => " + ",
            Derivation.Difference => " - ",
            Derivation.Ratio => " / ",
            _ => " → ",
        };
        return $"{check.Rows ?? string.Join(link, check.Actual.Select(Stated))} {(check.Relation is CheckRelation.AtMost ? "≤" : "=")} " +
            Stated(check.Stated);
    }

    private static string Stated(DraftRow row) => row is { IsRise: false, Quantity.IsNegative: false } ? $"-{row.Wording}" : row.Wording;

    private static string Starts(IEnumerable<DraftRow> rows) =>
        string.Join(' ', rows.Select(row => row.Start.ToString(CultureInfo.InvariantCulture)));
}
