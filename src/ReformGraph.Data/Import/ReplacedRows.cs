using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;
using static ReformGraph.Engine.Storage.Sql.SqlNames;

namespace ReformGraph.Data.Import;

/// <summary>A row that an import withdraws.</summary>
/// <param name="Key">What identifies it.</param>
/// <param name="Placeholder">Whether it is as it was seeded: a row that a report counts and does not name.</param>
internal sealed record WithdrawnRow(string Key, bool Placeholder);

/// <summary>
/// Withdraws the rows of a county that a table lacks, because the table is the whole register. What proves them is for
/// <see cref="ReplacedProofs"/>.
/// </summary>
internal sealed class ReplacedRows
{
    private const int MostWarned = 20;

    private readonly ReformDbContext context;
    private readonly ImportColumns columns;
    private readonly IEntityType rows;
    private readonly List<object> kept = [];
    private List<(object Row, bool IsPlaceholder)> gone = [];

    private ReplacedRows(ReformDbContext context, ImportColumns columns) =>
        (this.context, this.columns, rows) = (context, columns, columns.Rows);

    /// <summary>Withdraws them, in a change that has begun and in which the table has been imported.</summary>
    /// <param name="context">The context of the change, with nothing tracked.</param>
    /// <param name="table">The imported table.</param>
    /// <param name="county">The county.</param>
    /// <param name="report">Receives what is done, or why it is rejected.</param>
    /// <param name="today">Today's date.</param>
    /// <param name="cancellation">Cancels it.</param>
    public static async Task WithdrawAsync(ReformDbContext context, ImportedTable table, County county, ImportReport report,
        DateOnly today, CancellationToken cancellation)
    {
        var replaced = new ReplacedRows(context, table.Columns);
        if (report.Rows == 0)
        {
            report.RefusedCells.Add(new(null, table.Columns.Key[^1].Name, null, "REQUIRED", new(
                "must be given in at least 1 row: a table without rows is not the whole register",
                "至少须有一行：没有数据行的表不能作为全部登记")));
            return;
        }

        await replaced.FindAsync(table, county, cancellation);
        report.Withdrawn = new();
        foreach (var (row, isPlaceholder) in replaced.gone)
        {
            report.Withdrawn.Add(new(replaced.KeyOf(row), isPlaceholder));
        }

        await replaced.RefuseReferencesAsync(report, cancellation);
        if (report.IsAccepted)
        {
            var proofs = new ReplacedProofs(context, table.Columns, replaced.kept, replaced.gone.ConvertAll(one => one.Row));
            await proofs.TakeOverAsync(report, cancellation);
            report.Reading!.Warnings.AddRange(await replaced.ContinueAsync(table, today, cancellation));
            await replaced.DeleteAsync(cancellation);
        }
    }

    /// <summary>Warns of rows of the table whose place or name another row of the county has, under a code that the table lacks.</summary>
    /// <param name="context">The context of the change, with nothing tracked.</param>
    /// <param name="table">The imported table.</param>
    /// <param name="county">The county.</param>
    /// <param name="report">Receives the warnings.</param>
    /// <param name="cancellation">Cancels it.</param>
    public static async Task WarnOfSecondAsync(ReformDbContext context, ImportedTable table, County county, ImportReport report,
        CancellationToken cancellation)
    {
        var replaced = new ReplacedRows(context, table.Columns);
        await replaced.FindAsync(table, county, cancellation);
        var second = replaced.Alike(table).ToList();
        foreach (var (row, first) in second.Take(MostWarned))
        {
            var (place, code, other) = (table.PlaceOf(IdOf(row)), replaced.KeyOf(row), replaced.KeyOf(first));
            report.Reading!.Warnings.Add(new(
                $"Row {place}: {code} is a second row, because the county has {other} already for the same place or name. " +
                $"To change that row, give this one the code {other} (编码); to withdraw it, use --replace.",
                $"第 {place} 行：本县已有同一地点或名称的 {other}，{code} 将是重复的一行。" +
                "如要修改原行，请将此行的编码改为该编码；如要撤销原行，请用 --replace。"));
        }

        if (second.Count > MostWarned)
        {
            report.Reading!.Warnings.Add(new($"{second.Count - MostWarned} more rows are second rows in the same way.",
                $"另有 {second.Count - MostWarned} 行同样重复。"));
        }
    }

