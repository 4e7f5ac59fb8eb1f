using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Sqlite;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Entities;

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
    private readonly RowScopes scopes;
    private readonly HashSet<string> seen = [];
    private readonly Dictionary<int, int> places = [];
    private readonly HashSet<int> created = [];
    private readonly NewRows added;
    private readonly PreparedRows writer;
    private readonly HeldValues held;
    private readonly StaleRows stale;
    private readonly RowComparison comparison;
    private KnownRows? known; // if the table states no codes

    private RegisterImport(ReformDbContext context, ImportColumns columns, ImportReport report, DateOnly today, bool namesActors,
        RowLookup lookup, RowScopes scopes, NewRows added)
    {
        (this.context, this.columns, this.report, this.today) = (context, columns, report, today);
        (this.lookup, this.scopes, this.added) = (lookup, scopes, added);
        held = new HeldValues(context, columns);
        stale = new StaleRows(context, columns, lookup, namesActors);
        comparison = new RowComparison(columns, report);
        rows = columns.Rows;
        writer = new PreparedRows(context, rows);
    }

    /// <summary>Imports a table.</summary>
    /// <param name="context">A context with a change in progress, and nothing tracked.</param>
    /// <param name="headings">The possible headings.</param>
    /// <param name="open">Opens the table again.</param>
    /// <param name="report">Receives what is done.</param>
    /// <param name="county">The county whose office keeps the table; null for any other table.</param>
    /// <param name="today">Today's date.</param>
    /// <param name="namesActors">Whether messages may name who changed a row.</param>
    /// <param name="advanced">Called after each batch.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <returns>The table; the report says what was done with it.</returns>
    /// <exception cref="TableException">The table is damaged, or its columns are not those of the entity.</exception>
    public static async Task<ImportedTable> RunAsync(ReformDbContext context, ImportHeadings headings, Func<TableReader> open,
        ImportReport report, County? county, DateOnly today, bool namesActors, Action advanced, CancellationToken cancellation)
    {
        await context.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys = ON", cancellation); // a row may refer to a later one
        var table = open();
        try
        {
            var columns = new ImportColumns(headings, table);
            var lookup = new RowLookup(context, columns);
            var scopes = new RowScopes(columns, lookup);
            using var import = new RegisterImport(context, columns, report, today, namesActors, lookup, scopes,
                await NewRows.OfAsync(context, columns, scopes, table, cancellation));
            if (county is not null && report.Reading is { CodesAreNames: true } && columns.Own.Count == 0)
            {
                import.known = await KnownRows.LoadAsync(context, headings.Entity, county, cancellation);
            }

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

            import.comparison.Finish();
            var elsewhere = columns.Held.Where(held => held.Field.Compared is null).Select(held => held.Field.Name).ToList();
            report.Source = table.Source with { NotCompared = elsewhere is [] ? null : elsewhere };
            return new(columns, import.places, import.created, scopes.Seen);
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
        await scopes.FindAsync(batch, cancellation);
        foreach (var column in columns.References)
        {
            await lookup.FindAsync(column.Target!, Codes(column).Select(one => (one.Code, scopes.Of(one.Row, column))), cancellation);
        }

        var drafts = batch.Select(row => new RowDraft(row, columns, IdOf)).ToList();
        var present = await PresentAsync(drafts, cancellation);
        await held.FindAsync(reference => Codes(reference).Select(one => IdOf(one.Row, reference, one.Code).Id)
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

        IEnumerable<(TableRow Row, string Code)> Codes(ImportColumn column) => batch
            .Select(row => (Row: row, Code: columns.Cell(row, column)!)).Where(one => one.Code is { Length: > 0 });
    }

    // By the ids of rows with codes, and by the keys of others.
    private async Task<Dictionary<string, object>> PresentAsync(IEnumerable<RowDraft> drafts, CancellationToken cancellation)
    {
        var key = (columns.HasCodes ? rows.FindPrimaryKey()!.Properties : columns.Key.Select(column => column.Property)).ToList();
        var wanted = drafts.Where(draft => draft.Key is not null)
            .Select(draft => columns.HasCodes ? scopes.Present(draft.Row)?.Id : draft.KeyValues[0]).OfType<object>();
        return (await lookup.RowsAsync(key[0], wanted, cancellation))
            .ToDictionary(row => RowDraft.KeyOf(key.Select(property => property.PropertyInfo!.GetValue(row))));
    }

    // What identifies the row of a draft among those present, or among the new ones.
    private string? KeyOf(RowDraft draft) => draft.Key is not { } key ? null
        : !columns.HasCodes ? key
        : scopes.Present(draft.Row) is { } found ? RowDraft.KeyOf([found.Id])
        : $"{scopes.Of(draft.Row)}|{columns.NewCode(key)}";

    private void Fill(RowDraft draft, Dictionary<string, object> present)
    {
        var key = KeyOf(draft);
        var isFirst = key is null || seen.Add(key);
        if (scopes.Present(draft.Row) is { IsAmbiguous: true } several && draft.Key is not null)
        {
            (isFirst, key) = (false, null);
            draft.Refuse(columns.Key[0], scopes.Problem(several));
        }
        else if (!isFirst)
        {
            draft.Refuse(columns.Key[0],
                new("UNIQUE", new("must not be the same as in another row of the file", "不得与文件中另一行相同")));
        }

        var row = isFirst && key is not null ? present.GetValueOrDefault(key) : null;
        draft.IsNew = isFirst && row is null;
        draft.Fill(row ?? Activator.CreateInstance(rows.ClrType)!, today, held);
        FillKnown(draft, present);
        if (row is not null && report.Reading is not null)
        {
            comparison.Compare(context.Entry(row).OriginalValues.ToObject(), draft);
        }

        if (draft.Refused.Count > 0)
        {
            stale.Note(draft);
            context.Entry(draft.Entity).State = EntityState.Detached;
        }
        else if (draft.IsNew)
        {
            var id = added.IdOf(draft.KeyText, scopes.Of(draft.Row));
            rows.FindPrimaryKey()!.Properties[0].PropertyInfo!.SetValue(draft.Entity, id);
            created.Add(id);
            context.Add(draft.Entity);
        }

        if (draft.Refused.Count == 0)
        {
            places[(int)rows.FindPrimaryKey()!.Properties[0].PropertyInfo!.GetValue(draft.Entity)!] = draft.Row.Number;
        }
    }

    // A row without a stated code is that of the county about the same thing.
    private void FillKnown(RowDraft draft, Dictionary<string, object> present)
    {
        if (draft is { IsNew: true, Refused.Count: 0 } && known?.Take(draft.Entity) is { } row
            && RowDraft.KeyOf([RowIdentity.ValueOf(row, "Id")]) is var key
            && !present.ContainsKey(key) && seen.Add(key))
        {
            context.Attach(row);
            (draft.IsNew, draft.KnownCode) = (false, RowIdentity.ValueOf(row, "Code") as string);
            draft.Fill(row, today, held);
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

    private (int? Id, CellProblem? Problem) IdOf(TableRow row, ImportColumn reference, string code)
    {
        var within = scopes.Of(row, reference);
        var found = lookup.Find(reference.Target!, code, within);
        var id = found is null
            ? columns.Own.Contains(reference) ? added.IdOfAnnounced(code, within) : null
            : found.IsAmbiguous ? null : found.Id;
        return (id, id is null ? scopes.Problem(row, reference, found) : null);
    }
}
