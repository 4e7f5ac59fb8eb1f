using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Tables;

/// <summary>Cells that are merged into one.</summary>
/// <param name="FirstColumn">The position of the first column, from 0.</param>
/// <param name="FirstRow">The number of the first row.</param>
/// <param name="LastColumn">The position of the last column, from 0.</param>
/// <param name="LastRow">The number of the last row.</param>
internal readonly record struct CellRange(int FirstColumn, int FirstRow, int LastColumn, int LastRow);

/// <summary>The first rows of a table, among which its header is.</summary>
/// <param name="Rows">The rows that have values; their cells are by position in the file.</param>
/// <param name="Merged">The merged cells of the sheet, in the order of their first rows.</param>
/// <param name="Hidden">The positions of hidden columns.</param>
internal sealed record TableStart(IReadOnlyList<TableRow> Rows, IReadOnlyList<CellRange> Merged, IReadOnlySet<int> Hidden)
{
    /// <summary>The maximum number of rows.</summary>
    public const int MostRows = 40;
}

/// <summary>A column whose heading was found.</summary>
/// <param name="Position">Its position in the file, from 0.</param>
/// <param name="Heading">Its heading; of a header of several rows, its parts from top to bottom, separated by slashes.</param>
/// <param name="Field">Its meaning; null if its values are not stored.</param>
internal record HeaderColumn(int Position, string Heading, ImportField? Field);

/// <summary>The header of a table, which need not be its first row.</summary>
/// <param name="LastRow">The number of its last row.</param>
/// <param name="Columns">The columns, in the order of the file.</param>
/// <param name="Known">The number of headings that are known.</param>
internal record TableHeader(int LastRow, IReadOnlyList<HeaderColumn> Columns, int Known);

/// <summary>Finds the header of a table that has a title, notes or several rows of headings.</summary>
/// <param name="Find">The header; null if none of the rows is one.</param>
/// <param name="IsKnown">Whether a text is a known heading.</param>
/// <param name="Expected">What is expected of a table without a header.</param>
internal sealed record HeaderSearch(Func<TableStart, TableHeader?> Find, Func<string, bool> IsKnown, Bilingual Expected);
