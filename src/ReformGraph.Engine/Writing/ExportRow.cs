using ReformGraph.Engine.Execution;

namespace ReformGraph.Engine.Writing;

/// <summary>The row of an export that is to be written, its columns numbered from 0 in their order.</summary>
public sealed class ExportRow : IDisposable
{
    private readonly JsonText scratch = new();
    private IReadOnlyList<ExportCell> cells = [];
    private RowSource source = null!;

    internal ExportRow()
    {
    }

    /// <summary>How many columns it has.</summary>
    public int Count => cells.Count;

    /// <summary>Whether there is no value.</summary>
    public bool IsNull(int column) => cells[column].IsNull(source);

    /// <summary>A value that is not null as text in UTF-8, as answers hold it, without quotes and escapes; valid until the next value is asked for.</summary>
    public ReadOnlySpan<byte> Text(int column)
    {
        scratch.Clear();
        return cells[column].Text(source, scratch);
    }

    /// <summary>A value that is not null as JSON, as answers hold it; valid until the next value is asked for.</summary>
    public ReadOnlySpan<byte> Json(int column)
    {
        scratch.Clear();
        cells[column].Json(source, scratch);
        return scratch.Written;
    }

    /// <summary>Gives back its memory.</summary>
    public void Dispose() => scratch.Dispose();

    internal void TurnTo(IReadOnlyList<ExportCell> columns, RowSource rows) => (cells, source) = (columns, rows);
}
