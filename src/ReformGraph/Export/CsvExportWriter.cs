using CsvHelper;
using ReformGraph.Data.Tables;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Export;

/// <summary>
/// Comma-separated values as defined by RFC 4180, in UTF-8, with the column names in the first line. Null is an empty cell, and an empty
/// text is a quoted one.
/// </summary>
/// <param name="isMarked">Whether it begins with a byte order mark, by which Excel recognizes UTF-8.</param>
/// <param name="isGuarded">Whether texts are guarded against being executed as formulas.</param>
internal sealed class CsvExportWriter(bool isMarked, bool isGuarded = true) : ExportWriter
{
    private CsvWriter writer = null!;
    private byte[] guarded = new byte[256];

    public override void Begin(IReadOnlyList<ExportColumn> columns, Stream target)
    {
        writer = CsvWriter.Create(target, new CsvWriterOptions { WriteByteOrderMark = isMarked }, leaveOpen: true);
        writer.WriteRecord([.. columns.Select(column => isGuarded ? FormulaGuard.Guard(column.Name) : column.Name)]);
    }

    public override void Write(ExportRow row)
    {
        for (var column = 0; column < row.Count; column++)
        {
            if (row.IsNull(column))
            {
                writer.WriteField(ReadOnlySpan<byte>.Empty);
                continue;
            }

            var text = row.Text(column);
            if (text.IsEmpty)
            {
                writer.WriteField("", CsvQuoting.Always);
            }
            else
            {
                writer.WriteField(isGuarded && FormulaGuard.Covers(text) ? Guarded(text) : text);
            }
        }

        writer.EndRecord();
    }

    public override ValueTask FinishAsync(ResponseStamp? stamp) => ValueTask.CompletedTask;

    public override void Flush() => writer.Flush();

    private ReadOnlySpan<byte> Guarded(ReadOnlySpan<byte> text)
    {
        if (guarded.Length <= text.Length)
        {
            guarded = new byte[text.Length * 2];
        }

        guarded[0] = (byte)FormulaGuard.Mark;
        text.CopyTo(guarded.AsSpan(1));
        return guarded.AsSpan(0, text.Length + 1);
    }
}
