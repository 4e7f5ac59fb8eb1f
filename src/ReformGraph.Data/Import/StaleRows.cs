using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Tables;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Import;

/// <summary>
/// Explains rejections of rows that have been changed since a table was exported: who changed them, and which values of the table differ
/// from the row.
/// </summary>
/// <param name="context">The data.</param>
/// <param name="columns">The columns of the table.</param>
/// <param name="lookup">Finds the codes of rows.</param>
/// <param name="namesActors">Whether messages may name who changed a row.</param>
internal sealed class StaleRows(ReformDbContext context, ImportColumns columns, RowLookup lookup, bool namesActors)
{
    private const int MostDifferences = 10;

    /// <summary>Records how a row of a table differs from the tracked row, if its version differs.</summary>
    public void Note(RowDraft draft)
    {
        if (!draft.Refused.Exists(IsOfVersion))
        {
            return;
        }

        var entry = context.Entry(draft.Entity);
        draft.Differing =
        [
            .. from column in columns.All
               where columns.Cell(draft.Row, column) is not null && !columns.Key.Contains(column)
               let property = entry.Property(column.Property.Name)
               where !Equals(property.OriginalValue, property.CurrentValue)
               select (column, property.OriginalValue),
        ];
    }

    /// <summary>Adds it to the message.</summary>
    public async Task TellAsync(RowDraft draft, ImportReport report, CancellationToken cancellation)
    {
        if (draft.Differing is null || !report.RefusedCells.HasRoom)
        {
            return;
        }

        var row = (Versioned)draft.Entity;
        var id = (int)columns.Rows.ClrType.GetProperty("Id")!.GetValue(row)!;
        var sequence = await columns.RevisionsIn(context).Where(revision => (int)revision["Id"] == id)
            .MaxAsync(revision => (long)revision[Revisions.From], cancellation);
        var actor = await context.Set<Change>().Where(change => change.Sequence == sequence).Select(change => change.Actor)
            .SingleOrDefaultAsync(cancellation);
        var (by, byZh) = namesActors && actor is not null ? ($" by {actor}", $"由 {actor} ") : ("", "");
        var differing = new List<(string Name, string Now, string Said)>();
        foreach (var (column, now) in draft.Differing.Take(MostDifferences))
        {
            differing.Add(
                (column.Name, await TextOfAsync(column, now, cancellation), TableException.Shown(columns.Cell(draft.Row, column)!)));
        }

        var at = draft.Refused.FindIndex(IsOfVersion);
        draft.Refused[at] = draft.Refused[at] with
        {
            Message = new(
                $"must be {row.Version}: the row {draft.KeyText} was changed{by} in change " +
                sequence
                + string.Concat(differing.Select(one => $"; {one.Name} is \"{one.Now}\" in the database and \"{one.Said}\" in the table")),
                $"必须是 {row.Version}：{draft.KeyText} 行已{byZh}在第 {sequence} " +
                "号变更中修改"
                + string.Concat(differing.Select(one => $"；{one.Name} 现为“{one.Now}”，表中为“{one.Said}”"))),
        };
    }

    private static bool IsOfVersion(RejectedCell cell) => cell.Rule == HeldValues.VersionRule;

    private async Task<string> TextOfAsync(ImportColumn column, object? now, CancellationToken cancellation) =>
        TableException.Shown(now is int id && column.Reference is { TargetEntityType: var target }
        ? (await lookup.CodesAsync(target, [id], cancellation)).GetValueOrDefault(id, string.Empty)
        : CellValue.TextOf(now));
}
