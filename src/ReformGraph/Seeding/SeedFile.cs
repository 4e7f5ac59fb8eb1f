using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace ReformGraph.Seeding;

/// <summary>A row of a seed file.</summary>
/// <param name="Line">The line on which it starts, from 1.</param>
/// <param name="Cells">One text for each column.</param>
internal sealed record SeedRow(int Line, string[] Cells);

/// <summary>
/// A seed file: comma-separated values by RFC 4180, in UTF-8, the first line naming the columns. It refuses what is not
/// that: invalid UTF-8, stray quotes, rows with more or fewer cells than columns, U+0000.
/// </summary>
internal sealed record SeedFile(string Name, IReadOnlyList<string> Columns, IReadOnlyList<SeedRow> Rows)
{
    private static readonly CsvReaderOptions Format = new()
    {
        Separator = ',',
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="SeedException">The file is damaged.</exception>
    public static SeedFile Read(string path)
    {
        var name = Path.GetFileName(path);
        var bytes = File.ReadAllBytes(path);
        RequireText(name, bytes);
        try
        {
            using var reader = CsvReader.Create(bytes, Format);
            return new(name, RequireHeader(name, reader), ReadRows(name, reader));
        }
        catch (CsvFormatException cause)
        {
            throw new SeedException(name, (int)cause.LineNumber, null, null, "quotes only around a whole cell, closed, and doubled within it");
        }
    }

    private static string[] RequireHeader(string name, CsvReader reader)
    {
        reader.ReadHeader();
        return reader.Headers.Count > 0 ? [.. reader.Headers] : throw new SeedException(name, 1, null, string.Empty, "a first line that names the columns");
    }

    private static List<SeedRow> ReadRows(string name, CsvReader reader)
    {
        var rows = new List<SeedRow>();
        while (reader.Read())
        {
            rows.Add(reader.FieldCount == reader.Headers.Count
                ? new((int)reader.LineNumber, reader.Current.ToArray())
                : throw new SeedException(name, (int)reader.LineNumber, null, reader.Current.ToString(), $"{reader.Headers.Count} cells, not {reader.FieldCount}"));
        }

        return rows;
    }

    private static void RequireText(string name, ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        foreach (var range in bytes.Split((byte)'\n'))
        {
            var text = bytes[range];
            if (!Utf8.IsValid(text))
            {
                throw new SeedException(name, line, null, Encoding.UTF8.GetString(text), "valid UTF-8");
            }

            if (text.Contains((byte)0))
            {
                throw new SeedException(name, line, null, Encoding.UTF8.GetString(text), "text without the character U+0000");
            }

            line++;
        }
    }
}
