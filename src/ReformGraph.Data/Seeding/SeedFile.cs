using ReformGraph.Data.Tables;

namespace ReformGraph.Data.Seeding;

/// <summary>A seed file: comma-separated values, held whole.</summary>
internal sealed record SeedFile(string Name, IReadOnlyList<string> Columns, IReadOnlyList<TableRow> Rows)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="SeedException">The file is damaged.</exception>
    public static SeedFile Read(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var file = File.OpenRead(path);
            using var table = new CsvTable(file);
            return new(name, table.Columns, [.. table.Rows]);
        }
        catch (TableException damaged)
        {
            throw SeedException.FromTable(name, damaged);
        }
    }
}
