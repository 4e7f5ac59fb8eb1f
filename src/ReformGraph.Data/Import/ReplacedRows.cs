using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Derivations;
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
    /// <param name="cancellation">Cancels it.</param>
    public static async Task WithdrawAsync(ReformDbContext context, ImportedTable table, County county, ImportReport report,
        CancellationToken cancellation)
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
            report.Reading?.Warnings.AddRange(replaced.WarningsOfLost(table).Take(MostWarned));
            await replaced.DeleteAsync(cancellation);
        }
    }

    /// <summary>Warns of rows of the table whose place or name another row of the county has, under a code that the table lacks.</summary>
    /// <param name="context">The context of the change, with nothing tracked.</param>
    /// <param name="table">The imported table, whose codes are names.</param>
    /// <param name="county">The county.</param>
    /// <param name="report">Receives the warnings.</param>
    /// <param name="cancellation">Cancels it.</param>
    public static async Task WarnOfSecondAsync(ReformDbContext context, ImportedTable table, County county, ImportReport report,
        CancellationToken cancellation)
    {
        var replaced = new ReplacedRows(context, table.Columns);
        await replaced.FindAsync(table, county, cancellation);
        var second = replaced.Alike().OrderBy(one => table.PlaceOf(IdOf(one.Row))).ToList();
        foreach (var (row, first) in second.Take(MostWarned))
        {
            var (place, code, other) = (table.PlaceOf(IdOf(row)), replaced.KeyOf(row), replaced.KeyOf(first));
            report.Reading!.Warnings.Add(new(
                $"Row {place}: {code} is a second row, because the county has {other} already for the same place or name. " +
                "To change that row, give the table a column with its code (编码); to withdraw it, use --replace.",
                $"第 {place} 行：本县已有同一地点或名称的 {other}，{code} 将是重复的一行。" +
                "如要修改原行，请在表中增加“编码”列并填写其编码；如要撤销原行，请用 --replace。"));
        }

        if (second.Count > MostWarned)
        {
            report.Reading!.Warnings.Add(new($"{second.Count - MostWarned} more rows are second rows in the same way.",
                $"另有 {second.Count - MostWarned} 行同样重复。"));
        }
    }

    // The rows of the table whose place or name another row of the county has, each with that row.
    private IEnumerable<(object Row, object Other)> Alike()
    {
        var others = gone.ToLookup(one => RowIdentity.Of(one.Row), one => one.Row);
        return from row in kept
               let identity = RowIdentity.Of(row)
               where identity is not null && others.Contains(identity)
               select (row, others[identity].First());
    }

    // What a row under another code had, and the one that takes its place does not have because the table lacks the column.
    private IEnumerable<Bilingual> WarningsOfLost(ImportedTable table)
    {
        var lacking = columns.All.Where(column => column.Property.Name != ReplacedProofs.ProvenBy && !table.Fields.Contains(column.Name))
            .Select(column => (column.Name, Property: column.Property.PropertyInfo!)).ToList();
        foreach (var (row, other) in Alike())
        {
            var lost = lacking.Where(field => field.Property.GetValue(row) is null && field.Property.GetValue(other) is not null)
                .Select(field => field.Name).ToList();
            if (lost.Count > 0)
            {
                yield return new(
                    $"Row {table.PlaceOf(IdOf(row))}: {KeyOf(row)} takes the place of {KeyOf(other)} and loses its " +
                    $"{string.Join(", ", lost)}, which the table lacks. " +
                    $"To keep {(lost.Count == 1 ? "it" : "them")}, give the table a column with the code {KeyOf(other)} (编码).",
                    $"第 {table.PlaceOf(IdOf(row))} 行：{KeyOf(row)} 将取代 {KeyOf(other)}，" +
                    $"表中没有的 {string.Join("、", lost)} 将丢失。" +
                    $"如要保留，请在表中增加“编码”列并填写 {KeyOf(other)}。");
            }
        }
    }

    private static int IdOf(object row) => (int)row.GetType().GetProperty("Id")!.GetValue(row)!;

    private string KeyOf(object row) => RowIdentity.ValueOf(row, "Code") as string ?? RowDraft.KeyOf(KeyValuesOf(row));

    private IEnumerable<object?> KeyValuesOf(object row) => columns.Key.Select(column => column.Property.PropertyInfo!.GetValue(row));

    private async Task FindAsync(ImportedTable table, County county, CancellationToken cancellation)
    {
        var seeded = await SeededAsync(cancellation);
        var find = new Func<County, CancellationToken, Task<List<object>>>(OfCountyAsync<object>).Method.GetGenericMethodDefinition();
        foreach (var row in await (Task<List<object>>)find.MakeGenericMethod(rows.ClrType).Invoke(this, [county, cancellation])!)
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

    private async Task<List<object>> OfCountyAsync<T>(County county, CancellationToken cancellation)
        where T : class
    {
        var path = CountyPath.Of(columns.Entity)!.ToId();
        Expression<Func<int>> id = () => county.Id; // a parameter of the statement
        var own = context.Set<T>().AsNoTracking()
            .Where(Expression.Lambda<Func<T, bool>>(Expression.Equal(path.Body, id.Body), path.Parameters));
        return [.. await own.OrderBy(row => EF.Property<int>(row, "Id")).ToListAsync(cancellation)];
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
