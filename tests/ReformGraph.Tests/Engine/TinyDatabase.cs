using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Tests.Engine;

/// <summary>The tiny model with its rows: in a SQLite file of its own, and as objects for the oracle.</summary>
internal sealed class TinyDatabase : IDisposable
{
    // The same rows make the same file.
    private static readonly ConcurrentDictionary<(int Seed, int Books), Lazy<(byte[] File, DataModel DataModel)>> Made = new();

    private readonly string path;

    public TinyDatabase(int seed = 1, int books = 120)
        : this(NewPath())
    {
        Rows = TinyRows.Generate(seed, books);
        (var file, DataModel) = Made.GetOrAdd((seed, books), _ => new(() => Make(seed, books))).Value;
        File.WriteAllBytes(path, file);
    }

    private TinyDatabase(TinyDatabase original)
        : this(NewPath())
    {
        (Rows, DataModel) = (original.Rows, original.DataModel);
        original.Execute($"VACUUM INTO '{path}'");
    }

    private TinyDatabase(string path)
    {
        this.path = path;
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        Options = new DbContextOptionsBuilder<TinyContext>().UseSqlite(ConnectionString).Options;
    }

    public string ConnectionString { get; }

    public DbContextOptions<TinyContext> Options { get; }

    /// <summary>The same rows as objects, linked as the foreign keys say.</summary>
    public TinyRows Rows { get; } = null!;

    public DataModel DataModel { get; } = null!;

    /// <summary>The catalogue alone, for tests that need no rows.</summary>
    public static DataModel CatalogAlone()
    {
        using var context = new TinyContext(new DbContextOptionsBuilder<TinyContext>().UseSqlite("Data Source=:memory:").Options);
        return DataModel.Create(context.Model);
    }

    /// <summary>A database of its own that holds what this one holds now.</summary>
    public TinyDatabase Copy() => new(this);

    public TinyContext Open() => new(Options);

    public TinyPastContext OpenPast() => new(new DbContextOptionsBuilder<TinyPastContext>().UseSqlite(ConnectionString).Options);

    public void Execute(string sql)
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var suffix in (string[])["", "-wal", "-shm"])
        {
            File.Delete(path + suffix);
        }
    }

    private static string NewPath() => Path.Combine(Path.GetTempPath(), $"tiny-{Guid.NewGuid():N}.db");

    // A closed database has no log file next to it.
    private static (byte[] File, DataModel DataModel) Make(int seed, int books)
    {
        using var database = new TinyDatabase(NewPath());
        using (var context = database.Open())
        {
            database.Execute("PRAGMA journal_mode = WAL;" + context.Database.GenerateCreateScript());
            context.Database.OpenConnection();
            DerivedSchema.Make(context.Database.GetDbConnection(), context.Model);
            context.Add(new DataState { Sequence = 1, Database = new Guid(seed, 0, 0, new byte[8]) });
            context.Add(new Change
            {
                Id = 1,
                Sequence = 1,
                RecordedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
                Actor = "a librarian",
                Kind = ChangeKind.Seed,
                Reason = "The first books came."
            });
            context.SaveChanges(); // the revisions of the rows are recorded in this state
            context.AddRange(TinyRows.Generate(seed, books).All);
            context.SaveChanges();
        }

        using var made = database.Open();
        return (File.ReadAllBytes(database.path), DataModel.Create(made.Model));
    }
}
