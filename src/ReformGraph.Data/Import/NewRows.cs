using ReformGraph.Data.Contexts;
using ReformGraph.Data.Registers;
using ReformGraph.Data.Tables;

namespace ReformGraph.Data.Import;

/// <summary>
/// Assigns ids to new rows, in the order of the table, and never an id that a row has had before. If rows may refer to rows of the same
/// table, its codes are read in advance, and a row that is referred to has its id before it is reached.
/// </summary>
internal sealed class NewRows
{
    private readonly ImportColumns columns;
    private readonly Dictionary<(int? Within, string Code), int> announced = [];
    private int last;

    private NewRows(ImportColumns columns, int last) => (this.columns, this.last) = (columns, last);

    /// <summary>The ids for a table, which is read in advance if its rows may refer to one another.</summary>
    public static async Task<NewRows> OfAsync(ReformDbContext context, ImportColumns columns, RowScopes scopes, TableReader table,
        CancellationToken cancellation)
    {
        var added = new NewRows(columns, await RowIds.LastAsync(context, columns.Rows, cancellation));
        var rows = columns.Own.Count == 0 ? []
            : table.Rows.Where(row => columns.Cell(row, columns.Key[0]) is { Length: > 0 and <= RowDraft.LongestKey });
        foreach (var batch in rows.Chunk(RegisterImport.BatchSize))
        {
            await scopes.FindAsync(batch, cancellation);
            foreach (var row in batch.Where(row => scopes.Present(row) is null))
            {
                var key = (scopes.Of(row), columns.NewCode(columns.Cell(row, columns.Key[0])!));
                added.last += added.announced.TryAdd(key, added.last + 1) ? 1 : 0;
            }
        }

        return added;
    }

    /// <summary>The id of the new row with a code.</summary>
    public int IdOf(string code, int? within) => IdOfAnnounced(code, within) ?? ++last;

    /// <summary>The id of a new row that occurs anywhere in the table, or null.</summary>
    public int? IdOfAnnounced(string code, int? within) => announced.TryGetValue((within, columns.NewCode(code)), out var id) ? id : null;
}
