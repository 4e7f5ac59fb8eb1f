using System.Globalization;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Registers;

/// <summary>Compares the totals of a table with the sums of its columns.</summary>
internal sealed class ColumnTotals(IReadOnlyList<RegisterColumn> columns)
{
    private const int Most = 100;

    private readonly Sums all = new(columns.Count);
    private readonly List<(int Row, decimal?[] Stated)> wholes = [];
    private readonly List<Bilingual> differing = [];
    private Sums group = new(columns.Count);
    private (int Row, decimal?[] Stated)? above;

    /// <summary>Adds a row of the register.</summary>
    public void Add(TableRow row)
    {
        var numbers = NumbersOf(row);
        for (var at = 0; at < columns.Count; at++)
        {
            var isNone = RegisterTable.IsNone(row.Cells[at]);
            all.Add(at, numbers[at], isNone);
            group.Add(at, numbers[at], isNone);
        }

        (all.Rows, group.Rows) = (all.Rows + 1, group.Rows + 1);
    }

    /// <summary>Adds a row of totals.</summary>
    /// <param name="row">The row.</param>
    /// <param name="kind">Whether it is of all rows.</param>
    public void Add(TableRow row, RowKind kind)
    {
        var stated = NumbersOf(row);
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
        && row.Problems?.GetValueOrDefault(at) is null && row.Cells[at] is { Length: > 0 } text
        && ShownNumber.TryRead(PlainText.Normalize(text)) is { Unit: "" } number ? number.Mantissa : (decimal?)null)];

    // Neither shares nor what numbers the rows add up.
    private static bool IsSummed(RegisterColumn column) => column.Field is { IsNumber: true, Unit: not "%" }
        || column is { Field: null, Means: null, NotStored: not null };

    private void Compare((int Row, decimal?[] Stated) total, Sums sums)
    {
        foreach (var (at, column) in columns.Index())
        {
            if (total.Stated[at] is { } stated && sums.Of(at) is { } sum && sum != stated && differing.Count < Most)
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

        public int Rows { get; set; }

        public void Add(int at, decimal? number, bool isNone)
        {
            sums[at] += number ?? 0;
            isUnsure[at] |= number is null && !isNone;
        }

        public decimal? Of(int at) => isUnsure[at] ? null : sums[at];
    }
}