    // The rows of the table whose place or name another row of the county has, each with that row, in the order of the table.
    private IEnumerable<(object Row, object Other)> Alike(ImportedTable table)
    {
        var others = gone.ToLookup(one => RowIdentity.Of(one.Row), one => one.Row);
        return from row in kept
               let identity = RowIdentity.Of(row)
               where identity is not null && others.Contains(identity)
               orderby table.PlaceOf(IdOf(row))
               select (row, others[identity].First());
    }

    // A code never changes, so a row under another code is a new one. It takes over what the row had that it replaces, as far as the table
    // has no column for it.
    private async Task<IReadOnlyList<Bilingual>> ContinueAsync(ImportedTable table, DateOnly today, CancellationToken cancellation)
    {
        var alike = Alike(table).ToList();
        var lacking = columns.All.Except(table.Columns.Given).Where(column => column.Property.Name != ReplacedProofs.ProvenBy).ToList();
        var (continued, lost) = (new HashSet<string>(), new List<Bilingual>());
        foreach (var (row, other) in alike)
        {
            context.Attach(row);
            var (taken, left) = TakenOver(row, other, lacking, table.IsNew(IdOf(row)), today);
            continued.UnionWith(taken);
            if (left.Count > 0 && lost.Count < MostWarned)
            {
                lost.Add(new(
                    $"Row {table.PlaceOf(IdOf(row))}: {KeyOf(row)} takes the place of {KeyOf(other)} and loses its " +
                    $"{string.Join(", ", left)}, which the table lacks. " +
                    $"To keep {(left.Count == 1 ? "it" : "them")}, give this row the code {KeyOf(other)} (编码).",
                    $"第 {table.PlaceOf(IdOf(row))} 行：{KeyOf(row)} 将取代 {KeyOf(other)}，" +
                    $"表中没有的 {string.Join("、", left)} 将丢失。" +
                    $"如要保留，请将此行的编码改为 {KeyOf(other)}。"));
            }
        }

        await context.SaveChangesAsync(cancellation);
        context.ChangeTracker.Clear();
        return alike.Count == 0 ? [] : [OfOtherCodes(alike.Count, alike[0], continued), .. lost];
    }

    private static (List<string> Taken, List<string> Left) TakenOver(object row, object other, List<ImportColumn> lacking, bool isNew,
        DateOnly today)
    {
        // What a new row has without a column is a default.
        var had = lacking.FindAll(column => column.Property.PropertyInfo is { } field && field.GetValue(other) is { } old
            && (field.GetValue(row) is not { } value || (isNew && !Equals(old, value))));
        var own = had.FindAll(column => column.Target?.ClrType == row.GetType()); // a row that may be withdrawn too
        var taken = had.Except(own).ToList();
        var before = taken.ConvertAll(column => column.Property.PropertyInfo!.GetValue(row));
        taken.ForEach(column => column.Property.PropertyInfo!.SetValue(row, column.Property.PropertyInfo.GetValue(other)));
        if (RowRules.Check(row, today).Count == 0)
        {
            return (taken.ConvertAll(column => column.Name), own.ConvertAll(column => column.Name));
        }

        foreach (var (column, value) in taken.Zip(before))
        {
            column.Property.PropertyInfo!.SetValue(row, value);
        }

        return ([], had.ConvertAll(column => column.Name));
    }

    private Bilingual OfOtherCodes(int count, (object Row, object Other) first, HashSet<string> continued)
    {
        var (code, other) = (KeyOf(first.Row), KeyOf(first.Other));
        var taken = continued.Count == 0 ? string.Empty : $" They take over {string.Join(", ", continued)}, which the table lacks.";
        return new(
            $"{English.Count(count, "row")} of the county {(count == 1 ? "has another code" : "have other codes")} in the table, such as " +
            $"{code} for {other}. A code never changes: the history of the old rows ends with this change, and that of the new ones " +
            $"begins.{taken} To continue the old rows under their codes, leave out the column of codes: rows are then found by place and " +
            "name.",
            $"本县有 {count} 行在表中的编码与原来不同，例如 {other} 现为 {code}。" +
            "编码不可更改：原有各行的历史到此为止，新编码的历史从此开始。" +
            $"{(continued.Count == 0 ? string.Empty : $"表中没有的 {string.Join("、", continued)} 已沿用。")}" +
            "如要沿用原编码和历史，请去掉编码列，各行将按地点和名称识别。");
    }

