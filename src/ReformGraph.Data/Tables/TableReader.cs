using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Tables;

/// <summary>A row of a table.</summary>
/// <param name="Number">Where it stands: the line of a text file, the row of a sheet, the place in a JSON array; each from 1.</param>
/// <param name="Cells">One for each column: empty for no value, null where the row does not have the column.</param>
internal sealed record TableRow(int Number, string?[] Cells)
{
    /// <summary>Why cells are refused, by the columns; null where none is.</summary>
    public IReadOnlyDictionary<int, CellProblem>? Problems { get; init; }
}

/// <summary>
/// Reads a file as a table. What enters: bytes. What leaves: the columns, then row after row, so that a file of any length takes as much
/// memory as one row. It refuses what is not of its format, and more than the limits allow as soon as it comes to it;
/// it leaves the file open.
/// </summary>
/// <param name="mostRows">How many rows there may be.</param>
internal abstract class TableReader(int mostRows) : IDisposable
{
    /// <summary>The longest row, in bytes.</summary>
    public const int LongestRow = 1 << 20;

    /// <summary>The longest cell, in characters of UTF-16: as many as a cell of Excel holds.</summary>
    public const int LongestCell = 32_767;

    /// <summary>What <see cref="LongestCell"/> counts.</summary>
    public static readonly Bilingual CharactersInCell = new("characters in a cell", "个字符（一个单元格）");

    /// <summary>The names of the columns, each once.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>How it was read; known when all rows are.</summary>
    public virtual TableSource Source => new();

    /// <summary>How it writes numbers.</summary>
    public virtual NumberNotation Numbers => NumberNotation.Usual;

    /// <summary>Whether a text may have an apostrophe in front that keeps a spreadsheet from running it as a formula.</summary>
    public virtual bool IsGuarded => false;

    /// <summary>The rows, which can be read once.</summary>
    /// <exception cref="TableException">The file is damaged, or holds more than is taken.</exception>
    public IEnumerable<TableRow> Rows
    {
        get
        {
            var count = 0;
            foreach (var row in Read())
            {
                if (++count > mostRows)
                {
                    throw TableException.OverLimit(row.Number, null, mostRows, new("rows", "行"),
                        $"Limits:{nameof(TableLimits.ImportRows)}");
                }

                if (Array.FindIndex(row.Cells, cell => cell?.Length > LongestCell) is >= 0 and var at)
                {
                    throw TooLongCell(row.Number, Columns[at]);
                }

                yield return row;
            }
        }
    }

    public abstract void Dispose();

    /// <summary>Refuses a cell that is longer than is taken.</summary>
    protected internal static TableException TooLongCell(int number, string? column) =>
        TableException.OverLimit(number, column, LongestCell, CharactersInCell);

    /// <summary>Reads the rows as they come.</summary>
    protected abstract IEnumerable<TableRow> Read();
}
