using System.CommandLine;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Reports;
using Spectre.Console;

namespace ReformGraph.Commands;

/// <summary>
/// <c>verify-source FILE</c>: proves every figure and initiative in the database against the text of the report. It reads the database
/// rather than the seed files, because the database is what is served. The exit code is 1 if anything does not match.
/// </summary>
internal static class VerifySourceCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="open">Opens the database.</param>
    /// <param name="console">Where the table is printed.</param>
    public static Command Create(Func<CancellationToken, Task<ReformDbContext>> open, IAnsiConsole console)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The text of a report, in UTF-8 or GB18030, or a Word file (.docx) [default: each text that the database keeps].",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("verify-source", "Proves every figure and initiative against the text of the report.") { file };
        command.SetAction(async (arguments, cancellation) =>
        {
            var given = arguments.GetValue(file) is { } path ? ReportFile.Read(path) : null;
            await using var context = await open(cancellation);
            var verifications = new List<SourceVerification>();
            foreach (var text in given is not null ? [given] : await KeptTexts.AllAsync(context, cancellation))
            {
                verifications.Add(await SourceVerification.RunAsync(context, text, cancellation));
                Print(verifications[^1], console);
            }

            if (verifications is [])
            {
                throw new StartupException("The database keeps no text of a report: name the file of one.");
            }

            return verifications.TrueForAll(verification => verification.Holds) ? 0 : 1;
        });
        return command;
    }

    private static void Print(SourceVerification verification, IAnsiConsole console)
    {
        var table = new Table().AddColumns("Kind", "Code", "Start", "Says", "Proof");
        foreach (var finding in verification.Findings)
        {
            table.AddRow(
                new Text(finding.Kind),
                new Text(finding.Code),
                new Text(finding.Start?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty),
                new Text(finding.Claim),
                new Text(finding.Mismatch is { } mismatch ? $"MISMATCH: {mismatch}" : "matches"));
        }

        console.Write(table);
        var mismatches = verification.Mismatches.ToList();
        console.WriteLine(verification.Report is { } report
            ? $"Document: SHA-256 {verification.Sha256}, report {report}"
            : $"Document: SHA-256 {verification.Sha256}, which is not the document of any report in the database");
        console.WriteLine($"{verification.Findings.Count - mismatches.Count} of {verification.Findings.Count} match");
        foreach (var mismatch in mismatches)
        {
            console.WriteLine($"Mismatch: {mismatch.Kind} {mismatch.Code}: {mismatch.Mismatch}");
        }
    }
}
