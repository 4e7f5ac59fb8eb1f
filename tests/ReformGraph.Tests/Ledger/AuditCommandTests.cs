using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using ReformGraph.Commands;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Ledger;
using ReformGraph.Data.Sqlite;
using ReformGraph.Settings;
using Xunit;

namespace ReformGraph.Tests.Ledger;

/// <summary>The commands as an auditor uses them, one after the other.</summary>
public sealed partial class AuditCommandTests : IClassFixture<SmallDatabase>
{
    private readonly SmallDatabase database;
    private readonly string file;
    private readonly string folder;

    public AuditCommandTests(SmallDatabase database)
    {
        this.database = database;
        file = database.Copy();
        folder = Directory.CreateDirectory(file + ".auditor").FullName;
    }

    [Fact]
    public async Task An_untouched_database_is_verified_and_is_the_same_file_afterwards()
    {
        await RunAsync("checkpoint", "--out", Kept("checkpoint"));
        await RunAsync("public-key", "--out", Kept("key"));
        var (exit, output) = await RunAsync("verify");
        Assert.Equal(0, exit);
        Assert.Matches(
            $@"\A4 changes, \d+ row versions, root {database.Known.Root}\nThe database agrees with itself\. Without a checkpoint, a log that was forged as a whole cannot be detected\.\n\z", output);

        (exit, output) = await RunAsync("verify", "--checkpoint", Kept("checkpoint"), "--key", Kept("key"));
        Assert.Equal(0, exit);
        Assert.EndsWith("\nThe database agrees with itself and with the checkpoint of 4 changes.\n", output, StringComparison.Ordinal);
        Assert.Equal(database.Bytes, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task An_audit_waits_for_a_process_that_has_the_file_to_itself()
    {
        using var other = SqliteFile.Connect(file, SqliteOpenMode.ReadWrite);
        using var locking = other.CreateCommand();
        locking.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE";
        locking.ExecuteNonQuery();
        var audit = Task.Run(() => RunAsync("verify"));
        await Task.Delay(300);
        Assert.False(audit.IsCompleted);
        other.Close();
        var (exit, output) = await audit;
        Assert.Equal(0, exit);
        Assert.Contains("The database agrees with itself.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_named_line_by_line_and_the_exit_code_is_1()
    {
        await RunAsync("checkpoint", "--out", Kept("checkpoint"));
        Forgery.Write(file, "UPDATE CountiesRevisions SET KnownAs = 'x' WHERE Id = 2; UPDATE Counties SET KnownAs = 'x' WHERE Id = 2");
        var (exit, output) = await RunAsync("verify", "--checkpoint", Kept("checkpoint"));
        Assert.Equal(1, exit);
        Assert.Matches(
            @"\ACHANGED County c \(id 2\) version 1: it differs from what change 1 recorded, of which only the hash is left; now: code is ""c""; knownAs is ""x""; synthetic is ""true""\n4 changes, \d+ row versions, root \w{64}\nThe database differs from what it recorded: 1 fault\.\n\z", output);

        Forgery.Rechain(file);
        Assert.Equal(0, (await RunAsync("verify")).Exit);
        (exit, output) = await RunAsync("verify", "--checkpoint", Kept("checkpoint"));
        Assert.Equal(1, exit);
        Assert.StartsWith("CHANGED the log: its first 4 changes have the root ", output, StringComparison.Ordinal);
        Assert.Contains("the log was rewritten\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_reported_as_JSON_with_the_columns_that_differ()
    {
        Forgery.Write(file,
            "UPDATE RiskVillagesRevisions SET Level = 1, LeadOfficial = '甲' WHERE Id = 2; UPDATE Counties SET KnownAs = 'x' WHERE Id = 2");
        var (exit, output) = await RunAsync("verify", "--json");
        Assert.Equal(1, exit);
        using var json = JsonDocument.Parse(output);
        Assert.Equal((3, 4), (json.RootElement.GetProperty("faults").GetInt32(), json.RootElement.GetProperty("changes").GetInt32()));
        Assert.Equal(
            [
                """{"fault":"CHANGED","place":"RiskVillage RV-H-002 (id 2) version 1","detail":"it differs from what change 1 recorded","row":{"entity":"RiskVillage","id":2,"code":"RV-H-002","version":1},"columns":[{"name":"leadOfficial","recorded":null,"found":"甲"},{"name":"level","recorded":"HIGH","found":"LOW"}]}""",
                """{"fault":"CHANGED","place":"County c (id 2)","detail":"the row differs from its version 1","row":{"entity":"County","id":2,"code":"c","version":null},"columns":[{"name":"knownAs","recorded":"c","found":"x"}]}""",
                """{"fault":"CHANGED","place":"RiskVillage RV-H-002 (id 2)","detail":"the row differs from its version 1, which also differs from what was recorded","row":{"entity":"RiskVillage","id":2,"code":"RV-H-002","version":null},"columns":[]}""",
            ],
            json.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetRawText()));

        Assert.Contains(
            "\nCHANGED County c (id 2): the row differs from its version 1: knownAs is \"x\" but was recorded as \"c\"\n",
            "\n" + (await RunAsync("verify")).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sound_database_is_an_empty_list_of_findings()
    {
        var (exit, output) = await RunAsync("verify", "--json");
        using var json = JsonDocument.Parse(output);
        Assert.Equal((0, 0, 0),
            (exit, json.RootElement.GetProperty("faults").GetInt32(), json.RootElement.GetProperty("findings").GetArrayLength()));
        Assert.Equal(database.Known.Root.ToString(), json.RootElement.GetProperty("root").GetString());
    }

    [Fact]
    public async Task What_was_written_into_the_database_does_not_speak_to_the_terminal()
    {
        Forgery.Write(file,
            "UPDATE Changes SET RecordedAt = 'x' || char(27) || '[2J' || char(10) || 'The database agrees with itself.' WHERE Id = 2");
        var (exit, output) = await RunAsync("verify");
        Assert.Equal(1, exit);
        Assert.DoesNotContain('\u001b', output);
        Assert.DoesNotContain("\nThe database agrees with itself.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a database at all, but a text that is longer than the header of a SQLite file would be, by some way")]
    public async Task A_file_that_is_no_database_is_not_verified(string text)
    {
        await File.WriteAllTextAsync(file, text);
        var (exit, output) = await RunAsync("verify");
        Assert.Equal(1, exit);
        Assert.Contains("The database differs from what it recorded: ", output, StringComparison.Ordinal);
        Assert.StartsWith("The database ", (await Assert.ThrowsAsync<StartupException>(() => RunAsync("checkpoint"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_is_printed_and_signed_with_the_key_of_the_server()
    {
        var (exit, note) = await RunAsync("checkpoint");
        Assert.Equal(0, exit);
        Assert.Matches(
            $@"\A{database.Known.Origin}\n4\n{Regex.Escape(Convert.ToBase64String(database.Known.Root.ToArray()))}\ntime \d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n\n— {database.Known.Origin} \S+\n\z", note);
        using var key = ECDsa.Create();
        key.ImportFromPem((await RunAsync("public-key")).Output);
        Assert.True(Checkpoint.IsSigned(note, key));
    }

    [Theory]
    [InlineData("The checkpoint FOLDER/none cannot be read: ", "verify", "--checkpoint", "none")]
    [InlineData("The file FOLDER/text is not a checkpoint.", "verify", "--checkpoint", "text")]
    [InlineData("The file FOLDER/long is not a checkpoint.", "verify", "--checkpoint", "long")]
    [InlineData("The checkpoint FOLDER cannot be read: ", "verify", "--checkpoint", "")]
    [InlineData("The key FOLDER/none cannot be read: ", "verify", "--checkpoint", "checkpoint", "--key", "none")]
    [InlineData("The file FOLDER/text does not contain a public key for ECDSA over P-256 in PEM format.", "verify", "--checkpoint",
        "checkpoint", "--key", "text")]
    [InlineData("The checkpoint FOLDER/checkpoint is not signed with this key.", "verify", "--checkpoint", "checkpoint", "--key",
        "strange")]
    [InlineData("The checkpoint FOLDER/checkpoint is not signed with this key.", "check-proof", "proof", "--checkpoint", "checkpoint",
        "--key", "strange")]
    [InlineData("The file FOLDER/none/x cannot be written: ", "checkpoint", "--out", "none/x")]
    [InlineData("There is no such entity with versions. Entities with versions: AssetHandover, ", "prove", "--entity", "Villages",
        "--id", "1")]
    [InlineData("There is no such version of RiskVillage 2.", "prove", "--entity", "RiskVillage", "--id", "2", "--version", "9")]
    [InlineData("There is no such version of RiskVillage 99.", "prove", "--entity", "RiskVillage", "--id", "99")]
    [InlineData("There is no RiskVillage with this code.", "prove", "--entity", "RiskVillage", "--code", "RV-H-999")]
    [InlineData("The rows of FigureInput have no codes.", "prove", "--entity", "FigureInput", "--code", "x")]
    [InlineData("It was recorded by change 4, so the log of 1 change does not prove it.", "prove", "--entity", "RiskVillage", "--id", "1",
        "--checkpoint", "first")]
    [InlineData("The log has 4 changes, not 9.", "prove", "--entity", "RiskVillage", "--id", "1", "--checkpoint", "future")]
    [InlineData("The log has 4 changes, not 9.", "prove-consistency", "--from", "future")]
    [InlineData("The proof FOLDER/none cannot be read: ", "check-proof", "none")]
    [InlineData("The file FOLDER/text is not a proof.", "check-proof", "text")]
    [InlineData("The file FOLDER/checkpoint is not a proof.", "check-proof", "checkpoint")]
    [InlineData("The file FOLDER/null is not a proof.", "check-proof", "null")]
    [InlineData("The file FOLDER/part is not a proof.", "check-proof", "part")]
    public async Task What_cannot_be_done_is_reported_in_one_line(string message, params string[] arguments)
    {
        await RunAsync("checkpoint", "--out", Kept("checkpoint"));
        await RunAsync("prove", "--entity", "RiskVillage", "--id", "2", "--out", Kept("proof"));
        await File.WriteAllTextAsync(Kept("text"), "a text");
        await File.WriteAllTextAsync(Kept("null"), "null");
        await File.WriteAllTextAsync(Kept("part"), (await File.ReadAllTextAsync(Kept("proof")))[..^20]);
        await File.WriteAllTextAsync(Kept("long"), new string('\n', 100_000));
        await File.WriteAllTextAsync(Kept("first"), (database.Known with { Size = 1 }).Text);
        await File.WriteAllTextAsync(Kept("future"), (database.Known with { Size = 9 }).Text);
        using (var strange = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        {
            await File.WriteAllTextAsync(Kept("strange"), strange.ExportSubjectPublicKeyInfoPem());
        }

        var isFile = false;
        var given = arguments.Select(argument =>
        {
            var path = isFile ? Kept(argument) : argument;
            isFile = argument is "--checkpoint" or "--key" or "--out" or "--from" or "--to" or "check-proof";
            return path;
        }).ToArray();
        var refusal = await Assert.ThrowsAnyAsync<StartupException>(() => RunAsync(given));
        Assert.StartsWith(message.Replace("FOLDER", folder, StringComparison.Ordinal), refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Theory]
    [InlineData("prove", "--entity", "RiskVillage")]
    [InlineData("prove", "--entity", "RiskVillage", "--id", "1", "--code", "RV-H-001")]
    public void A_row_is_named_by_one_of_its_id_and_its_code(params string[] arguments) => Assert.Equal(
        "Name the row by either --id or --code.",
        Assert.Single(AuditCommand.Create(() => new ReformGraphOptions()).Parse(arguments).Errors).Message);

    [Fact]
    public async Task A_missing_database_is_reported()
    {
        File.Delete(file);
        foreach (var command in (string[][])[["verify"], ["checkpoint"], ["prove", "--entity", "RiskVillage", "--id", "1"]])
        {
            Assert.Equal($"The database {file} does not exist.",
                (await Assert.ThrowsAsync<StartupException>(() => RunAsync(command))).Message);
        }

        Assert.False(File.Exists(file));
    }

    private string Kept(string name) => Path.Combine(folder, name);

    private Digest RootOf(int size)
    {
        var tree = new MerkleTree();
        using var connection = Forgery.Open(file);
        ChangeLog.Leaves(connection, 0, size).ToList().ForEach(tree.Append);
        return tree.Root;
    }

    private async Task<(int Exit, string Output)> WithoutDatabaseAsync(params string[] arguments)
    {
        var away = file + ".away";
        File.Move(file, away);
        try
        {
            return await RunAsync(arguments);
        }
        finally
        {
            File.Move(away, file);
        }
    }

    private async Task<(int Exit, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        var command = AuditCommand.Create(() => new ReformGraphOptions { Database = new() { File = file } });
        var exit = await command.Parse(arguments)
            .InvokeAsync(new InvocationConfiguration { Output = output, EnableDefaultExceptionHandler = false });
        return (exit, output.ToString().ReplaceLineEndings("\n"));
    }
}
