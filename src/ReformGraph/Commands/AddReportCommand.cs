using System.CommandLine;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Extraction;
using ReformGraph.Data.History;
using ReformGraph.Data.Import;
using ReformGraph.Data.Reports;
using ReformGraph.Data.Tables;
using ReformGraph.Data.Writes;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;
using ReformGraph.Settings;
using Spectre.Console;

namespace ReformGraph.Commands;

/// <summary><c>add-report REPORT --county CODE --figures DRAFT --reason TEXT</c>: adds a report with its text and the figures of a
/// corrected draft, in one change. It checks no role: anyone who may write the database file may run it.</summary>
internal sealed class AddReportCommand
{
    private readonly Argument<string> report = new("REPORT")
    {
        Description = "The report: a text in UTF-8 or GB18030 (.txt), or a Word file (.docx).",
    };
    private readonly Option<string> figures = new("--figures")
    {
        Description = "The draft that extract wrote, with the indicators filled in: .csv or .xlsx. Rows without an indicator are left out.",
        HelpName = "DRAFT",
    };
    private readonly Option<string> checks = new("--checks")
    {
        Description = "The checks that extract proposed, without the rows that are wrong: .csv or .xlsx.",
        HelpName = "CHECKS",
    };
    private readonly Option<string> proposed = new("--proposed-checks")
    {
        Description = "The file for the checks that the corrected draft suggests and nobody has confirmed: .csv or .xlsx [default: none].",
        HelpName = "CHECKS",
    };
    private readonly Dictionary<string, Option<string>> fields = ReportFields.All.ToDictionary(field => field.Name,
        field => new Option<string>($"--{SchemaNames.KebabCase(field.Name)}")
        {
            Description = field.Description,
            HelpName = field.Name == ReportFields.Required ? "CODE" : "VALUE",
            Required = field.Name == ReportFields.Required,
        });
    private readonly Option<string> reason =
        new("--reason") { Description = "Why the change is made. The reason is recorded.", HelpName = "TEXT", Required = true };
    private readonly Option<string> language = new("--language")
    {
        Description = "The language of the messages about refused cells, en or zh [default: en].",
        HelpName = "LANGUAGE",
    };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Writes nothing and reports what would be done." };
    private readonly Option<string> answer = new("--report") { Description = "The file for the report as JSON.", HelpName = "FILE" };

    /// <summary>Creates the command.</summary>
    /// <param name="limits">The limits of a report and a table; called when it runs.</param>
    /// <param name="open">Opens the database for writing; the argument is whether it must exist already.</param>
    /// <param name="console">Where the outcome is printed.</param>
    public static Command Create(
        Func<RequestLimits> limits, Func<bool, CancellationToken, Task<ReformDbContext>> open, IAnsiConsole console)
    {
        var add = new AddReportCommand();
        var command = new Command(
            "add-report", "Adds a report with its text, and the figures and checks of a corrected draft, in one change.")
        {
            add.report, add.figures, add.checks, add.proposed, add.reason, add.language, add.dryRun, add.answer,
        };
        foreach (var option in add.fields.Values)
        {
            command.Add(option);
        }

        command.SetAction(async (given, cancellation) =>
        {
            try
            {
                return await add.RunAsync(given, limits(), open, console, cancellation);
            }
            catch (Exception failure) when (StorageFailure.ToRequestError(failure) is { } error)
            {
                throw new StartupException(error.Message, failure);
            }
        });
        return command;
    }

    private async Task<int> RunAsync(ParseResult given, RequestLimits limits, Func<bool, CancellationToken, Task<ReformDbContext>> open,
        IAnsiConsole console, CancellationToken cancellation)
    {
        var path = given.GetRequiredValue(report);
        var format = ReportFormat.OfFile(path) ?? throw new StartupException(
            $"The name of the report must end with {string.Join(" or ", ReportFormat.All.Select(known => known.Extension))}.");
        var (draft, confirmed) = (new DraftOf(given, figures), new DraftOf(given, checks));
        var proposals = ExtractCommand.FormatOf(given.GetValue(proposed), proposed.Name);
        try
        {
            await using var file = File.OpenRead(path);
            var request = RequestOf(given, Reading(path, format.Unit, () => format.Read(file, limits.ReportBytes)));
            await using var database = await open(given.GetValue(dryRun), cancellation);
            var done = await request.RunAsync(database, result => new(
                draft.Read((rows, table) => DraftFile.Read(rows, table, limits.Tables, result)),
                confirmed.Read((rows, table) => CheckFile.Read(rows, table, limits.Tables, result))), new ChangeClock(), cancellation);
            ReportTables.Print(done, (draft.Format ?? TableFormat.Csv).Unit, (confirmed.Format ?? TableFormat.Csv).Unit, console);
            await SaveAsync(given, done, proposals);
            return done.IsAccepted ? 0 : 1;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The file cannot be read or written: {unusable.Message}", unusable);
        }
    }

    private async Task SaveAsync(ParseResult given, ReportLoading done, DraftFormat proposals)
    {
        if (given.GetValue(proposed) is { } table)
        {
            using var written = await ExtractCommand.WrittenAsync(proposals, CheckWriter.TableOf(done.Proposals), CancellationToken.None);
            await ExtractCommand.SaveAsync(written, table, CancellationToken.None);
        }

        if (given.GetValue(answer) is { } target)
        {
            await File.WriteAllBytesAsync(target, done.ToJson(), CancellationToken.None);
        }
    }

    private ReportRequest RequestOf(ParseResult given, ReportContent content)
    {
        var note = new ImportNote(given.GetRequiredValue(reason), null, null, null, null)
            .Read(LocalActor.Name, new ChangeClock().Now, wrong => new StartupException(wrong));
        var stated = ReportFields.Read(name => given.GetValue(fields[name]),
            (name, wrong) => new StartupException(given.GetValue(language) is "zh" ? $"--{SchemaNames.KebabCase(name)} {wrong.Zh}。"
                : $"--{SchemaNames.KebabCase(name)} {wrong.En}."));
        return new(stated, content, note, given.GetValue(dryRun), given.GetValue(language) switch
        {
            null or "en" => Language.English,
            "zh" => Language.Chinese,
            _ => throw new StartupException("--language must be en or zh."),
        });
    }

    private static T Reading<T>(string path, string unit, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (TableException damaged)
        {
            throw new StartupException($"{damaged.SayOf(Path.GetFileName(path), unit, Language.English)} Nothing was added.", damaged);
        }
    }

    /// <summary>A table that an option names.</summary>
    private sealed class DraftOf
    {
        private readonly string? path;

        public DraftOf(ParseResult given, Option<string> option)
        {
            path = given.GetValue(option);
            Format = path is null ? null : DraftCells.Formats.FirstOrDefault(one =>
                    path.EndsWith(one.Extension, StringComparison.OrdinalIgnoreCase))
                ?? throw new StartupException(
                    $"{option.Name} must end with {string.Join(" or ", DraftCells.Formats.Select(known => known.Extension))}.");
        }

        /// <summary>Its format; null if the option is not given.</summary>
        public TableFormat? Format { get; }

        /// <summary>Its rows; none if the option is not given.</summary>
        public IReadOnlyList<T> Read<T>(Func<Stream, TableFormat, IReadOnlyList<T>> read)
        {
            if (path is null)
            {
                return [];
            }

            using var file = File.OpenRead(path);
            return Reading(path, Format!.Unit, () => read(file, Format));
        }
    }
}
