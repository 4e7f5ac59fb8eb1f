using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Export;

/// <summary>JSON: a flat object for each row, whose keys are the names of the columns; one on each line, in an array or without.</summary>
/// <param name="isArray">Whether they are in an array.</param>
internal sealed class JsonExportWriter(bool isArray) : ExportWriter
{
    private Stream target = null!;
    private byte[][] leads = [];
    private bool isBehindFirst;

    public override void Begin(IReadOnlyList<ExportColumn> columns, Stream target)
    {
        this.target = target;
        leads = [.. columns.Select((column, number) => Encoding.UTF8.GetBytes(
            $"{(number == 0 ? '{' : ',')}\"{JsonEncodedText.Encode(column.Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\":"))];
        if (isArray)
        {
            target.WriteByte((byte)'[');
        }
    }

    public override void Write(ExportRow row)
    {
        if (isArray)
        {
            target.Write(isBehindFirst ? ",\n"u8 : "\n"u8);
            isBehindFirst = true;
        }

        for (var column = 0; column < leads.Length; column++)
        {
            target.Write(leads[column]);
            target.Write(row.IsNull(column) ? "null"u8 : row.Json(column));
        }

        target.Write(isArray ? "}"u8 : "}\n"u8);
    }

    public override ValueTask FinishAsync(ResponseStamp? stamp)
    {
        if (isArray)
        {
            target.Write("\n]\n"u8);
        }

        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
    }
}
