using System.IO.Compression;
using Microsoft.Data.Sqlite;

namespace ReformGraph.Tests.Database;

/// <summary>
/// A database as an earlier version of the program made it, in a folder that is deleted with it.
/// Each fixture is what SQLite's <c>.dump</c> says of a database
/// that the program itself made from a few rows of its seed files, when its last migration was the one in the name.
/// From version 0.1.0 on a new
/// migration has a fixture added of the schema before it. None is changed.
/// </summary>
internal sealed class EarlierDatabase : IDisposable
{
    /// <summary>The last migration before version 0.1.0, whose database has changes without a salt and one with it, a withdrawn row,
    /// and an answer that is kept under its key.</summary>
    public const string Prerelease = "20261129141500_AddSaltOfChanges";

    /// <summary>The migration of version 0.1.0.</summary>
    public const string Released = "20261129202230_Initial";

    /// <summary>How many changes the last two have.</summary>
    public const int Changes = 7;

    private const string Extension = ".sql.gz";

    public EarlierDatabase(string migration)
    {
        using var file = File.OpenRead(System.IO.Path.Combine(Fixtures, migration + Extension));
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        Execute(text.ReadToEnd());
        Execute("PRAGMA journal_mode = WAL");
    }

    /// <summary>The last migrations of the versions before 0.1.0 that lack the last one of then.</summary>
    public static IEnumerable<string> Incomplete => Migrations.Where(migration => string.CompareOrdinal(migration, Prerelease) < 0);

    /// <summary>The last migrations of all earlier versions that are kept.</summary>
    public static IEnumerable<string> Migrations =>
        Directory.GetFiles(Fixtures, "*" + Extension).Select(file => System.IO.Path.GetFileName(file)[..^Extension.Length])
        .Order(StringComparer.Ordinal);

    public string Folder { get; } = Directory.CreateTempSubdirectory("reformgraph-").FullName;

    public string Path => System.IO.Path.Combine(Folder, "earlier.db");

    private static string Fixtures { get; } = System.IO.Path.Combine(Repository.Root, "tests/ReformGraph.Tests/Database/Fixtures");

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Runs statements; the first column of what they read comes back.</summary>
    public IReadOnlyList<string> Execute(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
