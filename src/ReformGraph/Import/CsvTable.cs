using CsvHelper;

namespace ReformGraph.Import;

/// <summary>
/// Comma-separated values by RFC 4180, in UTF-8, the first line naming the columns. It refuses stray quotes, and rows with more or fewer
/// cells than columns.
/// </summary>
internal sealed class CsvTable : TableReader
{
    private static readonly CsvReaderOptions Format = new()
    {
        Separator = ',',
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        MaxRecordSize = LongestRow,
    };

    private readonly CsvReader reader;

    /// <summary>Begins to read a file.</summary>
    /// <exception cref="TableException">It has no first line that names columns.</exception>
    public CsvTable(Stream file)
    {
        reader = CsvReader.Create(new CheckedText(file), Format, leaveOpen: false);
        Guarded(() =>
        {
            reader.ReadHeader();
            return true;
        });
        Columns = reader.Headers.Count > 0 ? [.. reader.Headers] : throw new TableException(1, null, string.Empty, "a first line that names the columns");
    }

    public override IReadOnlyList<string> Columns { get; }

    public override IEnumerable<TableRow> Rows
    {
        get
        {
            while (Guarded(reader.Read))
            {
                yield return reader.FieldCount == Columns.Count
                    ? new((int)reader.LineNumber, reader.Current.ToArray())
                    : throw new TableException((int)reader.LineNumber, null, reader.Current.ToString(), $"{Columns.Count} cells, not {reader.FieldCount}");
            }
        }
    }

    public override void Dispose() => reader.Dispose();

    private static bool Guarded(Func<bool> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException cause)
        {
            throw new TableException((int)cause.LineNumber, null, null, $"quotes only around a whole cell, closed, and doubled within it, and rows of at most {LongestRow} bytes");
        }
    }
}
