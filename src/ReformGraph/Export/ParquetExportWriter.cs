using ParquetSharp;
using ParquetSharp.IO;
using ParquetSharp.Schema;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Export;

/// <summary>
/// Apache Parquet: columns with the types of the schema, in row groups of which a reader reads only those that it needs. The footer
/// contains the request, the stamp and the meaning of each column.
/// </summary>
/// <param name="asked">The request.</param>
/// <param name="mostRows">The maximum number of rows in a group.</param>
internal sealed class ParquetExportWriter(ExportRequest asked, int mostRows = 65_536) : ExportWriter
{
    private const string Prefix = "reformgraph.";
    private const int MostBytes = 16 * 1024 * 1024;

    private readonly Dictionary<string, string> notes = [];
    private IReadOnlyList<ExportColumn> described = [];
    private ParquetColumn[] columns = [];
    private TargetStream? output;
    private ManagedOutputStream? stream;
    private ParquetFileWriter? file;
    private int rows;

    public override void Begin(IReadOnlyList<ExportColumn> columns, Stream target)
    {
        described = columns;
        this.columns = [.. columns.Select(ParquetColumn.Create)];
        using var schema = new GroupNode("export", Repetition.Required, [.. this.columns.Select(column => column.Node)]);
        using var builder = new WriterPropertiesBuilder();
        using var properties = builder.Compression(asked.Compression).EnableWritePageIndex().Build();
        output = new TargetStream(target);
        stream = new ManagedOutputStream(output);
        file = new ParquetFileWriter(stream, schema, properties, notes);
    }

    public override void Write(ExportRow row)
    {
        long bytes = 0;
        for (var number = 0; number < columns.Length; number++)
        {
            columns[number].Add(row, number);
            bytes += columns[number].Bytes;
        }

        // Only by rows and bytes, wherever a part ends: the same rows give the same file.
        if (++rows == mostRows || bytes >= MostBytes)
        {
            WriteGroup();
        }
    }

    public override ValueTask FinishAsync(ResponseStamp? stamp)
    {
        WriteGroup();
        foreach (var (name, value) in asked.Notes(stamp))
        {
            notes.Add(Prefix + name, value);
        }

        notes.Add(Prefix + "columns", ColumnNotes.Json(described));
        file!.Close(); // closing reads the notes
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override void Dispose()
    {
        output?.LetGo();
        file?.Dispose();
        stream?.Dispose();
        base.Dispose();
    }

    private void WriteGroup()
    {
        if (rows == 0)
        {
            return;
        }

        using var group = file!.AppendRowGroup();
        foreach (var column in columns)
        {
            using var writer = group.NextColumn();
            column.Write(writer);
        }

        group.Close();
        rows = 0;
    }
}
