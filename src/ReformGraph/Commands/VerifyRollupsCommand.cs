using System.CommandLine;
using System.Globalization;
using ReformGraph.Data.Contexts;
using ReformGraph.Engine.Storage;
using Spectre.Console;

namespace ReformGraph.Commands;

/// <summary>
/// <c>verify-rollups</c>: compares the rollups with their rows. The exit code is 1 if any group differs; the group is printed with both
/// sides. Numbers are shown as stored: decimals in ten-thousandths, long ones in two halves.
/// </summary>
internal static class VerifyRollupsCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="open">Opens the database.</param>
    /// <param name="console">Where the table is printed.</param>
    public static Command Create(Func<CancellationToken, Task<ReformDbContext>> open, IAnsiConsole console)
    {
        var command = new Command("verify-rollups", "Compares the rollups, which answer hot aggregates, with the rows.");
        command.SetAction(async (_, cancellation) =>
        {
            await using var context = await open(cancellation);
            var findings = await RollupVerification.RunAsync(context, cancellation);
            Print(findings, console);
            return findings.All(finding => finding.Mismatches.Count == 0) ? 0 : 1;
        });
        return command;
    }

    private static void Print(IReadOnlyList<RollupFinding> findings, IAnsiConsole console)
    {
        var table = new Table().AddColumns("Rollup", "Groups", "Groups that differ from the rows");
        foreach (var finding in findings)
        {
            table.AddRow(new Text(finding.Name), Number(finding.Groups), Number(finding.Mismatches.Count));
        }

        console.Write(table);
        foreach (var finding in findings)
        {
            foreach (var mismatch in finding.Mismatches)
            {
                console.WriteLine($"Mismatch: {finding.Name}: {mismatch}");
            }
        }
    }

    private static Text Number(long value) => new(value.ToString("N0", CultureInfo.InvariantCulture));
}
