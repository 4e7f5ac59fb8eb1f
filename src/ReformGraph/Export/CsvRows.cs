using System.Buffers.Text;
using CsvHelper;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Export;

/// <summary>
/// Comma-separated values by RFC 4180, in UTF-8, the first line naming the columns. Null is an empty cell, and a text without characters is a
/// quoted one. A text that a spreadsheet would run as a formula has an apostrophe in front.
/// </summary>
/// <param name="isMarked">Whether it begins with a byte order mark, by which Excel knows UTF-8.</param>
internal sealed class CsvRows(bool isMarked) : ExportWriter
{
    private CsvWriter writer = null!;
    private byte[] defused = new byte[256];

    public override void Begin(IReadOnlyList<ExportColumn> columns, Stream target)
    {
        writer = CsvWriter.Create(target, new CsvWriterOptions { WriteByteOrderMark = isMarked }, leaveOpen: true);
        writer.WriteRecord([.. columns.Select(column => column.Name)]);
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
                writer.WriteField(IsFormula(text) ? Defused(text) : text);
            }
        }

        writer.EndRecord();
    }

    public override ValueTask FinishAsync(AnswerStamp? stamp) => ValueTask.CompletedTask;

    public override void Flush() => writer.Flush();

    private static bool IsFormula(ReadOnlySpan<byte> text) => text[0] is (byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' or (byte)'\t' or (byte)'\r' && !IsNumber(text);

    private static bool IsNumber(ReadOnlySpan<byte> text) =>
        text is [(byte)'+' or (byte)'-', >= (byte)'0' and <= (byte)'9', ..] && Utf8Parser.TryParse(text, out double _, out var length) && length == text.Length;

    private ReadOnlySpan<byte> Defused(ReadOnlySpan<byte> text)
    {
        if (defused.Length <= text.Length)
        {
            defused = new byte[text.Length * 2];
        }

        defused[0] = (byte)'\'';
        text.CopyTo(defused.AsSpan(1));
        return defused.AsSpan(0, text.Length + 1);
    }
}
