using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Auditing;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.History;
using ReformGraph.Data.Ledger;
using ReformGraph.Data.Versions;
using ReformGraph.Domain.Reports;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;
using ReformGraph.Tests.Seeding;

namespace ReformGraph.Tests.Ledger;

/// <summary>A database with a few rows in every table and a few changes, in pages so small that it is tampered with and audited in a
/// moment.</summary>
public sealed class SmallDatabase : IDisposable
{
    private const int RowsOfTable = 2;
    private const string Text = "甲。乙。";

    private static readonly Lazy<Task<SchemaContent>> Declared = new(() => DeclaredSchema.ReadAsync());

    private readonly SeededDatabase seeded = new();
    private int copies;

    public SmallDatabase()
    {
        MakeAsync().GetAwaiter().GetResult();
        SqliteConnection.ClearAllPools();
        Bytes = File.ReadAllBytes(seeded.Path);
        using var context = DatabaseFile.ReadingContextOf(seeded.Path);
        context.Database.OpenConnection();
        Known = ChangeLog.Now((SqliteConnection)context.Database.GetDbConnection(), DateTime.UtcNow);
    }

    /// <summary>The file.</summary>
    public byte[] Bytes { get; }

    /// <summary>The checkpoint that its auditor keeps.</summary>
    internal Checkpoint Known { get; }

    /// <summary>A copy that a test can tamper with.</summary>
    public string Copy() => Write(Bytes);

    /// <summary>A file of these bytes.</summary>
    public string Write(byte[] bytes)
    {
        var path = Path.Combine(seeded.Folder, Interlocked.Increment(ref copies).ToString(CultureInfo.InvariantCulture) + ".db");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>What an audit finds in a file.</summary>
    internal static async Task<IReadOnlyList<string>> AuditAsync(string path, Checkpoint? known)
    {
        await using var context = DatabaseFile.ReadingContextOf(path);
        var report = await Audit.RunAsync(context, await Declared.Value, known);
        return [.. report.Findings.Select(finding => finding.ToString())];
    }

    public void Dispose() => seeded.Dispose();

    private async Task MakeAsync()
    {
        using (var connection = Forgery.Open(seeded.Path))
        {
            using var made = DatabaseFile.ContextOf(seeded.Path);
            DerivedSchema.Drop(connection, made.Model);
            Forgery.Execute(connection, "INSERT INTO Counties (Code, Synthetic, KnownAs, Version) VALUES ('c', 1, 'c', 1); "
                + "INSERT INTO Villages (Code, Synthetic, TownshipId, Version) VALUES ('v', 1, 1, 1), ('w', 1, 2, 1); "
                + "INSERT INTO Reports (Code, TitleZh, TitleEn, Sha256, CountyId, Version) SELECT 'r', TitleZh, TitleEn, Sha256, 2, 1 " +
                "FROM Reports; "
                + $"UPDATE Reports SET Sha256 = '{ReportText.Hash(Text)}', TextLength = {Text.Length} WHERE Code = 'r'; "
                + $"INSERT INTO ReportTexts VALUES ('{ReportText.Hash(Text)}', '{Text}'); "
                + string.Concat(new ReportText(Text).Sentences.Select(sentence =>
                    $"INSERT INTO ReportSentences VALUES ('{ReportText.Hash(sentence)}', '{sentence}'); "))
                + "INSERT INTO Problems (Code, Statement, Source, CountyId, Version) VALUES ('p', '一', '甲', 1, 1), ('q', '二', '乙', 2, 1); "
                + "INSERT INTO RegisterSynonyms (Code, Register, Wording, Meaning, CountyId, Version) VALUES "
                + "('a', 'problems', '甲', 'source', 1, 1), ('b', 'problems', '乙', NULL, 2, 1); "
                + "UPDATE RiskVillages SET CountyId = 2, VillageId = 1 WHERE Id = 2; UPDATE ReformTasks SET CountyId = 2 WHERE Id = 2; "
                + "UPDATE AssetHandovers SET CountyId = 2, HandedOverOn = '2021-03-04', FloorArea = 10000 WHERE Id = 2");
            Shrink(connection);
        }

        await using var context = DatabaseFile.ContextOf(seeded.Path);
        await context.Database.OpenConnectionAsync();
        DerivedSchema.Make(context.Database.GetDbConnection(), context.Model);
        await FirstChange.RecordAsync(context, new ChangeNote(LocalActor.Name, ChangeKind.Seed, "The rows as they were."),
            new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), default);
        await ChangeAsync(context, Revisions.DeclaredIn(context.Model)
            .Select(revisions => $"UPDATE \"{revisions.Rows.GetTableName()}\" SET Version = Version + 1 WHERE Id = 1"));
        await ChangeAsync(context,
            ["INSERT INTO RiskVillages (Code, Synthetic, Level, CountyId, LeadOfficial, RiskFactors, Version) VALUES ('RV-X', 1, 2, 1, '王', '债务', 1)"]);
        await ChangeAsync(context,
            ["DELETE FROM RiskVillages WHERE Id = 1", "UPDATE RiskVillages SET Level = 3, Version = 2 WHERE Code = 'RV-X'"]);
        await context.Database.ExecuteSqlRawAsync(
            "INSERT INTO ApiKeys (Name, Prefix, Hash, Role, CreatedAt) VALUES ('a', 'abcdefgh', x'01', 1, '2026-01-01 00:00:00'), ('b', " +
            "'ijklmnop', x'02', 2, '2026-01-01 00:00:00'); "
            + "INSERT INTO IdempotencyKeys VALUES ('a', 'k', x'01', 2, 1, 2, '2026-01-01 00:00:00'), ('a', 'l', x'02', 3, 1, 3, " +
            "'2026-01-01 00:00:00'); "
            + "ANALYZE; PRAGMA journal_mode = DELETE; PRAGMA page_size = 512; VACUUM");
    }

