using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Derivations;
using ReformGraph.Data.Errors;
using ReformGraph.Data.History;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Derivations;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Data.Seeding;

/// <summary>What a load has done to one entity.</summary>
/// <param name="Plural">The name of the entity's collection field.</param>
/// <param name="Rows">How many rows its file has.</param>
/// <param name="Added">How many of them are new.</param>
/// <param name="Changed">How many of them changed a row that was there.</param>
internal sealed record SeedCount(string Plural, int Rows, int Added, int Changed);

/// <summary>
/// Loads a folder of seed files over the data, in one transaction. A row is recognised by its code, or by the unique index of
/// its entity: known rows are brought up to date, others added, and those of withdrawn codes withdrawn. The checks are evaluated
/// at the end.
/// </summary>
internal sealed class Seeder
{
    private readonly ReformDbContext context;
    private readonly DataModel dataModel;
    private readonly Dictionary<Type, Dictionary<string, object>> byKey = [];
    private readonly Dictionary<object, (SeedTable Table, TableRow Row)> sources = new(ReferenceEqualityComparer.Instance);

    private Seeder(ReformDbContext context)
    {
        this.context = context;
        dataModel = DataModel.Create(context.Model);
    }

    private IEnumerable<EntityModel> Seeded => dataModel.Entities.Where(entity => entity.IsVersioned);

    /// <summary>Loads the files of a folder; a file that is not there says nothing.</summary>
    /// <exception cref="StartupException">A file is damaged, which a <see cref="SeedException"/> locates; nothing was loaded.</exception>
    public static Task<IReadOnlyList<SeedCount>> LoadAsync(ReformDbContext context, string folder,
        CancellationToken cancellation = default) =>
        LoadAsync(context, folder, new(LocalActor.Name, ChangeKind.Seed, "The seed files were loaded."), isDryRun: false, cancellation);

    /// <summary>Loads the files of a folder over a database that has been in use.</summary>
    /// <param name="context">A context that writes, with nothing tracked.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="note">What to record of the change.</param>
    /// <param name="isDryRun">Whether nothing is to be written.</param>
    /// <param name="cancellation">Stops it, with nothing written.</param>
    /// <exception cref="StartupException">A file is damaged, which a <see cref="SeedException"/> locates; nothing was loaded.</exception>
    public static async Task<IReadOnlyList<SeedCount>> LoadAsync(ReformDbContext context, string folder, ChangeNote note, bool isDryRun,
        CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var recording = await SealedRecording.BeginAsync(context, note, cancellation);
        var counts = await new Seeder(context).LoadAsync(folder, cancellation);
        if (!isDryRun && await recording.EndAsync(TimeProvider.System.GetUtcNow().UtcDateTime, cancellation) is not null)
        {
            await transaction.CommitAsync(cancellation);
        }

        return counts;
    }

    private async Task<IReadOnlyList<SeedCount>> LoadAsync(string folder, CancellationToken cancellation)
    {
        var files = FilesOf(folder);
        var counts = new List<SeedCount>();
        foreach (var entity in InOrderOfDependence())
        {
            var columns = SeedColumn.Create(entity);
            var key = SeedColumn.KeyOf(entity, columns);
            var rows = StoredRows(entity, key);
            var path = Path.Combine(folder, FileName(entity));
            if (files.Contains(path))
            {
                var table = new SeedTable(SeedFile.Read(path), entity, columns, key);
                counts.Add(Load(table, entity, rows));
            }
        }

        try
        {
            FigureValues.Compute([.. context.Set<Figure>().Local]);
            await context.SaveChangesAsync(cancellation);
            await WithdrawnCodes.ApplyAsync(context, dataModel, folder, cancellation);
            RefuseBroken(Today.At(TimeProvider.System.GetUtcNow().UtcDateTime));
            await CheckEvaluator.RefreshAsync(context, dataModel, cancellation);
        }
        catch (InvalidRowException invalid) when (sources.TryGetValue(invalid.Row, out var source))
        {
            throw source.Table.Refuse(source.Row, invalid.Field, invalid.Expected);
        }
        catch (InvalidRowException invalid)
        {
            throw new StartupException($"The seed files in {folder} do not fit the rows that are there: {invalid.Message}", invalid);
        }

        return counts;
    }

