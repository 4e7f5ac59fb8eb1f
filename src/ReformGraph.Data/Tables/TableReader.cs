using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Tables;

/// <summary>A row of a table.</summary>
/// <param name="Number">Its place: the line of a text file, the row of a sheet, the position in a JSON array; each starting at 1.</param>
/// <param name="Cells">One for each column: empty for no value, null if the row does not have the column.</param>
internal sealed record TableRow(int Number, string?[] Cells)
{
    /// <summary>Why cells are rejected, by column; null if none is.</summary>
    public IReadOnlyDictionary<int, CellProblem>? Problems { get; init; }

    /// <summary>Whether the row is hidden in its sheet.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The first value in a column without a heading, with the name of that column; null for none.</summary>
    public (string Column, string Value)? Beyond { get; init; }
}

/// <summary>
/// Reads a file as a table. Input: bytes. Output: the columns, then row after row, so that a file of any length takes the memory of one
/// row. It rejects malformed files, and more than the limits allow as soon as it is reached; it leaves the file open.
/// </summary>
/// <param name="mostRows">The maximum number of rows.</param>
internal abstract class TableReader(int mostRows) : IDisposable
{
    /// <summary>The maximum length of a row, in bytes.</summary>
    public const int LongestRow = 1 << 20;

    /// <summary>The maximum length of a cell, in UTF-16 code units: as in Excel.</summary>
    public const int LongestCell = 32_767;

    /// <summary>What <see cref="LongestCell"/> counts.</summary>
    public static readonly Bilingual CharactersInCell = new("characters in a cell", "个字符（一个单元格）");

    /// <summary>The names of the columns, each once.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>The header that was searched for; null if it is the first row.</summary>
    public virtual TableHeader? Header => null;

    /// <summary>The meaning of a column by its position; null if its heading alone says it.</summary>
    public virtual ImportField? FieldOf(int position) => null;

    /// <summary>The text of a field that the table lacks, for a new row; null for none.</summary>
    /// <param name="field">The name of the field.</param>
    /// <param name="row">The row of the table.</param>
    public virtual string? DefaultOf(string field, TableRow row) => null;

    /// <summary>Why a new row is rejected if it must have a field that the table lacks; null for the usual reason.</summary>
    /// <param name="field">The name of the field.</param>
    public virtual CellProblem? ProblemOfMissing(string field) => null;

    /// <summary>How it was read; known after all rows have been read.</summary>
    public virtual TableSource Source => new();

    /// <summary>How it writes numbers.</summary>
    public virtual NumberNotation Numbers => NumberNotation.Usual;

    /// <summary>Whether a text may have an apostrophe in front that guards it against being executed as a formula.</summary>
    public virtual bool IsGuarded => false;

    /// <summary>The rows, which can be read once.</summary>
    /// <exception cref="TableException">The file is damaged, or exceeds a limit.</exception>
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

    /// <summary>Rejects a cell that is too long.</summary>
    protected internal static TableException TooLongCell(int number, string? column) =>
        TableException.OverLimit(number, column, LongestCell, CharactersInCell);

    /// <summary>What is right instead of a value in a column without a heading.</summary>
    protected static Bilingual OnlyUnderHeadings { get; } =
        new("values only in columns with a heading", "只在有标题的列下填写的值");

    /// <summary>Rejects a value in a column without a heading.</summary>
    protected internal static TableException OutsideColumns(int number, string? column, string value) =>
        new(number, column, value, OnlyUnderHeadings);

    /// <summary>Reads the rows in order.</summary>
    protected abstract IEnumerable<TableRow> Read();
}
