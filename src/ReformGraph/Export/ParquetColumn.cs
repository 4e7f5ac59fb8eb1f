using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ParquetSharp;
using ParquetSharp.Schema;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Export;

/// <summary>One column of a Parquet file: its type, and its values until they are written as part of a row group.</summary>
/// <param name="column">The column.</param>
internal abstract class ParquetColumn(ExportColumn column)
{
    private const short Present = 1;

    // One for each row of a nullable column.
    private readonly List<short> levels = [];

    /// <summary>Its entry in the schema of the file.</summary>
    public abstract Node Node { get; }

    /// <summary>The number of bytes of its values.</summary>
    public abstract long Bytes { get; }

    protected ExportColumn Column => column;

    protected ReadOnlySpan<short> Levels => CollectionsMarshal.AsSpan(levels);

    /// <summary>Every scalar.</summary>
    public static ScalarTable<Func<ExportColumn, ParquetColumn>> Scalars { get; } = new("Parquet", Text,
        new Dictionary<string, Func<ExportColumn, ParquetColumn>>
        {
            ["ID"] = Whole,
            ["String"] = Text,
            ["Boolean"] = column =>
                new ParquetValues<bool>(column, PhysicalType.Boolean, LogicalType.None(), (row, number) => row.Whole(number) != 0),
            ["Byte"] = Whole,
            ["Short"] = Whole,
            ["Int"] = Whole,
            ["Long"] = column => new ParquetValues<long>(column, PhysicalType.Int64, LogicalType.Int(64, isSigned: true),
                (row, number) => row.Whole(number)),
            ["Float"] = column =>
                new ParquetValues<double>(column, PhysicalType.Double, LogicalType.None(), (row, number) => row.Real(number)),
            ["Decimal"] = column => column.Precision <= ModelConventions.NarrowDecimalDigits
                ? new ParquetValues<long>(column, PhysicalType.Int64, ParquetDecimals.TypeOf(column), (row, number) => row.Whole(number))
                : new ParquetDecimals(column),
            ["DateTime"] = column =>
                new ParquetValues<long>(column, PhysicalType.Int64, LogicalType.Timestamp(isAdjustedToUtc: true, TimeUnit.Micros),
                    (row, number) => (row.Instant(number) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond),
            ["LocalDate"] = column => new ParquetValues<int>(column, PhysicalType.Int32, LogicalType.Date(),
                (row, number) => row.Date(number).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber),
            ["LocalTime"] = Text,
            ["TimeSpan"] = Text,
            ["UUID"] = Text,
            ["URL"] = Text,
        });

    /// <summary>The column for a column of an export.</summary>
    public static ParquetColumn Create(ExportColumn column) => Scalars[column.Type](column);

    /// <summary>Adds the value of a row.</summary>
    public void Add(ExportRow row, int number)
    {
        var isNull = row.IsNull(number);
        if (column.IsNullable)
        {
            levels.Add(isNull ? (short)0 : Present);
        }

        if (!isNull)
        {
            AddValue(row, number);
        }
    }

    /// <summary>Writes the values and clears them.</summary>
    public void Write(ColumnWriter writer)
    {
        WriteValues(writer);
        levels.Clear();
    }

    protected abstract void AddValue(ExportRow row, int number);

    protected abstract void WriteValues(ColumnWriter writer);

    private static ParquetTexts Text(ExportColumn column) => new(column);

    private static ParquetValues<int> Whole(ExportColumn column) => new(column, PhysicalType.Int32,
        LogicalType.Int(32, isSigned: true), (row, number) => (int)row.Whole(number));

    protected PrimitiveNode NodeOf(PhysicalType physical, LogicalType logical, int length = -1) =>
        new(column.Name, column.IsNullable ? Repetition.Optional : Repetition.Required, logical, physical, length);
}

/// <summary>A column of values with a fixed length.</summary>
internal sealed class ParquetValues<T>(ExportColumn column, PhysicalType physical, LogicalType logical,
    Func<ExportRow, int, T> read) : ParquetColumn(column)
    where T : unmanaged
{
    private readonly List<T> values = [];

    public override Node Node => NodeOf(physical, logical);

    public override long Bytes => (long)values.Count * Marshal.SizeOf<T>();

    protected override void AddValue(ExportRow row, int number) => values.Add(read(row, number));

    protected override void WriteValues(ColumnWriter writer)
    {
        var rows = Column.IsNullable ? Levels.Length : values.Count;
        ((ColumnWriter<T>)writer).WriteBatch(rows, Levels, [], CollectionsMarshal.AsSpan(values));
        values.Clear();
    }
}

/// <summary>
/// A column of decimals that fit 64 bits, although not every number with as many digits does. For these, Parquet requires bytes, as many as
/// their digits may need, starting with the sign.
/// </summary>
internal sealed class ParquetDecimals(ExportColumn column) : ParquetColumn(column)
{
    private const int Length = sizeof(long) + 1;

    private readonly List<long> values = [];

    public override Node Node => NodeOf(PhysicalType.FixedLenByteArray, TypeOf(Column), Length);

    public override long Bytes => (long)values.Count * Length;

    public static LogicalType TypeOf(ExportColumn column) => LogicalType.Decimal(column.Precision, ModelConventions.DecimalPlaces);

    protected override void AddValue(ExportRow row, int number) => values.Add(row.Whole(number));

    protected override unsafe void WriteValues(ColumnWriter writer)
    {
        var bytes = new byte[values.Count * Length];
        var places = new FixedLenByteArray[values.Count];
        fixed (byte* start = bytes)
        {
            foreach (var (number, value) in values.Index())
            {
                var place = bytes.AsSpan(number * Length, Length);
                place[0] = (byte)(value >> (sizeof(long) * 8 - 1));
                BinaryPrimitives.WriteInt64BigEndian(place[1..], value);
                places[number] = new FixedLenByteArray((nint)(start + (number * Length)));
            }

            var rows = Column.IsNullable ? Levels.Length : values.Count;
            ((ColumnWriter<FixedLenByteArray>)writer).WriteBatch(rows, Levels, [], places);
        }

        values.Clear();
    }
}

/// <summary>A column of texts, in UTF-8 as in the database. Repeated texts, such as the names of enums, are written once in each row
/// group.</summary>
internal sealed class ParquetTexts(ExportColumn column) : ParquetColumn(column)
{
    private const int UsualBytes = 4_096;

    private readonly List<ByteArray> values = [];
    private readonly List<int> ends = [];
    private byte[] bytes = new byte[UsualBytes];

    public override Node Node => NodeOf(PhysicalType.ByteArray, LogicalType.String());

    public override long Bytes => End;

    private int End => ends.Count == 0 ? 0 : ends[^1];

    protected override void AddValue(ExportRow row, int number)
    {
        var text = row.Text(number);
        var end = End;
        if (bytes.Length - end < text.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, end + text.Length));
        }

        text.CopyTo(bytes.AsSpan(end));
        ends.Add(end + text.Length);
    }

    protected override unsafe void WriteValues(ColumnWriter writer)
    {
        fixed (byte* start = bytes)
        {
            var begin = 0;
            foreach (var end in ends)
            {
                values.Add(new ByteArray((nint)(start + begin), end - begin));
                begin = end;
            }

            var rows = Column.IsNullable ? Levels.Length : values.Count;
            ((ColumnWriter<ByteArray>)writer).WriteBatch(rows, Levels, [], CollectionsMarshal.AsSpan(values));
        }

        values.Clear();
        ends.Clear();
    }
}
