using System.Globalization;
using System.Text.RegularExpressions;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Registers;

/// <summary>Compares the totals of a table with the sums of its columns.</summary>
internal sealed partial class ColumnTotals(IReadOnlyList<RegisterColumn> columns)
{
    private const int Most = 100, MostDifferent = 10_000, Decimals = 4;
    private const decimal Largest = 10_000_000_000_000_000; // so that no sum of a million numbers overflows

    private readonly Sums all = new(columns.Count);
    private readonly List<(int Row, Stated[] Stated)> wholes = [];
    private readonly List<Bilingual> differing = [];
    private Sums group = new(columns.Count);
    private (int Row, Stated[] Stated)? above;

    /// <summary>What the total of a column says.</summary>
    /// <param name="Sum">The sum of the numbers in it; null if it says none.</param>
    /// <param name="Count">How many rows have a text in it; null if it does not say so.</param>
    private readonly record struct Stated(decimal? Sum, int? Count);

    /// <summary>The number in 15个 and 共15个村; null for another text.</summary>
    public static int? CountIn(string text) => Count().Match(text) is { Success: true } match
        ? int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>Adds a row of the register.</summary>
    public void Add(TableRow row)
    {
        var numbers = NumbersOf(row);
        for (var at = 0; at < columns.Count; at++)
        {
            var isNone = RegisterTable.IsNone(row.Cells[at]);
            var text = IsNamed(columns[at]) && !isNone ? CountyPlaces.Plain(row.Cells[at]!) : null;
            all.Add(at, numbers[at], isNone, text);
            group.Add(at, numbers[at], isNone, text);
        }

        (all.Rows, group.Rows) = (all.Rows + 1, group.Rows + 1);
    }

    /// <summary>Adds a row of totals.</summary>
    /// <param name="row">The row.</param>
    /// <param name="kind">Whether it is of all rows.</param>
    public void Add(TableRow row, RowKind kind)
    {
        WarnOfUnread(row);
        Stated[] stated = [.. NumbersOf(row).Select((number, at) => new Stated(number,
            number is null && IsNamed(columns[at]) && row.Cells[at] is { } text ? CountIn(HeadingText.Normal(text)) : null))];
        if (kind is RowKind.Total)
        {
            if (wholes.Count < Most)
            {
                wholes.Add((row.Number, stated));
            }

            return;
        }

        // The total of a group is below its rows or above them, in the whole table alike.
        if (group.Rows > 0 && above is null)
        {
            Compare((row.Number, stated), group);
        }
        else
        {
            EndGroup();
            above = (row.Number, stated);
        }

        group = new(columns.Count);
    }

    /// <summary>What differs, after the last row.</summary>
    public IReadOnlyList<Bilingual> Differing()
    {
        EndGroup();
        wholes.ForEach(whole => Compare(whole, all));
        return differing;
    }

    private void EndGroup()
    {
        if (above is { } stated)
        {
            Compare(stated, group);
        }
    }

    private decimal?[] NumbersOf(TableRow row) => [.. columns.Select((column, at) => IsSummed(column)
        && row.Problems?.GetValueOrDefault(at) is null && NumberIn(row.Cells[at]) is { } number ? InUnitOf(column, number) : null)];

    private static ShownNumber? NumberIn(string? text) =>
        string.IsNullOrEmpty(text) ? null : ShownNumber.TryRead(PlainText.Normalize(text));

    // 5万元 in a column in 元 is 50000.
    private static decimal? InUnitOf(RegisterColumn column, ShownNumber number) =>
        FactorOf(column, number.Unit) is { } factor && number.Mantissa * factor is > -Largest and < Largest and var value ? value : null;

    private static decimal? FactorOf(RegisterColumn column, string unit) => unit.Length == 0 ? 1
        : column.Field is { } field ? MeasuredUnit.FactorOf(unit, field.Unit) / field.Scale : MeasuredUnit.FactorOf(unit, null);

    // A total that the file does not state, or not in the unit of its column.
    private void WarnOfUnread(TableRow row)
    {
        foreach (var (at, column) in columns.Index())
        {
            var problem = row.Problems?.GetValueOrDefault(at) is { Rule: not "MERGED" } stated ? stated
                : column.Field is { IsNumber: true } field && NumberIn(row.Cells[at]) is { Unit: var unit }
                    && FactorOf(column, unit) is null ? ImportValue.OfUnit(field, unit) : null;
            if (problem is not null && (IsSummed(column) || IsNamed(column)) && differing.Count < Most)
            {
                differing.Add(new(
                    $"Row {row.Number}: the total of {column.Heading} could not be compared: it {problem.Message.En}.",
                    $"第 {row.Number} 行：“{column.Heading}”的合计无法核对：{problem.Message.Zh}。"));
            }
        }
    }

    // Neither shares nor what numbers the rows add up.
    private static bool IsSummed(RegisterColumn column) => column.Field is { IsNumber: true, Unit: not "%" }
        || column is { Field: null, Means: null, NotStored: not null };

    // Names of places and things, of which a total states the number.
    private static bool IsNamed(RegisterColumn column) =>
        column.Field is { Type.IsEnum: false } and ({ IsText: true } or { Given.Reference: not null });

    private void Compare((int Row, Stated[] Stated) total, Sums sums)
    {
        foreach (var (at, column) in columns.Index())
        {
            if (total.Stated[at] is { Count: { } count } && sums.CountsOf(at) is var (filled, different) && count != filled
                && count != different && differing.Count < Most)
            {
                differing.Add(new(
                    $"Row {total.Row}: the total of {column.Heading} is {English.Count(count, "row")}, but {filled} have a value.",
                    $"第 {total.Row} 行：“{column.Heading}”合计为 {count} 个，而有内容的共 {filled} 行。"));
            }
            else if (total.Stated[at].Sum is { } stated && sums.Of(at) is { } sum
                && Math.Round(sum, Decimals) != Math.Round(stated, Decimals) && differing.Count < Most)
            {
                var (said, found) = (Plain(stated), Plain(sum));
                differing.Add(new(
                    $"Row {total.Row}: the total of {column.Heading} is {said}, but its rows add up to {found}.",
                    $"第 {total.Row} 行：“{column.Heading}”合计为 {said}，而各行之和为 {found}。"));
            }
        }
    }

    private static string Plain(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private sealed class Sums(int width)
    {
        private readonly decimal[] sums = new decimal[width];
        private readonly bool[] isUnsure = new bool[width];
        private readonly int[] filled = new int[width];
        private readonly HashSet<string>?[] different = new HashSet<string>?[width];

        public int Rows { get; set; }

        public void Add(int at, decimal? number, bool isNone, string? text)
        {
            sums[at] += number ?? 0;
            isUnsure[at] |= number is null && !isNone;
            if (text is not null)
            {
                filled[at]++;
                _ = (different[at] ??= []).Count < MostDifferent && different[at]!.Add(text);
            }
        }

        public (int Filled, int Different) CountsOf(int at) => (filled[at], different[at]?.Count ?? 0);

        public decimal? Of(int at) => isUnsure[at] ? null : sums[at];
    }

    [GeneratedRegex("^共?(?<count>[0-9]{1,6})(?:[个户名人处项宗所家件座条套])?" +
        "(?:行政村|村社区|村|社区|乡镇|镇|乡|单位|部门|资产)?$")]
    private static partial Regex Count();
}
