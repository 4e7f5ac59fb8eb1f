using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Engine.Modeling;
using SQLitePCL;
using Xunit;

namespace ReformGraph.Tests.Ledger;

/// <summary>Every table of a database is tampered with in every way, and an auditor who has a checkpoint sees it.</summary>
[Trait("Kind", "exhaustive")]
public sealed class TamperingTests(SmallDatabase database) : IClassFixture<SmallDatabase>
{
    private const int EnableTrigger = 1003; // SQLITE_DBCONFIG_ENABLE_TRIGGER

    private readonly string untouched = database.Copy();

    [Fact]
    public async Task An_untouched_database_never_alarms_and_has_rows_in_every_table()
    {
        Assert.Empty(await SmallDatabase.AuditAsync(untouched, database.Known));
        Assert.All(Tables(), table => Assert.NotEmpty(Values($"SELECT 1 FROM \"{table}\"")));
    }

    [Fact]
    public Task Every_edit_of_a_value_is_seen() => AllSeenAsync(
        from table in Tables()
        from column in Columns(table)
        where Content.IsRecorded(table, column.Name)
        from edit in ((string Row, string Value)[])[("MAX", Another(column.Name)), .. OtherEdits(column).Select(value => ("MIN", value))]
        select $"UPDATE \"{table}\" SET \"{column.Name}\" = {edit.Value} WHERE rowid = (SELECT {edit.Row}(rowid) FROM \"{table}\")");

    [Fact]
    public Task Every_row_that_is_taken_away_or_added_is_seen() => AllSeenAsync(
        from table in Tables()
        from statement in (string[])[
            $"DELETE FROM \"{table}\" WHERE rowid = (SELECT MIN(rowid) FROM \"{table}\")",
            $"DELETE FROM \"{table}\" WHERE rowid = (SELECT MAX(rowid) FROM \"{table}\")",
            $"DELETE FROM \"{table}\"",
            Insertion(table)]
        select statement);

    [Fact]
    public Task Rows_that_change_places_are_seen() => AllSeenAsync(
        from table in Tables()
        from column in Columns(table)
        where IsOwnKey(column) && (column.Name == "RevisionId" || Content.IsRecorded(table, "Id"))
        where Values($"SELECT \"{column.Name}\" FROM \"{table}\"").Count > 1
        let ends = $"(SELECT MIN(\"{column.Name}\") FROM \"{table}\"), (SELECT MAX(\"{column.Name}\") FROM \"{table}\")"
        select $"CREATE TEMP TABLE ends AS SELECT * FROM (VALUES ({ends})); UPDATE \"{table}\" SET \"{column.Name}\" = -1 WHERE " +
            $"\"{column.Name}\" = (SELECT column1 FROM ends); "
            + $"UPDATE \"{table}\" SET \"{column.Name}\" = (SELECT column1 FROM ends) WHERE \"{column.Name}\" = (SELECT column2 FROM " +
            $"ends); UPDATE \"{table}\" SET \"{column.Name}\" = (SELECT column2 FROM ends) WHERE \"{column.Name}\" = -1");

    [Fact]
    public Task Every_edit_of_the_schema_is_seen() => AllSeenAsync((
        from rowid in Values(
            "SELECT rowid FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' AND (type IN ('table', 'view') OR rowid % 8 = 0)")
        select "PRAGMA writable_schema = ON; " + (rowid / 8 % 2 == 0 ? $"DELETE FROM sqlite_schema WHERE rowid = {rowid}"
            : $"UPDATE sqlite_schema SET sql = sql || ' ' WHERE rowid = {rowid}"))
        .Append("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'stat)', 'stit)') WHERE name = 'sqlite_stat1'"));

    [Fact]
    public async Task A_row_that_is_changed_together_with_its_version_is_named()
    {
        var unnamed = new List<string>();
        foreach (var (entity, table, column) in RecordedColumns())
        {
            var path = Written(Consistently(table, column));
            var findings = await SmallDatabase.AuditAsync(path, database.Known);
            if (!findings.Any(
                finding =>
                Regex.IsMatch(finding,
                $@"\ACHANGED {entity} (2|[^ ]+ \(id 2\)) version [-0-9]+: it differs from what change 1 recorded, of which only the hash is left; now: ")))
            {
                unnamed.Add($"{table}.{column}: {string.Join("; ", findings)}");
            }
        }

        Assert.Empty(unnamed);
    }

