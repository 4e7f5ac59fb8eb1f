using System.Globalization;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Registers;

/// <summary>
/// Finds numbers without a sign in columns of percentages that may as well be fractions: 0.85 is 85 % in a workbook whose cell has lost its
/// format, and 0.85 % in one that never had any. Input: all rows. Output: which of the numbers are ambiguous.
/// </summary>
/// <param name="columns">The columns.</param>
internal sealed class BareShares(IReadOnlyList<RegisterColumn> columns)
{
    private readonly bool[] hasFraction = new bool[columns.Count], hasLarger = new bool[columns.Count];

    /// <summary>What the office should look at, after the last row: columns whose heading states the sign and whose numbers are all at
    /// most 1.</summary>
    public IEnumerable<Bilingual> Warnings => columns
        .Where((column, at) => IsShare(column) && StatesSign(column) && hasFraction[at] && !hasLarger[at])
        .Select(column => new Bilingual(
            $"All numbers of {column.Heading} are at most 1, and are stored as per cent: 0.85 is 0.85 %. If they are fractions, write " +
            "them as 85%.",
            $"“{column.Heading}”各数均不大于 1，按百分数存储：0.85 即 0.85%。如为小数形式的比例，请写作 85%。"));

    /// <summary>Adds a row of the register.</summary>
    public void Add(TableRow row, NumberNotation numbers)
    {
        for (var at = 0; at < columns.Count; at++)
        {
            var number = IsShare(columns[at]) ? NumberIn(columns[at], row.Cells[at], numbers) : null;
            hasFraction[at] |= number is > 0 and < 1;
            hasLarger[at] |= number > 1;
        }
    }

    /// <summary>Why the number of a cell is not read; null if it is.</summary>
    /// <param name="at">The position of its column.</param>
    /// <param name="text">What it contains.</param>
    /// <param name="numbers">How the table writes numbers.</param>
    public CellProblem? ProblemOf(int at, string? text, NumberNotation numbers)
    {
        if (!IsShare(columns[at]) || StatesSign(columns[at]) || NumberIn(columns[at], text, numbers) is not { } number
            || !(number is > 0 and < 1 || (number == 1 && (hasFraction[at] || !hasLarger[at]))))
        {
            return null;
        }

        var (said, percent) = (Plain(number), Plain(number * 100));
        return CellProblem.Ambiguous(
            $"must have its percent sign, {percent}% or {said}%, or the heading must state it (%): {said} alone can be either",
            $"必须带百分号，写作 {percent}% 或 {said}%，或在列标题注明（%）：单写 {said} 两种理解均可");
    }

    private static string Plain(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    private static bool IsShare(RegisterColumn column) => column.Field is { IsNumber: true, Unit: "%" };

    // A column with the name of the field has its unit.
    private static bool StatesSign(RegisterColumn column) =>
        column.Heading == column.Field!.Name || PlainText.Normalize(column.Heading).Contains('%', StringComparison.Ordinal);

    private static decimal? NumberIn(RegisterColumn column, string? text, NumberNotation numbers) =>
        !RegisterTable.IsNone(text) && PlainText.Normalize(text!) is var plain && column.Field!.Values?.ContainsKey(plain) is not true
            && ShownNumber.TryRead(plain, numbers.Point) is { Unit.Length: 0, Mantissa: var number } ? number : null;
}
