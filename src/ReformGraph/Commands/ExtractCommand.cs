using System.CommandLine;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Extraction;
using ReformGraph.Data.Reports;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Rules;
using ReformGraph.Settings;

namespace ReformGraph.Commands;

/// <summary><c>extract REPORT</c>: proposes the figures of a report, and its checks, as tables. It makes no database.</summary>
internal static class ExtractCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="limits">The limits of a report; called when it runs.</param>
    /// <param name="open">Opens the database for reading; null if there is none.</param>
    public static Command Create(Func<RequestLimits> limits, Func<ReformDbContext?> open)
    {
        var report = new Argument<string>("REPORT")
        {
            Description = "The report: a text in UTF-8 or GB18030 (.txt), or a Word file (.docx).",
        };
        var target = new Option<string>("--out")
        {
            Description = "The file for the proposals, .csv or .xlsx [default: CSV on standard output].",
            HelpName = "DRAFT",
        };
        var checks = new Option<string>("--checks")
        {
            Description = "The file for proposed checks between the figures, .csv or .xlsx [default: none].",
            HelpName = "CHECKS",
        };
        var all = new Option<bool>("--all") { Description = "Lists digits that state no quantity too, each with the reason." };
        var command = new Command("extract", "Proposes every quantity of a report as a figure, and writes nothing to the database.")
        {
            report, target, checks, all,
        };
        command.SetAction((given, cancellation) =>
            RunAsync(given.GetRequiredValue(report), given.GetValue(target), given.GetValue(checks), given.GetValue(all),
                limits().ReportBytes, open, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string path, string? target, string? checks, bool all, long mostBytes,
        Func<ReformDbContext?> open, CancellationToken cancellation)
    {
        var format = ReportFormat.OfFile(path)
            ?? throw new StartupException(
                $"The name of the report must end with {string.Join(" or ", ReportFormat.All.Select(known => known.Extension))}.");
        var (draft, tableOfChecks) = (FormatOf(target, "--out"), FormatOf(checks, "--checks"));
        try
        {
            await using var file = File.OpenRead(path);
            if (file.Length > mostBytes)
            {
                throw new StartupException($"{Path.GetFileName(path)} is larger than {mostBytes} bytes (Limits:ReportBytes).");
            }

            await using var database = open();
            var known = database is null ? [] : await KnownIndicators.ReadAsync(database, cancellation);
            var rows = IndicatorSuggestions.Suggest([.. ReportDraft.Make(format.Read(file, mostBytes), all)], known);
            using var written = await WrittenAsync(draft, DraftWriter.TableOf(rows), cancellation);
            using var proposed = checks is null ? null
                : await WrittenAsync(tableOfChecks, CheckWriter.TableOf(CheckProposals.From(rows, known)), cancellation);
            await SaveAsync(written, target, cancellation);
            if (proposed is not null)
            {
                await SaveAsync(proposed, checks, cancellation);
            }

            return 0;
        }
        catch (TableException damaged)
        {
            throw new StartupException(damaged.SayOf(Path.GetFileName(path), format.Unit, Language.English), damaged);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The file cannot be read or written: {unusable.Message}", unusable);
        }
    }

    /// <summary>The format of a file that an option names; CSV if it is not given.</summary>
    public static DraftFormat FormatOf(string? target, string option) => target is null ? DraftFormat.Csv : DraftFormat.OfFile(target)
        ?? throw new StartupException($"{option} must end with {string.Join(" or ", DraftFormat.All.Select(known => known.Extension))}.");

    /// <summary>A table in a format.</summary>
    public static async Task<MemoryStream> WrittenAsync(DraftFormat format, DraftTable table, CancellationToken cancellation)
    {
        var written = new MemoryStream();
        await format.WriteAsync(table, written, cancellation);
        written.Position = 0;
        return written;
    }

    /// <summary>Writes a table to a file or, without one, to standard output. Only what is complete replaces a file.</summary>
    public static async Task SaveAsync(MemoryStream written, string? target, CancellationToken cancellation)
    {
        await using var output = target is null ? Console.OpenStandardOutput() : File.Create(target);
        await written.CopyToAsync(output, cancellation);
    }
}
