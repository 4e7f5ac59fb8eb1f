using ReformGraph.Data.Contexts;
using ReformGraph.Data.Derivations;
using ReformGraph.Data.Errors;
using ReformGraph.Data.History;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Data.Import;

/// <summary>What the import of a folder does.</summary>
/// <param name="Tables">What is done to each entity that has a file.</param>
/// <param name="Withdrawn">The codes of the rows that are withdrawn, by collection.</param>
/// <param name="Checks">The checks whose results differ from before.</param>
/// <param name="Change">The sequence number of the recorded change; null if there is none.</param>
internal sealed record FolderReport(IReadOnlyList<ImportReport> Tables, IReadOnlyList<(string Entity, string Code)> Withdrawn,
    IReadOnlyList<ChangedCheck> Checks, long? Change)
{
    /// <summary>Whether a row differs from before.</summary>
    public bool IsChange => Withdrawn.Count > 0 || Tables.Any(table => table.Created.Total + table.Changed.Total > 0);
}

/// <summary>A table of a folder is rejected; the report has all rejected cells.</summary>
internal sealed class RefusedTableException(string message, ImportReport report) : StartupException(message)
{
    /// <summary>The report of the table.</summary>
    public ImportReport Report => report;
}

/// <summary>
/// A folder of seed files, which has at most one CSV file for each entity, and the codes that they replace. Loading it imports all of
/// them in one change, each file after those that its rows refer to, and withdraws the rows that have such a code.
/// </summary>
internal sealed class SeedFiles
{
    private readonly ReformDbContext context;
    private readonly TableLimits limits;
    private readonly DataModel dataModel;
    private readonly List<(EntityModel Entity, ImportReport Report, ImportedTable Table)> imported = [];
    private IReadOnlyList<ChangedCheck> checks = [];
    private IReadOnlyDictionary<EntityModel, IReadOnlyList<string>> withdrawn = new Dictionary<EntityModel, IReadOnlyList<string>>();

    private SeedFiles(ReformDbContext context, TableLimits limits)
    {
        (this.context, this.limits) = (context, limits);
        dataModel = DataModel.Create(context.Model);
    }

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>Loads the files of a folder into a new database.</summary>
    /// <returns>What was done to each entity that has a file.</returns>
    /// <exception cref="StartupException">A file is rejected, with the place; nothing was loaded.</exception>
    public static async Task<IReadOnlyList<ImportReport>> LoadAsync(ReformDbContext context, string folder,
        CancellationToken cancellation = default) => (await LoadAsync(context, folder, new(),
            new(LocalActor.Name, ChangeKind.Seed, "The seed files were loaded."), isDryRun: false, cancellation)).Tables;

    /// <summary>Loads the files of a folder into a database. Rows of entities that have no file there stay as they are.</summary>
    /// <param name="context">A context that writes, with nothing tracked.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="limits">The limits of each file.</param>
    /// <param name="note">What to record about the change.</param>
    /// <param name="isDryRun">Whether nothing is written.</param>
    /// <param name="cancellation">Cancels it; nothing is written then.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="RefusedTableException">Cells of a file are rejected; nothing was loaded.</exception>
    /// <exception cref="StartupException">A file is rejected, with the place; nothing was loaded.</exception>
    public static async Task<FolderReport> LoadAsync(ReformDbContext context, string folder, TableLimits limits,
        ChangeNote note, bool isDryRun, CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var recording = await SealedRecording.BeginAsync(context, note, cancellation);
        var seeds = new SeedFiles(context, limits);
        long? change = null;
        try
        {
            await seeds.ImportAsync(folder, Today.At(Now), cancellation);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"A seed file cannot be read: {unreadable.Message}", unreadable);
        }

        if (!isDryRun && await recording.EndAsync(Now, cancellation) is not null)
        {
            await transaction.CommitAsync(cancellation);
            change = recording.Sequence;
        }

