using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Sqlite;
using ReformGraph.Data.Tables;

namespace ReformGraph.Data.Import;

/// <summary>
/// Brings the rows of an entity up to date with a table, in a change that has begun. Input: rows of texts. Output: a report, and the rows,
/// saved in batches so that a table of any length takes the memory of one batch. After a cell is rejected, the remaining rows are only
/// checked. It does not end the change or evaluate checks.
/// </summary>
internal sealed class RegisterImport : IDisposable
{
    /// <summary>How many rows are looked up and saved together.</summary>
    public const int BatchSize = 1_000;

    private const int BatchCharacters = 4_000_000; // so that long rows make small batches

    private readonly ReformDbContext context;
    private readonly ImportReport report;
    private readonly DateOnly today;
    private readonly ImportColumns columns;
    private readonly RowLookup lookup;
    private readonly IEntityType rows;
    private readonly Dictionary<string, int> seen = [];
    private readonly NewRows added;
    private readonly PreparedRows writer;
    private readonly HeldValues held;
    private readonly StaleRows stale;

    private RegisterImport(ReformDbContext context, ImportColumns columns, ImportReport report, DateOnly today, bool namesActors,
        RowLookup lookup, NewRows added)
    {
        (this.context, this.columns, this.report, this.today) = (context, columns, report, today);
        (this.lookup, this.added) = (lookup, added);
        held = new HeldValues(context, columns);
        stale = new StaleRows(context, columns, lookup, namesActors);
        rows = columns.Rows;
        writer = new PreparedRows(context, rows);
    }

    /// <summary>Imports a table.</summary>
    /// <param name="context">A context with a change in progress, and nothing tracked.</param>
    /// <param name="headings">The possible headings.</param>
    /// <param name="open">Opens the table again.</param>
    /// <param name="report">Receives what is done.</param>
    /// <param name="today">Today's date.</param>
    /// <param name="namesActors">Whether messages may name who changed a row.</param>
    /// <param name="advanced">Called after each batch.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <returns>The table; the report says what was done with it.</returns>
    /// <exception cref="TableException">The table is damaged, or its columns are not those of the entity.</exception>
    public static async Task<ImportedTable> RunAsync(ReformDbContext context, ImportHeadings headings, Func<TableReader> open,
        ImportReport report, DateOnly today, bool namesActors, Action advanced, CancellationToken cancellation)
    {
        await context.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys = ON", cancellation); // a row may refer to a later one
        var table = open();
        try
        {
            var columns = new ImportColumns(headings, table);
            var lookup = new RowLookup(context, columns);
            using var import = new RegisterImport(context, columns, report, today, namesActors, lookup,
                await NewRows.OfAsync(context, columns, lookup, table, cancellation));
            if (columns.Own.Count > 0)
            {
                table.Dispose();
                table = open();
            }

            foreach (var batch in Batches(table.Rows))
            {
                await import.AddAsync(batch, cancellation);
                advanced();
            }

            var elsewhere = columns.Held.Where(held => held.Field.Compared is null).Select(held => held.Field.Name).ToList();
            report.Source = table.Source with { NotCompared = elsewhere is [] ? null : elsewhere };
            return new(columns, import.seen);
        }
        finally
        {
            table.Dispose();
        }
    }

    public void Dispose() => writer.Dispose();

    private static IEnumerable<TableRow[]> Batches(IEnumerable<TableRow> rows)
    {
        var (batch, characters) = (new List<TableRow>(), 0);
        foreach (var row in rows)
        {
            batch.Add(row);
            characters += row.Cells.Sum(cell => cell?.Length ?? 0);
            if (batch.Count == BatchSize || characters >= BatchCharacters)
            {
                yield return [.. batch];
                batch.Clear();
                characters = 0;
            }
        }

        if (batch.Count > 0)
        {
            yield return [.. batch];
        }
    }

    private async Task AddAsync(TableRow[] batch, CancellationToken cancellation)
    {
        foreach (var column in columns.References)
        {
            await lookup.FindAsync(column.Reference!.TargetEntityType,
                batch.Select(row => columns.Cell(row, column)).OfType<string>().Where(code => code.Length > 0), cancellation);
        }

        var drafts = batch.Select(row => new RowDraft(row, columns, IdOf)).ToList();
        var present = await PresentAsync(drafts, cancellation);
        await held.FindAsync(reference => batch.Select(row => columns.Cell(row, reference)).OfType<string>().Where(code => code.Length > 0)
            .Select(code => IdOf(reference, code))
            .Concat(present.Values.Select(row => reference.Property.PropertyInfo!.GetValue(row) as int?)).OfType<int>(), cancellation);
        foreach (var draft in drafts)
        {
            Fill(draft, present);
        }

        report.Rows += batch.Length;
        context.ChangeTracker.DetectChanges();
        await ReportAsync(drafts, cancellation);
        if (report.IsAccepted)
        {
            writer.Write();
        }

        context.ChangeTracker.Clear();
    }

