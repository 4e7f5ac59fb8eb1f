using Microsoft.Data.Sqlite;

namespace ReformGraph.Benchmarks.Serving;

/// <summary>A copy of the measured database that may be written; it is deleted in the end.</summary>
internal sealed class CopiedDatabase : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reformgraph-written-");

    public CopiedDatabase(string database)
    {
        File = Path.Combine(folder.FullName, "written.db");
        System.IO.File.Copy(database, File);
    }

    public string File { get; }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