    // Once the rows are saved, as only then the keys of what they refer to are known.
    private void RefuseBroken(DateOnly today)
    {
        foreach (var (instance, (table, row)) in sources)
        {
            if (RowRules.Check(instance, today) is [var violation, ..])
            {
                throw table.Refuse(row, violation.Field, $"a value that fits: it {violation.Message.En}");
            }
        }
    }

    private HashSet<string> FilesOf(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new StartupException($"The folder of seed files {folder} does not exist.");
        }

        var known = Seeded.Select(FileName).ToHashSet();
        var files = Directory.GetFiles(folder, "*.csv").ToHashSet();
        return files.Select(Path.GetFileName).FirstOrDefault(name => !known.Contains(name!)) is { } stray
            ? throw new SeedException(stray, 1, null, null, $"no such file, but {string.Join(", ", known)}")
            : files;
    }

    private SeedCount Load(SeedTable table, EntityModel entity, Dictionary<string, object> rows)
    {
        var (added, present) = Read(table, entity, rows);
        foreach (var instance in added.Concat(present))
        {
            SetReferences(instance);
        }

        context.AddRange(added);
        return new(entity.Plural, table.Rows.Count, added.Count,
            present.Count(instance => context.Entry(instance).State is EntityState.Modified));
    }

    private (List<object> Added, List<object> Present) Read(SeedTable table, EntityModel entity, Dictionary<string, object> rows)
    {
        var seen = new HashSet<string>();
        List<object> added = [], present = [];
        var id = entity.Key.Property!.PropertyInfo!;
        var lastId = rows.Values.Select(row => (int)id.GetValue(row)!).DefaultIfEmpty().Max();
        foreach (var row in table.Rows)
        {
            var key = table.KeyOf(row);
            if (!seen.Add(key))
            {
                throw table.Refuse(row, table.Key[0].Name, $"a key that no row above has ({key})");
            }

            if (rows.TryGetValue(key, out var instance))
            {
                present.Add(instance);
            }
            else
            {
                instance = Activator.CreateInstance(entity.ClrType)!;
                id.SetValue(instance, ++lastId); // in the order of the file, in which EF Core does not insert
                rows.Add(key, instance);
                added.Add(instance);
            }

            table.Fill(row, instance);
            sources[instance] = (table, row);
        }

        return (added, present);
    }

    private void SetReferences(object instance)
    {
        var (table, row) = sources[instance];
        foreach (var column in table.References)
        {
            var code = table.Cell(row, column);
            var target = column.Reference!.TargetEntityType.ClrType;
            if (code.Length == 0 && !column.IsRequired)
            {
                column.Member.SetValue(instance, null);
            }
            else if (byKey[target].TryGetValue(code, out var found))
            {
                column.Member.SetValue(instance, found);
            }
            else
            {
                throw table.Refuse(row, column.Name, $"the code of a row in {FileName(dataModel[target])}");
            }
        }
    }

    /// <summary>All rows that the database has, tracked, so that references to them are found and set.</summary>
    private Dictionary<string, object> StoredRows(EntityModel entity, IReadOnlyList<SeedColumn> key)
    {
        var query = (IQueryable)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(entity.ClrType)
            .Invoke(context, null)!;
        var rows = query.Cast<object>().ToDictionary(row => string.Join('|', key.Select(column => KeyText(row, column))));
        byKey.Add(entity.ClrType, rows);
        return rows;
    }

    private static string KeyText(object row, SeedColumn column)
    {
        var value = column.Member.GetValue(row)!;
        return column switch
        {
            { Reference.TargetEntityType: var target } => (string)target.FindProperty("Code")!.PropertyInfo!.GetValue(value)!,
            _ => CellValue.TextOf(value),
        };
    }

    private List<EntityModel> InOrderOfDependence()
    {
        var order = new List<EntityModel>();
        var visited = new HashSet<EntityModel>();
        foreach (var entity in Seeded)
        {
            Visit(entity);
        }

        return order;

        void Visit(EntityModel entity)
        {
            if (visited.Add(entity))
            {
                foreach (var reference in entity.Fields.OfType<ReferenceField>())
                {
                    Visit(reference.Target);
                }

                order.Add(entity);
            }
        }
    }

    private static string FileName(EntityModel entity) => $"{SchemaNames.KebabCase(entity.Plural)}.csv";
}