    private static void Shrink(SqliteConnection connection)
    {
        var tables = Tables(connection).ToList();
        while (tables.Sum(table => Thin(connection, table)) > 0)
        {
            // What no row refers to any more goes in the next round.
        }

        foreach (var table in (string[])["DataState", "Changes", "ChangeLeaves", "sqlite_sequence",
            .. tables.Select(table => table + "Revisions")])
        {
            Forgery.Execute(connection, $"DELETE FROM \"{table}\"");
        }
    }

    /// <summary>The tables of the entities.</summary>
    private static IEnumerable<string> Tables(SqliteConnection connection) =>
        Forgery.Read(connection,
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name || 'Revisions' IN (SELECT name FROM sqlite_schema)")
            .Select(row => (string)row[0]);

    /// <summary>Deletes all but a few rows, and those that others refer to.</summary>
    private static int Thin(SqliteConnection connection, string table)
    {
        var references =
            Forgery.Read(connection,
            "SELECT t.name, k.\"from\" FROM sqlite_schema AS t JOIN pragma_foreign_key_list(t.name) AS k WHERE t.type = 'table' AND " +
            $"k.\"table\" = '{table}'").ToList();
        Forgery.Execute(connection,
            $"DELETE FROM \"{table}\" WHERE Id > " +
            $"{RowsOfTable}{string.Concat(references.Select(each => $" AND Id NOT IN (SELECT \"{each[1]}\" FROM \"{each[0]}\" WHERE \"{each[1]}\" IS NOT NULL)"))}");
        return Convert.ToInt32(Forgery.Read(connection, "SELECT changes()").Single()[0], CultureInfo.InvariantCulture);
    }

    private static async Task ChangeAsync(ReformDbContext context, IEnumerable<string> statements)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        var recording = await SealedRecording.BeginAsync(context, new ChangeNote("审计局", ChangeKind.Event, "It was decided.")
        {
            EffectiveOn = new DateOnly(2026, 2, 3),
            EvidenceReference = "文号 1",
            EvidenceSha256 = new string('a', 64),
        });
        foreach (var statement in statements)
        {
            await context.Database.ExecuteSqlRawAsync(statement);
        }

        await recording.EndAsync(new DateTime(2026, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        await transaction.CommitAsync();
    }
}
