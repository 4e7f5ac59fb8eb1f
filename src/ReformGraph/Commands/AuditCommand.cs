using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ReformGraph.Data.Auditing;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Ledger;
using ReformGraph.Data.Sqlite;
using ReformGraph.Data.Versions;
using ReformGraph.Domain.Rules;
using ReformGraph.Settings;

namespace ReformGraph.Commands;

/// <summary>
/// <c>audit</c>: what an auditor does with the log. It creates checkpoints and proofs, checks a database against a checkpoint, and checks
/// proofs without a database. It never changes the database.
/// </summary>
/// <param name="settings">The settings; called when a command runs.</param>
internal sealed class AuditCommand(Func<ReformGraphOptions> settings)
{
    private readonly Option<string> outFile =
        new("--out") { Description = "The file to write. By default, the result is printed.", HelpName = "FILE" };
    private readonly Option<string> keyFile =
        new("--key") { Description = "The server's public key. Checkpoints must be signed with its private key.", HelpName = "FILE" };

    private readonly Option<bool> asJson =
        new("--json")
        {
            Description =
        "Prints the findings as JSON: the type, id, code and version of each row, and for each column what was recorded and what was found."
        };

    private string Database => settings().Database.File;

    private string KeyFile => settings().LedgerKeyFile;

    /// <summary>Creates the command.</summary>
    public static Command Create(Func<ReformGraphOptions> settings)
    {
        var audit = new AuditCommand(settings);
        return new Command("audit", "Checks the log of changes, and creates and checks its checkpoints and proofs.")
        {
            audit.Verify(), audit.MakeCheckpoint(), audit.PublicKey(), audit.Prove(), audit.Consistency(), audit.CheckProof(),
        };
    }

