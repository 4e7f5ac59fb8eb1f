using CsvHelper;
using ReformGraph.Data.Tables;

namespace ReformGraph.Tests.Export;

/// <summary>Reads an exported file cell by cell as it stands there, and not as an import would understand it.</summary>
internal static class CsvText
{
    public static (IReadOnlyList<string> Columns, List<string[]> Rows) Read(byte[] file)
    {
        using var reader = CsvReader.Create(new MemoryStream(file), CsvTable.OptionsFor(','), leaveOpen: false);
        reader.ReadHeader();
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. reader.Current.ToArray()]);
        }

        return ([.. reader.Headers], rows);
    }
}
