using System.CommandLine;
using System.Text.RegularExpressions;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Data.History;
using ReformGraph.Data.Import;
using ReformGraph.Data.Registers;
using ReformGraph.Data.Tables;
using ReformGraph.Data.Writes;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;
using Spectre.Console;

namespace ReformGraph.Commands;

/// <summary><c>import FILE --entity NAME --reason TEXT</c>: updates a register from a table; <c>import FOLDER --reason TEXT</c>:
/// updates all data from a folder of seed files. It checks no role: anyone who may write the database file may run it.</summary>
internal sealed partial class ImportCommand
{
    private static readonly Bilingual NothingImported = new(" Nothing was imported.", "未导入任何数据。");

    private readonly Argument<string> file =
        new("FILE")
        {
            Description =
                "The table, whose extension gives the format: .csv, .tsv, .txt, .json, .ndjson or .xlsx; or a folder like seed-data.",
        };
    private readonly Option<string> entity = new("--entity")
    {
        Description =
        "The entity whose rows the table contains, for example risk-villages. Required, except for a folder.",
        HelpName = "NAME",
    };
    private readonly Option<string> reason =
        new("--reason") { Description = "Why the change is made. The reason is recorded.", HelpName = "TEXT", Required = true };
    private readonly Option<string> kind =
        new("--kind") { Description = "correction of the record, or event in the world [default: correction].", HelpName = "KIND" };
    private readonly Option<string> effectiveOn =
        new("--effective-on") { Description = "The day on which an event took effect, such as 2020-10-31.", HelpName = "DATE" };
    private readonly Option<string> reference =
        new("--evidence-reference") { Description = "A reference to what proves the change.", HelpName = "TEXT" };
    private readonly Option<string> sha256 =
        new("--evidence-sha256") { Description = "The SHA-256 of what proves the change.", HelpName = "HEX" };
    private readonly Option<string> charset = new("--charset")
    {
        Description =
        "The encoding of a CSV file: UTF-8, UTF-16, UTF-16BE or GB18030 (GBK, GB2312) [default: detected].",
        HelpName = "NAME"
    };
    private readonly Option<string> decimalSign = new("--decimal")
    {
        Description =
        "The decimal separator of a CSV file, a point or a comma [default: a point].",
        HelpName = "SIGN"
    };
    private readonly Option<string> language = new("--language")
    {
        Description =
        "The language of the messages about refused cells, en or zh [default: en].",
        HelpName = "LANGUAGE"
    };
    private readonly Option<string> county = new("--county")
    {
        Description = "The code of the county whose office keeps the table: its header is searched for, its headings may be what offices " +
            "call the columns, and its places are named.",
        HelpName = "CODE",
    };
    private readonly Option<string> sheet = new("--sheet")
    {
        Description = "The sheet of a workbook [default: the first one; with --county, the one with the most known headings].",
        HelpName = "NAME",
    };
    private readonly Option<string> mapping = new("--mapping")
    {
        Description = "A JSON file that says what the county calls columns and values. Requires --county.",
        HelpName = "FILE",
    };
    private readonly Option<string> writeMapping = new("--write-mapping")
    {
        Description = "The file to which the mapping is written by which the table was read, for correction. Requires --county.",
        HelpName = "FILE",
    };
    private readonly Option<bool> addPlaces = new("--add-places")
    {
        Description = "Adds the townships and villages that the table names and the county does not have. Requires --county.",
    };
    private readonly Option<bool> replace = new("--replace")
    {
        Description = "The table is the whole register: withdraws the rows of the county that it lacks. Requires --county.",
    };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Writes nothing and reports what would be done." };
    private readonly Option<string> report = new("--report") { Description = "The file for the report as JSON.", HelpName = "FILE" };

    /// <summary>Creates the command.</summary>
    /// <param name="dataModel">The entities; called when it runs.</param>
    /// <param name="limits">The limits of a table; called when it runs.</param>
    /// <param name="open">Opens the database for writing; the argument is whether it must exist already.</param>
    /// <param name="console">Where progress and report are printed.</param>
    public static Command Create(Func<DataModel> dataModel, Func<TableLimits> limits,
        Func<bool, CancellationToken, Task<ReformDbContext>> open, IAnsiConsole console)
    {
        var import = new ImportCommand();
        var command = new Command("import", "Updates a register from a table, or all data from a folder of tables, in one change.")
        {
            import.file, import.entity, import.reason, import.kind, import.effectiveOn, import.reference, import.sha256, import.charset,
                import.decimalSign,
            import.language, import.county, import.sheet, import.mapping, import.writeMapping, import.addPlaces, import.replace,
            import.dryRun, import.report,
        };
        command.SetAction(async (given, cancellation) =>
        {
            try
            {
                return Directory.Exists(given.GetRequiredValue(import.file))
                    ? await import.LoadAsync(given, limits(), open, console, cancellation)
                    : await import.RunAsync(given, dataModel(), limits(), open, console, cancellation);
            }
            catch (RequestErrorException refused)
            {
                throw new StartupException(InOptions(refused.Message), refused);
            }
            catch (Exception failure) when (StorageFailure.ToRequestError(failure) is { } error)
            {
                throw new StartupException(error.Message, failure);
            }
        });
        return command;
    }

