using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Tables;

namespace ReformGraph.Data.Import;

/// <summary>
/// Assigns ids to new rows, in the order of the table, and never an id that a row has had before. If rows may refer to rows of the same
/// table, its codes are read in advance, and a row that is referred to has its id before it is reached.
/// </summary>
internal sealed class NewRows
{
    private readonly ImportColumns columns;
    private readonly Dictionary<string, int> announced = [];
    private int last;

    private NewRows(ImportColumns columns, int last) => (this.columns, this.last) = (columns, last);

    /// <summary>The ids for a table, which is read in advance if its rows may refer to one another.</summary>
    public static async Task<NewRows> OfAsync(ReformDbContext context, ImportColumns columns, RowLookup lookup, TableReader table,
        CancellationToken cancellation)
    {
        var added = new NewRows(columns, await columns.RevisionsIn(context).MaxAsync(row => (int?)row["Id"], cancellation) ?? 0);
        var codes = columns.Own.Count == 0 ? [] : table.Rows.Select(row => columns.Cell(row, columns.Key[0])).OfType<string>()
            .Where(code => code.Length <= RowDraft.LongestKey);
        foreach (var batch in codes.Chunk(RegisterImport.BatchSize))
        {
            await lookup.FindAsync(columns.Rows, batch, cancellation);
            foreach (var code in batch.Where(code => lookup.IdOf(columns.Rows, code) is null).Select(columns.NewCode))
            {
                added.last += added.announced.TryAdd(code, added.last + 1) ? 1 : 0;
            }
        }

        return added;
    }

    /// <summary>The id of the new row with a code.</summary>
    public int IdOf(string code) => IdOfAnnounced(code) ?? ++last;

    /// <summary>The id of a new row that occurs anywhere in the table, or null.</summary>
    public int? IdOfAnnounced(string code) => announced.TryGetValue(columns.NewCode(code), out var id) ? id : null;
}
