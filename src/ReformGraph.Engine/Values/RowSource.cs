namespace ReformGraph.Engine.Values;

/// <summary>The columns of one row at a time, as SQLite stores them. Texts are the database's own UTF-8, never decoded.</summary>
internal abstract class RowSource
{
    public abstract bool IsNull(int column);

    public abstract long Integer(int column);

    public abstract double Real(int column);

    /// <summary>A text, valid until the source moves on.</summary>
    public abstract ReadOnlySpan<byte> Text(int column);
}

/// <summary>The aggregates over no rows: zeros, and no values.</summary>
internal sealed class NoRows : RowSource
{
    public static NoRows Instance { get; } = new();

    public override bool IsNull(int column) => true;

    public override long Integer(int column) => 0;

    public override double Real(int column) => 0;

    public override ReadOnlySpan<byte> Text(int column) => [];
}

/// <summary>Writes the value of a column that is not null as JSON.</summary>
internal delegate void ColumnSerializer(JsonText json, RowSource row, int column);