    [Fact]
    public async Task A_log_that_is_recomputed_as_a_whole_agrees_with_itself_but_not_with_the_checkpoint()
    {
        foreach (var (_, table, column) in RecordedColumns().Where(
            each => each.Column != "Version" && !each.Column.EndsWith("Id", StringComparison.Ordinal)).DistinctBy(each => each.Table))
        {
            var path = Written(Consistently(table, column));
            Forgery.Rechain(path);
            SqliteConnection.ClearAllPools();
            Assert.Empty(await SmallDatabase.AuditAsync(path, null));
            Assert.StartsWith("CHANGED the log: its first 4 changes have the root ",
                Assert.Single(await SmallDatabase.AuditAsync(path, database.Known)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Actor = 'another'", 2)]
    [InlineData("Reason = 'another'", 4)]
    [InlineData("Kind = 2", 3)]
    [InlineData("EffectiveOn = '2020-01-01'", 2)]
    [InlineData("EvidenceSha256 = NULL, EvidenceReference = NULL", 3)]
    [InlineData("RecordedAt = '2026-02-03 04:05:06.5'", 4)]
    public async Task The_checkpoint_reveals_a_forged_change_in_a_recomputed_log(string edit, int change)
    {
        var path = Written($"UPDATE Changes SET {edit} WHERE Id = {change}");
        Assert.Contains($"CHANGED change {change}: its hash is not the hash of its content", await SmallDatabase.AuditAsync(path, null));
        Forgery.Rechain(path);
        SqliteConnection.ClearAllPools();
        Assert.Empty(await SmallDatabase.AuditAsync(path, null));
        Assert.StartsWith("CHANGED the log: ", Assert.Single(await SmallDatabase.AuditAsync(path, database.Known)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_recorded_may_change()
    {
        var path =
            Written("UPDATE ApiKeys SET Role = 4; DELETE FROM ApiKeys WHERE Id = 1; DELETE FROM IdempotencyKeys; DELETE FROM " +
            "sqlite_stat1; UPDATE sqlite_sequence SET seq = seq + 9; "
            + "UPDATE __EFMigrationsHistory SET ProductVersion = '10.0.99'; UPDATE RiskVillagesByLevelStatus SET Id = Id + 9; UPDATE " +
            "RiskVillagesRevisions SET RevisionId = RevisionId + 9 WHERE RevisionId = (SELECT MAX(RevisionId) FROM RiskVillagesRevisions)");
        Assert.Empty(await SmallDatabase.AuditAsync(path, database.Known));
        var documented = Repository.Read("docs/history.md");
        Assert.All(Content.Unrecorded.Where(table => !table.StartsWith("__", StringComparison.Ordinal)),
            table => Assert.Contains($"`{table}`", documented, StringComparison.Ordinal));
    }

    private static string Another(string column) =>
        $"CASE typeof(\"{column}\") WHEN 'integer' THEN CASE WHEN \"{column}\" > 1000000000 THEN \"{column}\" - 1 ELSE \"{column}\" + " +
        $"1000003 END WHEN 'text' THEN \"{column}\" || 'x' WHEN 'blob' THEN CAST(\"{column}\" || x'00' AS BLOB) ELSE 1 END";

    /// <summary>The same value stored as another thing, where the column takes that, and no value.</summary>
    private static IEnumerable<string> OtherEdits((string Name, bool IsNullable, bool IsKey) column) =>
    [
        .. IsOwnKey(column)
        ? Array.Empty<string>()
        : [$"CASE typeof(\"{column.Name}\") WHEN 'blob' THEN CAST(\"{column.Name}\" AS TEXT) ELSE CAST(CAST(coalesce(\"{column.Name}\", " +
            "'') AS TEXT) AS BLOB) END"],
        .. column.IsNullable ? ["NULL"] : Array.Empty<string>(),
    ];

    private static bool IsOwnKey((string Name, bool IsNullable, bool IsKey) column) =>
        column is { IsKey: true, Name: "Id" or "RevisionId" };

    /// <summary>Edits the present row and its version alike.</summary>
    private static string Consistently(string table, string column) =>
        $"UPDATE \"{table}\" SET \"{column}\" = {Another(column)} WHERE Id = 2; UPDATE \"{table}Revisions\" SET \"{column}\" = " +
        $"{Another(column)} WHERE Id = 2 AND RecordedTo = {Revisions.Open}";

    private string Insertion(string table)
    {
        using var connection = Forgery.Open(untouched);
        var unique =
            Forgery.Read(connection,
            $"SELECT k.name FROM pragma_index_list('{table}') AS i JOIN pragma_index_info(i.name) AS k WHERE i.\"unique\" AND k.seqno = 0")
            .Select(row => (string)row[0]).ToHashSet();
        var columns = Content.Columns(connection, table).ToList();
        return $"INSERT INTO \"{table}\" SELECT " +
            $"{string.Join(", ", columns.Select(column => column.IsKey || unique.Contains(column.Name) ? Another(column.Name) : $"\"{column.Name}\""))} FROM \"{table}\" ORDER BY rowid DESC LIMIT 1";
    }

    private async Task AllSeenAsync(IEnumerable<string> forgeries)
    {
        var (unseen, idle) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        var content = Content.Of(untouched);
        await Parallel.ForEachAsync(Exhaustive.Share(forgeries).ToList(), async (forgery, _) =>
        {
            var path = Written(forgery);
            if ((await SmallDatabase.AuditAsync(path, database.Known)).Count == 0)
            {
                (Content.Of(path) == content ? idle : unseen).Add(forgery);
            }

            File.Delete(path);
        });

        Assert.Empty(unseen);
        Assert.All(idle, forgery => Assert.Contains(" = NULL WHERE", forgery, StringComparison.Ordinal)); // of what is null already
    }

    /// <summary>A copy in which a statement was run without any trigger.</summary>
    private string Written(string sql)
    {
        var path = database.Copy();
        using var connection = Forgery.Open(path);
        raw.sqlite3_db_config(connection.Handle, EnableTrigger, 0, out _);
        Forgery.Execute(connection, sql);
        return path;
    }

    /// <summary>The last columns of each versioned table, all of which are recorded.</summary>
    private IEnumerable<(string Entity, string Table, string Column)> RecordedColumns()
    {
        using var context = DatabaseFile.ReadingContextOf(untouched);
        return [.. from revisions in Revisions.DeclaredIn(context.Model) from column in revisions.Columns.Where(
            column => column.Name != "Id").TakeLast(3) select (revisions.Rows.ClrType.Name, revisions.Rows.GetTableName()!, column.Name)];
    }

    private IReadOnlyList<string> Tables()
    {
        using var connection = Forgery.Open(untouched);
        return Content.Tables(connection);
    }

    private IReadOnlyList<(string Name, bool IsNullable, bool IsKey)> Columns(string table)
    {
        using var connection = Forgery.Open(untouched);
        return Content.Columns(connection, table);
    }

    private List<long> Values(string sql)
    {
        using var connection = Forgery.Open(untouched);
        return [.. Forgery.Read(connection, sql).Select(row => (long)row[0])];
    }
}