    private async Task<int> RunAsync(ParseResult given, DataModel dataModel, TableLimits limits,
        Func<bool, CancellationToken, Task<ReformDbContext>> open, IAnsiConsole console, CancellationToken cancellation)
    {
        var path = given.GetRequiredValue(file);
        var request = RequestOf(given, dataModel, limits);
        try
        {
            await using var table = File.OpenRead(path);
            await using var database = await open(given.GetValue(dryRun), cancellation);
            var done = await ProgressingAsync(console, Path.GetFileName(path),
                progress => request.RunAsync(database, table, new ChangeClock(), progress, cancellation));
            ReportTables.Print(done, request.Format.Unit, console);
            if (given.GetValue(writeMapping) is { } proposal)
            {
                var proposed = TableMapping.Propose(request.Entity, done.Reading!);
                await File.WriteAllBytesAsync(proposal, proposed, CancellationToken.None);
            }

            if (given.GetValue(report) is { } reportFile)
            {
                await File.WriteAllBytesAsync(reportFile, done.ToJson(), CancellationToken.None);
            }

            return done.IsAccepted ? 0 : 1;
        }
        catch (TableException damaged)
        {
            throw new StartupException(
                damaged.SayOf(Path.GetFileName(path), request.Format.Unit, request.Language)
                    + NothingImported.In(request.Language), damaged);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The file cannot be read or written: {unusable.Message}", unusable);
        }
    }

    private async Task<int> LoadAsync(ParseResult given, TableLimits limits, Func<bool, CancellationToken, Task<ReformDbContext>> open,
        IAnsiConsole console, CancellationToken cancellation)
    {
        var (folder, isDryRun) = (given.GetRequiredValue(file), given.GetValue(dryRun));
        Option[] ofTables =
            [entity, charset, decimalSign, language, report, county, sheet, mapping, writeMapping, addPlaces, replace];
        if (Array.Find(ofTables, option => given.GetResult(option) is { Implicit: false }) is { } other)
        {
            throw new StartupException($"{other.Name} is for a single table, and {folder} is a folder.");
        }

        var note = NoteOf(given);
        await using var database = await open(isDryRun, cancellation);
        try
        {
            ReportTables.Print(await SeedFiles.LoadAsync(database, folder, limits, note, isDryRun, cancellation), isDryRun, console);
            return 0;
        }
        catch (RefusedTableException refused)
        {
            ReportTables.PrintRefused(refused.Report, TableFormat.Csv.Unit, console, CappedList<object>.Most);
            throw;
        }
    }

    private ChangeNote NoteOf(ParseResult given) => new ImportNote(given.GetRequiredValue(reason), given.GetValue(kind),
        given.GetValue(effectiveOn), given.GetValue(reference), given.GetValue(sha256))
        .Read(LocalActor.Name, new ChangeClock().Now, Refused);

    private ImportRequest RequestOf(ParseResult given, DataModel dataModel, TableLimits limits)
    {
        var name = given.GetValue(entity)
            ?? throw new StartupException(File.Exists(given.GetRequiredValue(file))
                ? "--entity is missing: it names the entity whose rows the table contains."
                : $"There is no file or folder {given.GetRequiredValue(file)}.");
        var format = TableFormat.OfFile(given.GetRequiredValue(file))
            ?? throw new StartupException(
                $"The name of the file must end with one of {string.Join(", ", TableFormat.All.Select(known => known.Extension))}.");
        var target = ImportRequest.Find(dataModel, name)
            ?? throw new StartupException(
                $"--entity cannot be '{name}': it must be one of " +
                $"{string.Join(", ", ImportRequest.EntitiesOf(dataModel).Select(ImportRequest.NameOf))}.");
        var request = new ImportRequest(target, format, NoteOf(given), given.GetValue(dryRun), limits)
        {
            FileName = Path.GetFileName(given.GetRequiredValue(file)),
            Register = RegisterOf(given, dataModel, target),
        };
        return new ImportReading(given.GetValue(charset), given.GetValue(decimalSign), given.GetValue(language), given.GetValue(sheet))
            .For(request, Refused);
    }

    private RegisterRequest? RegisterOf(ParseResult given, DataModel dataModel, EntityModel target)
    {
        if (given.GetValue(county) is { } code)
        {
            var own = given.GetValue(mapping) is { } path
                ? TableMapping.Read(Content(path), dataModel, target, wrong => new StartupException(wrong)) : null;
            return new(code, own, given.GetValue(addPlaces), given.GetValue(replace));
        }

        return Array.Find<Option>([mapping, writeMapping, addPlaces, replace], option => given.GetResult(option) is { Implicit: false })
            is { } other ? throw new StartupException($"{other.Name} requires --county: it is for the register of a county.") : null;
    }

    private static byte[] Content(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"--mapping cannot be read: {unusable.Message}", unusable);
        }
    }

    private static StartupException Refused(string sentence) => new(InOptions(sentence));

    /// <summary>A message in which the parameters of HTTP are called as the options of the command.</summary>
    public static string InOptions(string sentence) => Parameter().Replace(sentence, found => $"--{SchemaNames.KebabCase(found.Value)}");

    [GeneratedRegex(@"(?<=^|\. )(?:reason|kind|charset|decimal|language|sheet|county)\b"
        + @"|(?<!, )\b(?:effectiveOn|evidenceReference|evidenceSha256|addPlaces)\b")] // in a list, it is a column
    private static partial Regex Parameter();

    private static async Task<ImportReport> ProgressingAsync(IAnsiConsole console, string name,
        Func<Action<double>, Task<ImportReport>> run)
    {
        if (!console.Profile.Out.IsTerminal)
        {
            return await run(_ => { });
        }

        return await console.Progress().StartAsync(bars =>
        {
            var bar = bars.AddTask(Markup.Escape(name));
            return run(share => bar.Value = bar.MaxValue * share);
        });
    }
}