    private Command Verify()
    {
        var checkpoint = CheckpointOption(
            "A checkpoint that was kept elsewhere. Without one, a log that was forged as a whole cannot be told from the genuine one.");
        var command = new Command("verify",
            "Recomputes the whole database from what was recorded, and reports what is wrong.") { checkpoint, keyFile, asJson };
        command.SetAction(async (arguments, cancellation) =>
        {
            var known = arguments.GetValue(checkpoint) is { } path ? Read(path, arguments) : null;
            var earlier = await EarlierVersion.OfAsync(SqliteFile.Existing(Database), MigrationSet.OfProgram, cancellation);
            var declared = earlier?.Schema ?? await DeclaredSchema.ReadAsync(cancellation);
            await using var context = DatabaseFile.ReadingContextOf(Database);
            var output = arguments.InvocationConfiguration.Output; // not a console, which would wrap long lines
            AuditReport report;
            if (arguments.GetValue(asJson))
            {
                var json = new AuditJson(output);
                json.Begin(Database, earlier);
                report = await Audit.RunAsync(context, declared, known, json.Write, earlier, cancellation);
                json.End(report, known);
            }
            else
            {
                Print(output, earlier);
                report = await Audit.RunAsync(context, declared, known, finding => output.WriteLine(OneLine(finding.ToString())), earlier,
                    cancellation);
                Print(output, report, known);
            }

            return report.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private Command MakeCheckpoint()
    {
        var command =
            new Command("checkpoint",
            "Prints the current size and root of the log, signed. Keep the checkpoint where the database's owner cannot change it.")
            { outFile };
        command.SetAction(arguments =>
        {
            var checkpoint = new LogReader(Database).Checkpoint(TimeProvider.System.GetUtcNow().UtcDateTime);
            using var key = LedgerKey.Open(KeyFile);
            Write(arguments, checkpoint.Sign(key));
        });
        return command;
    }

    private Command PublicKey()
    {
        var command = new Command("public-key", "Prints the public key that verifies this server's checkpoints.") { outFile };
        command.SetAction(arguments =>
        {
            using var key = LedgerKey.Open(KeyFile);
            Write(arguments, key.ExportSubjectPublicKeyInfoPem() + "\n");
        });
        return command;
    }

    private Command Prove()
    {
        var entity = new Option<string>("--entity")
        {
            Description = "The type of the row, for example RiskVillage.",
            HelpName = "TYPE",
            Required = true
        };
        var id = new Option<int?>("--id") { Description = "The id of the row.", HelpName = "ID" };
        var code = new Option<string>("--code") { Description = "The code of the row, instead of its id.", HelpName = "CODE" };
        var county = new Option<string>("--county") { Description = "The code of the county whose row has the code.", HelpName = "CODE" };
        var version = new Option<int?>("--version")
        {
            Description = "The version of the row. By default, what was last recorded of it.",
            HelpName = "N"
        };
        var checkpoint = CheckpointOption("The checkpoint to prove against. By default, the current state of the log.");
        var command = new Command("prove", "Creates a proof that a version of a row was recorded, or that the row was withdrawn.") { entity,
            id, code, county, version, checkpoint, outFile };
        command.Validators.Add(given => RequireOne(given, id, code, county));
        command.SetAction(arguments =>
        {
            var size = SizeOf(arguments.GetValue(checkpoint));
            var type = arguments.GetRequiredValue(entity);
            var proof = new LogReader(Database).Prove(maker => maker.Inclusion(type,
                arguments.GetValue(id) ?? maker.IdOf(type, arguments.GetRequiredValue(code), arguments.GetValue(county)),
                arguments.GetValue(version), size));
            Write(arguments, proof.ToJson() + "\n");
        });
        return command;
    }

    private static void RequireOne(CommandResult given, Option id, Option code, Option county)
    {
        if (given.GetResult(id) is null == given.GetResult(code) is null)
        {
            given.AddError("Name the row by either --id or --code.");
        }

        if (given.GetResult(county) is not null && given.GetResult(code) is null)
        {
            given.AddError("--county says which row has the code: give it with --code only.");
        }
    }

    private Command Consistency()
    {
        var from = new Option<string>("--from") { Description = "The earlier checkpoint.", HelpName = "FILE", Required = true };
        var to = new Option<string>("--to")
        {
            Description = "The later checkpoint. By default, the current state of the log.",
            HelpName = "FILE"
        };
        var command =
            new Command("prove-consistency", "Creates a proof that the log has only grown since a checkpoint.") { from, to, outFile };
        command.SetAction(arguments =>
        {
            var (first, second) = (SizeOf(arguments.GetRequiredValue(from))!.Value, SizeOf(arguments.GetValue(to)));
            Write(arguments, new LogReader(Database).Prove(maker => maker.Consistency(first, second)).ToJson() + "\n");
        });
        return command;
    }

    private Command CheckProof()
    {
        var file = new Argument<string>("FILE") { Description = "The proof." };
        var checkpoints = new Option<string[]>("--checkpoint")
        {
            Description =
            "A checkpoint that was kept. The proof must be about the log as of this checkpoint.",
            HelpName = "FILE"
        };
        var command = new Command("check-proof", "Checks a proof; no database is needed.") { file, checkpoints, keyFile };
        command.SetAction(arguments =>
        {
            var proof = Proof.Read(arguments.GetRequiredValue(file));
            var known = (arguments.GetValue(checkpoints) ?? []).Select(path => Read(path, arguments)).ToList();
            var fault = !proof.Holds ? "its hashes do not lead to its root"
                : known.Find(checkpoint => checkpoint.Origin != proof.Origin) is { } other
                ? $"it is about {proof.Origin}, but the checkpoint is about {other.Origin}"
                : known.Find(checkpoint => !proof.Ends.Contains((checkpoint.Size, checkpoint.Root))) is { } strange
                ? $"it is not about the log as it was at the checkpoint, with {English.Count(strange.Size, "change")} and the root " +
                    $"{strange.Root}"
                : null;
            Print(arguments.InvocationConfiguration.Output, proof, known, fault);
            return fault is null ? 0 : 1;
        });
        return command;
    }

    private static void Print(TextWriter output, EarlierVersion? earlier)
    {
        if (earlier is not null)
        {
            output.WriteLine(
                $"An earlier version of this program created the database: its last migration is {earlier.Migration}, and that of this " +
                $"version is {MigrationSet.OfProgram.Last}. Its tables and columns are compared with those of that version; its triggers " +
                $"and views are not verified. {earlier.HowToUpgrade}.");
        }
    }

    private static void Print(TextWriter output, AuditReport report, Checkpoint? known)
    {
        output.WriteLine($"{English.Count(report.Changes, "change")}, {English.Count(report.Versions, "row version")}, root {report.Root}");
        output.WriteLine(report.Count > 0 ? $"The database differs from what it recorded: {English.Count(report.Count, "fault")}."
            : known is null ? "The database agrees with itself. Without a checkpoint, a log that was forged as a whole cannot be detected."
            : $"The database agrees with itself and with the checkpoint of {English.Count(known.Size, "change")}.");
    }

    private static void Print(TextWriter output, Proof proof, List<Checkpoint> known, string? fault)
    {
        if (fault is not null)
        {
            output.WriteLine($"The proof does not hold: {fault}.");
            return;
        }

        foreach (var statement in proof.Statements)
        {
            output.WriteLine(OneLine(statement));
        }

        foreach (var (size, root) in proof.Ends)
        {
            output.WriteLine(known.Exists(checkpoint => checkpoint.Size == size)
                ? $"The log of {English.Count(size, "change")} is that of the checkpoint."
                : $"This assumes that the log of {English.Count(size, "change")} had the root {Convert.ToBase64String(root.ToArray())}: " +
                "compare it with a checkpoint.");
        }

        output.WriteLine("The proof holds.");
    }

    private Checkpoint Read(string path, ParseResult arguments)
    {
        if (arguments.GetValue(keyFile) is not { } publicKey)
        {
            return Checkpoint.Read(path);
        }

        using var key = LedgerKey.OpenPublic(publicKey);
        return Checkpoint.Read(path, key);
    }

    private static Option<string> CheckpointOption(string description) =>
        new("--checkpoint") { Description = description, HelpName = "FILE" };

    /// <summary>A text from the database that neither breaks the line nor sends control characters to the terminal.</summary>
    internal static string OneLine(string text) =>
        string.Concat(text.Select(
        character => char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format ? ' ' : character));

    private static long? SizeOf(string? checkpoint) => checkpoint is null ? null : Checkpoint.Read(checkpoint).Size;

    private void Write(ParseResult arguments, string text)
    {
        if (arguments.GetValue(outFile) is not { } path)
        {
            arguments.InvocationConfiguration.Output.Write(text);
            return;
        }

        try
        {
            File.WriteAllText(path, text);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The file {path} cannot be written: {cause.Message}", cause);
        }
    }
}
