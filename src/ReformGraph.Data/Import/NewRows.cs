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
    private readonly HashSet<string> announced;
    private readonly Dictionary<string, int> ids = [];
    private int last;

    private NewRows(ImportColumns columns, int last, HashSet<string> announced) =>
        (this.columns, this.last, this.announced) = (columns, last, announced);

    /// <summary>The ids for a table, which is read in advance if its rows may refer to one another.</summary>
    public static async Task<NewRows> OfAsync(ReformDbContext context, ImportColumns columns, TableReader table,
        CancellationToken cancellation)
    {
        var last = await columns.RevisionsIn(context).MaxAsync(row => (int?)row["Id"], cancellation);
        return new(columns, last ?? 0,
            columns.Own.Count == 0 ? [] : [.. table.Rows.Select(row => columns.Cell(row, columns.Key[0])).OfType<string>()
            .Where(code => code.Length <= RowDraft.LongestKey).Select(columns.NewCode)]);
    }

    /// <summary>The id of the new row with a code.</summary>
    public int IdOf(string code)
    {
        code = columns.NewCode(code);
        if (!announced.Contains(code))
        {
            return ++last;
        }

        if (!ids.TryGetValue(code, out var id))
        {
            ids.Add(code, id = ++last);
        }

        return id;
    }

    /// <summary>The id of a row that occurs anywhere in the table, or null.</summary>
    public int? IdOfAnnounced(string code) => announced.Contains(columns.NewCode(code)) ? IdOf(code) : null;
}
