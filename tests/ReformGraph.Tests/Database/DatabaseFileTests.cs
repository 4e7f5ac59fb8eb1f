using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Database;
using ReformGraph.Data.Errors;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Database;

public sealed class DatabaseFileTests : IDisposable
{
    private readonly SeededDatabase database = new();

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        var before = await File.ReadAllBytesAsync(database.Path);
        var opened = await DatabaseCreator.OpenAsync(database.Path, "no such folder");
        Assert.Empty(opened.Seeded);
        Assert.Equal(before, await File.ReadAllBytesAsync(database.Path));
    }

    [Fact]
    public void Connections_use_the_write_ahead_log_wait_for_the_disk_and_enforce_foreign_keys()
    {
        using var context = database.Open();
        Assert.Equal(("wal", "2", "1"), (Pragma("journal_mode"), Pragma("synchronous"), Pragma("foreign_keys")));

        string Pragma(string name)
        {
            context.Database.OpenConnection();
            using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {name}";
            return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture)!;
        }
    }

    [Fact]
    public async Task A_first_start_that_fails_leaves_nothing()
    {
        var folder = Directory.CreateDirectory(Path.Combine(database.Folder, "fresh")).FullName;
        var seeds = database.CopySeeds();
        await File.AppendAllTextAsync(Path.Combine(seeds, "risk-villages.csv"), "RV-H-999,HIHG,,,,,,county,,,\n");
        var refusal = await Assert.ThrowsAnyAsync<StartupException>(() => DatabaseCreator.OpenAsync(Path.Combine(folder, "x.db"), seeds));
        Assert.Equal("risk-villages.csv, line 120, column level: \"HIHG\"; must be one of LOW, MEDIUM, HIGH (TYPE).", refusal.Message);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("not a database at all, but a text that is longer than the header of a SQLite file would be, by some way")]
    public async Task A_file_that_is_no_database_is_refused_and_kept(string text)
    {
        var path = Path.Combine(database.Folder, "text.db");
        await File.WriteAllTextAsync(path, text);
        await RefusedAsync(path, "is not a SQLite database");
        Assert.Equal(text, await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task A_damaged_database_is_refused()
    {
        var bytes = await File.ReadAllBytesAsync(database.Path);
        bytes.AsSpan(100, 3000).Fill(0xA5);
        var path = Path.Combine(database.Folder, "damaged.db");
        await File.WriteAllBytesAsync(path, bytes);
        await RefusedAsync(path, "is damaged");
    }

    [Fact]
    public void The_migrations_make_the_model_that_the_entities_declare()
    {
        using var context = database.Open();
        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public void A_migration_has_a_copy_of_the_model_only_where_SQLite_rebuilds_a_table()
    {
        var migrations = typeof(ReformDbContext).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Migration)))
            .Select(type => (Migration)Activator.CreateInstance(type)!).ToList();
        Assert.All(migrations, migration => Assert.Equal(
            migration.UpOperations.Any(
                operation => operation is AddForeignKeyOperation or AlterColumnOperation or DropColumnOperation
                    or DropForeignKeyOperation or AddCheckConstraintOperation),
            migration.TargetModel.GetEntityTypes().Any()));
    }

    [Fact]
    public Task A_folder_in_the_place_of_the_file_is_refused() => RefusedAsync(database.Folder, "is a folder");

    [Fact]
    public async Task A_database_of_another_application_is_refused()
    {
        var path = Path.Combine(database.Folder, "other.db");
        Execute(path, "CREATE TABLE notes (text TEXT)");
        await RefusedAsync(path, "not a database of this application");
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        Execute(database.Path, "INSERT INTO __EFMigrationsHistory VALUES ('99991231235959_Future', '99.0.0')");
        await RefusedAsync(database.Path, "newer version of this application: it has the migration 99991231235959_Future");
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_upgrade_does_not_hang_the_start()
    {
        const string Leftover = "INSERT INTO __EFMigrationsLock VALUES (1, '2020')";
        Execute(database.Path, Leftover);
        await DatabaseCreator.OpenAsync(database.Path, "unused").WaitAsync(TimeSpan.FromSeconds(5));

        using var earlier = new EarlierDatabase(EarlierDatabase.Prerelease);
        Execute(earlier.Path,
            "CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL);" + Leftover);
        await DatabaseCreator.OpenAsync(earlier.Path, "unused").WaitAsync(TimeSpan.FromSeconds(20));
        Execute(earlier.Path, "SELECT * FROM RiskVillagesRevisions");
    }

    public void Dispose() => database.Dispose();

    private static async Task RefusedAsync(string path, string reason)
    {
        var refusal = await Assert.ThrowsAnyAsync<StartupException>(() => DatabaseCreator.OpenAsync(path, SeededDatabase.SeedFolder));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