    private static int IdOf(object row) => (int)row.GetType().GetProperty("Id")!.GetValue(row)!;

    private string KeyOf(object row) => RowIdentity.ValueOf(row, "Code") as string ?? RowDraft.KeyOf(KeyValuesOf(row));

    private IEnumerable<object?> KeyValuesOf(object row) => columns.Key.Select(column => column.Property.PropertyInfo!.GetValue(row));

    private async Task FindAsync(ImportedTable table, County county, CancellationToken cancellation)
    {
        var seeded = await SeededAsync(cancellation);
        foreach (var row in await KnownRows.OfCountyAsync(context, columns.Entity, county, cancellation))
        {
            if (table.PlaceOf(IdOf(row)) is not null)
            {
                kept.Add(row);
            }
            else
            {
                gone.Add((row, RowIdentity.ValueOf(row, ReplacedProofs.ProvenBy) is not null && seeded.Contains(IdOf(row))));
            }
        }

        gone = [.. gone.OrderByDescending(one => one.IsPlaceholder)];
    }

    /// <summary>The ids of rows that are as they were seeded.</summary>
    private async Task<HashSet<int>> SeededAsync(CancellationToken cancellation)
    {
        var seeds = context.Set<Change>().Where(change => change.Kind == ChangeKind.Seed).Select(change => change.Sequence);
        return [.. await columns.RevisionsIn(context)
            .Where(row => (long)row[Revisions.To] == Revisions.Open && seeds.Contains((long)row[Revisions.From]))
            .Select(row => (int)row["Id"]).ToListAsync(cancellation)];
    }

    // Rows that are withdrawn too may refer to each other.
    private async Task RefuseReferencesAsync(ImportReport report, CancellationToken cancellation)
    {
        var ids = gone.ToDictionary(one => IdOf(one.Row), one => one.Row);
        var keys = rows.GetReferencingForeignKeys()
            .Where(key => key.Properties.Count == 1 && key.DeclaringEntityType.ClrType.IsSubclassOf(typeof(Versioned)));
        foreach (var key in ids.Count == 0 ? [] : keys)
        {
            var find = new Func<IForeignKey, List<int>, CancellationToken, Task<List<KeyValuePair<int, int>>>>(
                ReferringAsync<object>).Method.GetGenericMethodDefinition().MakeGenericMethod(key.DeclaringEntityType.ClrType);
            foreach (var batch in ids.Keys.Chunk(RegisterImport.BatchSize))
            {
                var task = (Task<List<KeyValuePair<int, int>>>)find.Invoke(this, [key, batch.ToList(), cancellation])!;
                foreach (var (referring, id) in await task)
                {
                    if (key.DeclaringEntityType == rows && ids.ContainsKey(referring))
                    {
                        continue;
                    }

                    var from = SchemaNames.CamelCase(key.DeclaringEntityType.GetTableName()!);
                    report.RefusedCells.Add(new(null, columns.Key[^1].Name, KeyOf(ids[id]), "REFERENCE", new(
                        $"is not in the table and cannot be withdrawn, because a row of {from} refers to it: keep it, or change that row " +
                        "first",
                        $"表中没有此行，但 {from} 中有行引用它，不能撤销：请保留，或先更改引用它的行")));
                }
            }
        }
    }

    private async Task<List<KeyValuePair<int, int>>> ReferringAsync<T>(IForeignKey key, List<int> ids, CancellationToken cancellation)
        where T : class
    {
        var name = key.Properties[0].Name;
        return await context.Set<T>().AsNoTracking()
            .Where(row => EF.Property<int?>(row, name) != null && EF.Parameter(ids).Contains(EF.Property<int?>(row, name)!.Value))
            .Select(row => new KeyValuePair<int, int>(EF.Property<int>(row, "Id"), EF.Property<int?>(row, name)!.Value))
            .ToListAsync(cancellation);
    }

    private async Task DeleteAsync(CancellationToken cancellation)
    {
        var sql = $"DELETE FROM {Quoted(rows.GetTableName()!)} WHERE \"Id\" = {{0}}";
        foreach (var (row, _) in gone)
        {
            await context.Database.ExecuteSqlRawAsync(sql, [IdOf(row)], cancellation);
        }
    }
}
