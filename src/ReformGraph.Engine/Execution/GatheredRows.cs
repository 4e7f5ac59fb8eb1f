using System.Buffers;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// Rows kept in memory, because something before or below them needs them first: a few pooled arrays, however many rows there
/// are. A cell is an integer, the bits of a double, or the place of a text; <see cref="Row"/> says which row is read.
/// </summary>
internal sealed class GatheredRows(StoredKind[] kinds) : RowSource, IDisposable
{
    private long[] cells = [];
    private bool[] nulls = [];
    private byte[] texts = [];
    private int textLength;

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>The row that is read.</summary>
    public int Row { get; set; }

    /// <summary>Copies the row that a statement stands on.</summary>
    public void Add(RowSource source)
    {
        var at = Count * kinds.Length;
        Grow(ref cells, at, kinds.Length);
        Grow(ref nulls, at, kinds.Length);
        var rowCells = cells.AsSpan(at, kinds.Length);
        var rowNulls = nulls.AsSpan(at, kinds.Length);
        for (var column = 0; column < kinds.Length; column++)
        {
            rowNulls[column] = source.IsNull(column);
            rowCells[column] = kinds[column] switch
            {
                _ when rowNulls[column] => 0,
                StoredKind.Integer => source.Integer(column),
                StoredKind.Real => BitConverter.DoubleToInt64Bits(source.Real(column)),
                _ => Keep(source.Text(column)),
            };
        }

        Count++;
    }

    /// <summary>Forgets all rows and keeps the arrays.</summary>
    public void Clear()
    {
        Count = 0;
        Row = 0;
        textLength = 0;
    }

    public override bool IsNull(int column) => nulls[At(column)];

    public override long Integer(int column) => cells[At(column)];

    public override double Real(int column) => BitConverter.Int64BitsToDouble(cells[At(column)]);

    public override ReadOnlySpan<byte> Text(int column)
    {
        var cell = cells[At(column)];
        return texts.AsSpan((int)(cell >> 32), (int)cell);
    }

    public void Dispose()
    {
        GiveBack(ref cells);
        GiveBack(ref nulls);
        GiveBack(ref texts);
        Count = 0;
    }

    private int At(int column) => (Row * kinds.Length) + column;

    private long Keep(ReadOnlySpan<byte> text)
    {
        Grow(ref texts, textLength, text.Length);
        text.CopyTo(texts.AsSpan(textLength));
        var cell = ((long)textLength << 32) | (uint)text.Length;
        textLength += text.Length;
        return cell;
    }

    private static void Grow<T>(ref T[] array, int used, int more)
    {
        if (array.Length - used >= more)
        {
            return;
        }

        var larger = ArrayPool<T>.Shared.Rent(Math.Max(checked(used + more), Math.Min(used * 2, Array.MaxLength)));
        array.AsSpan(0, used).CopyTo(larger);
        GiveBack(ref array);
        array = larger;
    }

    private static void GiveBack<T>(ref T[] array)
    {
        if (array.Length > 0)
        {
            ArrayPool<T>.Shared.Return(array);
        }

        array = [];
    }
}
