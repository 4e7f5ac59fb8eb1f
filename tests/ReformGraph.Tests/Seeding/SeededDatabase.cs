using ReformGraph.Data.Contexts;
using ReformGraph.Data.Database;
using ReformGraph.Data.Import;

namespace ReformGraph.Tests.Seeding;

/// <summary>A database of its own, made from the seed files of the repository, in a folder that is deleted with it.</summary>
public sealed class SeededDatabase : IDisposable
{
    private static readonly Lazy<(byte[] File, IReadOnlyList<ImportReport> Seeded)> Made = new(Make);

    public SeededDatabase() => File.WriteAllBytes(Path, Made.Value.File);

    public static string SeedFolder { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "seed-data");

    public string Folder { get; } = Directory.CreateTempSubdirectory("reformgraph-").FullName;

    public string Path => System.IO.Path.Combine(Folder, "reformgraph.db");

    internal static IReadOnlyList<ImportReport> Seeded => Made.Value.Seeded;

    internal static ReformDbContext Open(string path) => DatabaseFile.ContextOf(path);

    internal ReformDbContext Open() => Open(Path);

    /// <summary>Copies the seed files to a folder where a test can damage them.</summary>
    public string CopySeeds()
    {
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(Folder, "seeds")).FullName;
        foreach (var file in Directory.GetFiles(SeedFolder))
        {
            File.Copy(file, System.IO.Path.Combine(folder, System.IO.Path.GetFileName(file)));
        }

        return folder;
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static (byte[] File, IReadOnlyList<ImportReport> Seeded) Make()
    {
        var folder = Directory.CreateTempSubdirectory("reformgraph-");
        try
        {
            var path = System.IO.Path.Combine(folder.FullName, "made.db");
            var opened = DatabaseCreator.OpenAsync(path, SeedFolder).GetAwaiter().GetResult();
            return (File.ReadAllBytes(path), opened.Seeded);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