    private async Task<Dictionary<string, object>> PresentAsync(IEnumerable<RowDraft> drafts, CancellationToken cancellation)
    {
        var wanted = drafts.Where(draft => draft.Key is not null)
            .SelectMany<RowDraft, object>(draft => draft.KeyValues[0] is string code ? columns.Spellings(code) : [draft.KeyValues[0]]);
        return (await lookup.RowsAsync(columns.Key[0].Property, wanted, cancellation))
            .ToDictionary(row => RowDraft.KeyOf(columns.Key.Select(column => column.Property.PropertyInfo!.GetValue(row))));
    }

    private void Fill(RowDraft draft, Dictionary<string, object> present)
    {
        var key = draft.Key is { } given ? columns.Spellings(given).FirstOrDefault(present.ContainsKey, columns.NewCode(given)) : null;
        var isFirst = key is null || seen.TryAdd(key, draft.Row.Number);
        if (!isFirst)
        {
            draft.Refuse(columns.Key[0],
                new("UNIQUE", new("must not be the same as in another row of the file", "不得与文件中另一行相同")));
        }

        var row = isFirst && key is not null ? present.GetValueOrDefault(key) : null;
        if (row is not null && columns.RefusalOf(row) is { } refusal)
        {
            draft.Refuse(columns.Key[0], refusal);
        }

        draft.IsNew = isFirst && row is null;
        draft.Fill(row ?? Activator.CreateInstance(rows.ClrType)!, today, held);
        if (draft.Refused.Count > 0)
        {
            stale.Note(draft);
            context.Entry(draft.Entity).State = EntityState.Detached;
        }
        else if (draft.IsNew)
        {
            rows.FindPrimaryKey()!.Properties[0].PropertyInfo!.SetValue(draft.Entity, added.IdOf(draft.KeyText));
            context.Add(draft.Entity);
        }
    }

    private async Task ReportAsync(IEnumerable<RowDraft> drafts, CancellationToken cancellation)
    {
        var changed = new List<(RowDraft Draft, EntityEntry Entry)>();
        foreach (var draft in drafts)
        {
            await stale.TellAsync(draft, report, cancellation);
            draft.Refused.ForEach(report.RefusedCells.Add);
            switch (context.Entry(draft.Entity))
            {
                case { State: EntityState.Detached }:
                    report.Refused++;
                    break;
                case { State: EntityState.Added }:
                    report.Created.Add(new(draft.Row.Number, draft.KeyText));
                    break;
                case { State: EntityState.Modified } entry:
                    changed.Add((draft, entry));
                    break;
                default:
                    report.Unchanged++;
                    break;
            }
        }

        var codes = report.Changed.HasRoom ? await CodesBeforeAsync(changed.Select(one => one.Entry), cancellation) : [];
        foreach (var (draft, entry) in changed)
        {
            report.Changed.Add(new(draft.Row.Number, draft.KeyText, report.Changed.HasRoom ? [.. Differences(entry, draft, codes)] : null));
        }
    }

    private IEnumerable<ImportedField> Differences(EntityEntry entry, RowDraft draft, Dictionary<(ImportColumn, int), string> codes) =>
        from column in columns.All
        let property = entry.Property(column.Property.Name)
        where property.IsModified
        let before = property.OriginalValue is int id && column.Reference is not null
            ? codes[(column, id)] : CellValue.TextOf(property.OriginalValue)
        select new ImportedField(column.Name, before,
            column.Reference is null ? CellValue.TextOf(property.CurrentValue) : columns.Cell(draft.Row, column)!);

    /// <summary>The codes of the rows that changed rows used to refer to.</summary>
    private async Task<Dictionary<(ImportColumn, int), string>> CodesBeforeAsync(IEnumerable<EntityEntry> entries,
        CancellationToken cancellation)
    {
        var codes = new Dictionary<(ImportColumn, int), string>();
        foreach (var column in columns.References)
        {
            var ids = entries.Select(entry => entry.Property(column.Property.Name)).Where(property => property.IsModified)
                .Select(property => property.OriginalValue).OfType<int>();
            foreach (var (id, code) in await lookup.CodesAsync(column.Reference!.TargetEntityType, ids, cancellation))
            {
                codes.Add((column, id), code);
            }
        }

        return codes;
    }

    private int? IdOf(ImportColumn reference, string code) =>
        lookup.IdOf(reference.Reference!.TargetEntityType, code) ?? (columns.Own.Contains(reference) ? added.IdOfAnnounced(code) : null);
}
