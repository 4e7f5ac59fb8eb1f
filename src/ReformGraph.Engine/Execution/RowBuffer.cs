using System.Buffers;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// Rows kept in memory, because something before or below them in the response needs them first: a few pooled arrays, however many rows
/// there are. A cell is an integer, the bits of a double, or the place of a text; <see cref="Row"/> is the row being read.
/// </summary>
/// <param name="kinds">How the columns are stored.</param>
/// <param name="size">Counts the memory that it uses.</param>
internal sealed class RowBuffer(StoredKind[] kinds, RowBufferSize size) : RowSource, IDisposable
{
    // The first block grows with its content. Further blocks have their full size from the start: with many rows, nothing is copied, and
    // little memory is wasted.
    private const int CellsOfBlock = 32 * 1024;
    private const int TextOfBlock = 1 << OffsetBits;

    // The cell of a text is the number of its block, its start and its length, which take the remaining bits.
    private const int OffsetBits = 18;
    private const int LengthBits = 31;

    private readonly int rowsOfBlock = Math.Max(1, CellsOfBlock / Math.Max(1, kinds.Length));
    private (long[] Cells, bool[] Nulls)[] blocks = [([], [])];
    private byte[][] texts = [[]];
    private int textBlocks = 1;
    private int textLength; // of the last block
    private int row;
    private int block;
    private int at;
    private long bytes;

    /// <summary>The number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>The row being read.</summary>
    public int Row
    {
        get => row;
        set
        {
            row = value;
            block = value < rowsOfBlock ? 0 : value / rowsOfBlock;
            at = (value - (block * rowsOfBlock)) * kinds.Length;
        }
    }

    /// <summary>Copies the present row of a statement.</summary>
    public void Add(RowSource source)
    {
        var (inBlock, number) = (Count % rowsOfBlock * kinds.Length, Count / rowsOfBlock);
        Reserve(number, inBlock);
        var cells = blocks[number].Cells.AsSpan(inBlock, kinds.Length);
        var nulls = blocks[number].Nulls.AsSpan(inBlock, kinds.Length);
        var before = bytes;
        bytes += kinds.Length * (sizeof(long) + sizeof(bool));
        for (var column = 0; column < kinds.Length; column++)
        {
            nulls[column] = source.IsNull(column);
            cells[column] = kinds[column] switch
            {
                _ when nulls[column] => 0,
                StoredKind.Integer => source.Integer(column),
                StoredKind.Real => BitConverter.DoubleToInt64Bits(source.Real(column)),
                _ => Keep(source.Text(column)),
            };
        }

        Count++;
        size.AddBytes(bytes - before);
    }

    /// <summary>Clears the rows and keeps the arrays.</summary>
    public void Clear()
    {
        Count = 0;
        Row = 0;
        textBlocks = 1;
        textLength = 0;
        size.AddBytes(-bytes);
        bytes = 0;
    }

    public override bool IsNull(int column) => blocks[block].Nulls[at + column];

    public override long Integer(int column) => blocks[block].Cells[at + column];

    public override double Real(int column) => BitConverter.Int64BitsToDouble(blocks[block].Cells[at + column]);

    public override ReadOnlySpan<byte> Text(int column)
    {
        var cell = blocks[block].Cells[at + column];
        return texts[cell >> (OffsetBits + LengthBits)].AsSpan((int)(cell >> LengthBits) & (TextOfBlock - 1), (int)(cell & int.MaxValue));
    }

    public void Dispose()
    {
        Clear();
        foreach (ref var given in blocks.AsSpan())
        {
            GiveBack(ref given.Cells);
            GiveBack(ref given.Nulls);
        }

        foreach (ref var given in texts.AsSpan())
        {
            GiveBack(ref given);
        }
    }

    private void Reserve(int number, int inBlock)
    {
        if (number == blocks.Length)
        {
            Array.Resize(ref blocks, number * 2);
            blocks.AsSpan(number).Fill(([], []));
        }

        var least = number == 0 ? inBlock + kinds.Length : rowsOfBlock * kinds.Length;
        Grow(ref blocks[number].Cells, inBlock, least, CellsOfBlock);
        Grow(ref blocks[number].Nulls, inBlock, least, CellsOfBlock);
    }

    private long Keep(ReadOnlySpan<byte> text)
    {
        if (textLength > 0 && textLength + (long)text.Length >= TextOfBlock)
        {
            if (textBlocks == texts.Length)
            {
                Array.Resize(ref texts, textBlocks * 2);
                texts.AsSpan(textBlocks).Fill([]);
            }

            textBlocks++;
            textLength = 0;
        }

        ref var last = ref texts[textBlocks - 1];
        Grow(ref last, textLength, Math.Max(textLength + text.Length, textBlocks == 1 ? 0 : TextOfBlock), TextOfBlock);
        text.CopyTo(last.AsSpan(textLength));
        var cell = ((long)(textBlocks - 1) << (OffsetBits + LengthBits)) | ((long)textLength << LengthBits) | (uint)text.Length;
        textLength += text.Length;
        bytes += text.Length;
        return cell;
    }

    private static void Grow<T>(ref T[] array, int used, int least, int most)
    {
        if (array.Length >= least)
        {
            return;
        }

        var larger = ArrayPool<T>.Shared.Rent(Math.Max(least, Math.Min(used * 2, most)));
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
