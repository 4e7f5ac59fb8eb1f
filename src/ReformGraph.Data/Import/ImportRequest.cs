using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Derivations;
using ReformGraph.Data.History;
using ReformGraph.Data.Registers;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Data.Import;

/// <summary>A requested import.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Format">The format of the file.</param>
/// <param name="Note">What to record about the change.</param>
/// <param name="DryRun">Whether nothing should be written.</param>
/// <param name="Limits">The limits of the file.</param>
internal sealed record ImportRequest(EntityModel Entity, TableFormat Format, ChangeNote Note, bool DryRun, TableLimits Limits)
{
    /// <summary>The language of its messages.</summary>
    public Language Language { get; init; }

    /// <summary>The role of the sender, with its scope; null for none, if the sender may write the database file.</summary>
    public RoleScope? Role { get; init; }

    /// <summary>The name of the file; null if it has none.</summary>
    public string? FileName { get; init; }

    /// <summary>The encoding of a CSV file; null to detect it.</summary>
    public TextEncoding? Encoding { get; init; }

    /// <summary>The decimal separator of a CSV file; null for a point, unless the file suggests a comma.</summary>
    public char? Decimal { get; init; }

    /// <summary>The sheet of a workbook; null for the first one or, of a register, the one with the most known headings.</summary>
    public string? Sheet { get; init; }

    /// <summary>What is asked of the table of an office; null for a table whose header is its first row.</summary>
    public RegisterRequest? Register { get; init; }

    /// <summary>The entities that can be imported: those whose rows have a history, and a code or other columns that identify a
    /// row.</summary>
    public static IEnumerable<EntityModel> EntitiesOf(DataModel dataModel) =>
        dataModel.Entities.Where(entity => entity.IsVersioned && ((IEntityType)entity.Key.Property!.DeclaringType).GetIndexes()
            .Any(index => index.IsUnique));

    /// <summary>The entity with a name such as risk-villages, or null.</summary>
    public static EntityModel? Find(DataModel dataModel, string name) =>
        EntitiesOf(dataModel).FirstOrDefault(entity => NameOf(entity) == name);

    /// <summary>The name of an entity in addresses and commands, which is that of its seed file.</summary>
    public static string NameOf(EntityModel entity) => SchemaNames.KebabCase(entity.Plural);

    /// <summary>
    /// Executes it in one transaction: all rows and the resulting checks, or nothing. A dry run does the same and rolls it back, so that
    /// both report the same. Readers see the previous state until everything is stored.
    /// </summary>
    /// <param name="context">A context that writes, with nothing tracked.</param>
    /// <param name="file">The file, which must be seekable.</param>
    /// <param name="clock">The source of the time of the change.</param>
    /// <param name="progress">Receives the share of the file that has been read.</param>
    /// <param name="cancellation">Cancels it, with nothing written.</param>
    /// <exception cref="TableException">The file is damaged; nothing is written.</exception>
    public async Task<ImportReport> RunAsync(ReformDbContext context, Stream file, ChangeClock clock, Action<double> progress,
        CancellationToken cancellation)
    {
        var report = new ImportReport { Entity = Entity.Plural, DryRun = DryRun, Language = Language };
        var headings = new ImportHeadings(Entity);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var recording = await SealedRecording.BeginAsync(context, Note, cancellation);
        var today = Today.At(clock.Now);
        var namesActors = Role is null || DataModel.Create(context.Model)[typeof(Change)].Find("actor")!.IsFor(Role);
        var register = Register is null ? null
            : await Registers.Register.OpenAsync(context, Register, Entity, headings, Open, today, cancellation);
        report.Note(register);
        var table = await RegisterImport.RunAsync(context, headings, () => register?.Open() ?? Open(search: null), report,
            register?.County, today, namesActors, () => progress(file.Position / (double)file.Length), cancellation);
        report.Source = report.Source with { File = FileName };
        if (register is not null)
        {
            await FinishAsync(context, register, table, report, today, cancellation);
        }

        await DeriveAsync(context, table, report, cancellation);
        if (report.IsAccepted && !DryRun && recording.Close())
        {
            await recording.StoreAsync(transaction, clock);
            report.Change = recording.Sequence;
        }

        return report;

        // Offices write thousands with commas, and no decimal commas.
        TableReader Open(HeaderSearch? search) => Format.Read(file, new TableOptions(headings, Limits)
        {
            Encoding = Encoding,
            Decimal = Decimal ?? (search is null ? null : '.'),
            Search = search,
            Sheet = Sheet,
        });
    }

    private async Task FinishAsync(ReformDbContext context, Register register, ImportedTable table, ImportReport report,
        DateOnly today, CancellationToken cancellation)
    {
        report.Reading!.KeepMissing(field => report.RefusedCells.Listed.Any(cell => cell.Column == field));
        if (report.IsAccepted && Register!.Replaces)
        {
            await ReplacedRows.WithdrawAsync(context, table, register.County, report, today, cancellation);
        }
        else if (report.IsAccepted)
        {
            await ReplacedRows.WarnOfSecondAsync(context, table, register.County, report, cancellation);
        }

        if (report.IsAccepted)
        {
            report.Reading!.SynonymsKept = await register.KeepAsync();
        }
    }

    private async Task DeriveAsync(ReformDbContext context, ImportedTable table, ImportReport report, CancellationToken cancellation)
    {
        if (!report.IsAccepted)
        {
            return;
        }

        try
        {
            var dataModel = DataModel.Create(context.Model);
            List<WrittenRows> written = [new(Entity, report.Created.Total == 0 && report.Withdrawn is null ? table.Fields : null)];
            if (report.Reading is { NewPlaces: not null } or { PlacesWithNewAreaCodes: > 0 })
            {
                written.AddRange([new(dataModel[typeof(Township)]), new(dataModel[typeof(Village)])]);
            }

            if (report.Reading is { SynonymsKept: > 0 })
            {
                written.Add(new(dataModel[typeof(RegisterSynonym)]));
            }

            var checks = await DerivedValues.RefreshAsync(context, dataModel, written, Role?.Writes, cancellation);
            report.Checks = [.. checks.OrderBy(check => check.Code, StringComparer.Ordinal)];
        }
        catch (InvalidRowException invalid)
        {
            report.RefusedCells.Add(table.Refuse(invalid));
        }
    }
}
