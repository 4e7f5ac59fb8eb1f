using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Tests.Engine;

/// <summary>The tiny model with its rows: in a SQLite file of its own, and as objects for the oracle.</summary>
internal sealed class TinyDatabase : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"tiny-{Guid.NewGuid():N}.db");

    public TinyDatabase(int seed = 1, int books = 120)
    {
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        Options = new DbContextOptionsBuilder<TinyContext>().UseSqlite(ConnectionString).Options;
        Rows = TinyRows.Generate(seed, books);
        using var context = Open();
        Execute("PRAGMA journal_mode = WAL;" + context.Database.GenerateCreateScript());
        context.Database.OpenConnection();
        DerivedSchema.Make(context.Database.GetDbConnection(), context.Model);
        context.Add(new DataState { Sequence = 1, Database = new Guid(seed, 0, 0, new byte[8]) });
        context.Add(new Change { Id = 1, Sequence = 1, RecordedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), Actor = "a librarian", Kind = ChangeKind.Seed, Reason = "The first books came." });
        context.SaveChanges(); // the revisions of the rows are recorded in this state
        context.AddRange(Rows.All);
        context.SaveChanges();
        DataModel = DataModel.Create(context.Model);
    }

    private TinyDatabase(TinyDatabase original)
    {
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        Options = new DbContextOptionsBuilder<TinyContext>().UseSqlite(ConnectionString).Options;
        (Rows, DataModel) = (original.Rows, original.DataModel);
        original.Execute($"VACUUM INTO '{path}'");
    }

    public string ConnectionString { get; }

    public DbContextOptions<TinyContext> Options { get; }

    /// <summary>The same rows as objects, linked as the foreign keys say.</summary>
    public TinyRows Rows { get; }

    public DataModel DataModel { get; }

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
}