        return new([.. seeds.imported.Select(file => file.Report)],
            [.. seeds.withdrawn.SelectMany(one => one.Value, (one, code) => (one.Key.Plural, code))],
            [.. seeds.checks.OrderBy(check => check.Code, StringComparer.Ordinal)], change);
    }

    private async Task ImportAsync(string folder, DateOnly today, CancellationToken cancellation)
    {
        var entities = InOrderOfDependence();
        RefuseOthers(folder, [.. entities.Select(FileName)]);
        foreach (var entity in entities.Where(entity => File.Exists(Path.Combine(folder, FileName(entity)))))
        {
            await ImportAsync(entity, folder, today, cancellation);
        }

        withdrawn = await WithdrawnCodes.ApplyAsync(context, dataModel, folder,
            imported.SelectMany(file => file.Table.Within).ToHashSet(), PlaceOf, cancellation);
        try
        {
            checks = await DerivedValues.RefreshAsync(context, dataModel,
                [.. imported.Select(file => file.Entity).Union(withdrawn.Keys).Select(entity => new WrittenRows(entity))], scope: null,
                cancellation);
        }
        catch (InvalidRowException invalid)
        {
            throw imported.Find(file => file.Table.PlaceOf(invalid) is not null) is { Table: { } table } file
                ? Refused(file.Entity, file.Report, table.Refuse(invalid))
                : new StartupException($"The seed files in {folder} do not fit the existing rows: {invalid.Message}", invalid);
        }
    }

    private string? PlaceOf(EntityModel entity, int id) =>
        imported.Find(file => file.Entity == entity).Table?.PlaceOf(id) is { } place
            ? $"{FileName(entity)}, {TableFormat.Csv.Unit} {place}" : null;

    private async Task ImportAsync(EntityModel entity, string folder, DateOnly today, CancellationToken cancellation)
    {
        var headings = new ImportHeadings(entity);
        var options = new TableOptions(headings, limits);
        var report = new ImportReport { Entity = entity.Plural, DryRun = false };
        await using var file = File.OpenRead(Path.Combine(folder, FileName(entity)));
        try
        {
            var table = await RegisterImport.RunAsync(context, headings, () => TableFormat.Csv.Read(file, options), report,
                county: null, today, namesActors: true, () => { }, cancellation);
            imported.Add((entity, report, table));
        }
        catch (TableException damaged)
        {
            throw new StartupException(damaged.SayOf(FileName(entity), TableFormat.Csv.Unit, Language.English), damaged);
        }

        if (!report.IsAccepted)
        {
            throw Refused(entity, report, report.RefusedCells.Listed[0], report.RefusedCells.Total - 1);
        }
    }

    private static RefusedTableException Refused(EntityModel entity, ImportReport report, RejectedCell cell, int others = 0) => new(
        $"{FileName(entity)}, {TableFormat.Csv.Unit} {cell.Row}, column {TableException.Shown(cell.Column)}: " +
        $"{TableException.Found(cell.Value)}{cell.Message.En} ({cell.Rule})." + others switch
        {
            0 => string.Empty,
            1 => " One more cell of the file is refused.",
            _ => $" {others} more cells of the file are refused.",
        },
        report);

    private static void RefuseOthers(string folder, IReadOnlyList<string> known)
    {
        if (!Directory.Exists(folder))
        {
            throw new StartupException($"The folder of seed files {folder} does not exist.");
        }

        // Whoever put a table there, whatever its format or name, expects its rows to be loaded.
        var names = Directory.GetFileSystemEntries(folder).Where(path => TableFormat.OfFile(path) is { Extension: not ".txt" })
            .Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ToList();
        if (names.Append(WithdrawnCodes.FileName).FirstOrDefault(name => Directory.Exists(Path.Combine(folder, name))) is { } nested)
        {
            throw new StartupException($"{nested} in {folder} is a folder: expected a file.");
        }

        if (names is [])
        {
            throw new StartupException($"The folder {folder} has no seed files: expected one or more of {string.Join(", ", known)}.");
        }

        if (names.Find(name => name != WithdrawnCodes.FileName && !known.Contains(name)) is { } other)
        {
            throw new StartupException($"{other} is not the seed file of an entity: expected one of {string.Join(", ", known)}.");
        }
    }

    private List<EntityModel> InOrderOfDependence()
    {
        var order = new List<EntityModel>();
        var visited = new HashSet<EntityModel>();
        foreach (var entity in ImportRequest.EntitiesOf(dataModel))
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

    private static string FileName(EntityModel entity) => $"{ImportRequest.NameOf(entity)}.csv";
}
