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
    public CsvTable(Stream file, int mostRows = int.MaxValue)
        : base(mostRows)
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

    public override void Dispose() => reader.Dispose();

    protected override IEnumerable<TableRow> Read()
    {
        while (Guarded(reader.Read))
        {
            yield return reader.FieldCount == Columns.Count
                ? new((int)reader.LineNumber, reader.Current.ToArray())
                : throw new TableException((int)reader.LineNumber, null, reader.Current.ToString(), $"{Columns.Count} cells, not {reader.FieldCount}");
        }
    }

    private static bool Guarded(Func<bool> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException cause)
        {
            throw cause.Message.Contains(nameof(CsvReaderOptions.MaxRecordSize), StringComparison.Ordinal)
                ? TableException.OverLimit((int)cause.LineNumber, null, LongestRow, "bytes in a row, which goes on where a quote is not closed")
                : new TableException((int)cause.LineNumber, null, null, "quotes only around a whole cell, closed, and doubled within it");
        }
    }
}
