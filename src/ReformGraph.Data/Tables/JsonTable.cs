using System.Text;
using System.Text.Json;

namespace ReformGraph.Data.Tables;

/// <summary>
/// JSON in UTF-8: an array of objects, or one object on each line. Members are columns; a missing member states nothing, and null is no
/// value. It rejects members that are not columns, and values that are objects or arrays. It is read twice: first for the columns, which
/// may occur in any object.
/// </summary>
internal sealed class JsonTable : TableReader
{
    private const int MostColumns = 1_000;

    private readonly Stream file;
    private readonly bool isArray;
    private readonly TableHeadings headings;
    private readonly List<string> columns = [];
    private readonly Dictionary<string, int> positions = [];
    private readonly byte[] buffer = new byte[LongestRow]; // an object that does not fit is too long for a row
    private CheckedText text = null!;
    private JsonReaderState state;
    private (int Start, int End) unread;
    private bool isLast;
    private int line = 1; // the line on which the unread part begins
    private int number = 1; // of the present object, or otherwise of the next
    private bool isInObject;
    private string? column;

    /// <summary>Begins to read a file, which must be seekable.</summary>
    /// <exception cref="TableException">It is damaged, or has members that are not columns.</exception>
    public JsonTable(Stream file, bool isArray, TableOptions options)
        : base(options.Limits.ImportRows)
    {
        (this.file, this.isArray, headings) = (file, isArray, options.Headings);
        foreach (var _ in Read())
        {
            // finds columns
        }

        // A row without its key is rejected as a row, not as a table.
        foreach (var key in headings.Key.Where(key => !columns.Exists(name => headings.Find(name)!.Given == key)))
        {
            columns.Add(key.Name);
        }
    }

    public override IReadOnlyList<string> Columns => columns;

    public override void Dispose() => text.Dispose();

    protected override IEnumerable<TableRow> Read()
    {
        file.Position = 0;
        text = new CheckedText(file);
        state = new(new JsonReaderOptions { AllowMultipleValues = !isArray });
        (unread, isLast, line, number) = (default, false, 1, 1);
        SkipMark();
        while (Next() is { } cells)
        {
            yield return new(number, cells);
            number += isArray ? 1 : 0;
        }
    }

    // An incomplete object is read again when more is available.
    private string?[]? Next()
    {
        while (true)
        {
            (isInObject, column) = (false, null);
            try
            {
                if (Cells() is { } cells)
                {
                    return cells;
                }
            }
            catch (JsonException damaged)
            {
                throw Damaged(damaged);
            }

            if (isLast)
            {
                return null;
            }

            Fill();
        }
    }

    private string?[]? Cells()
    {
        var bytes = buffer.AsSpan(unread.Start, unread.End - unread.Start);
        if (!isArray && isLast && !bytes.ContainsAnyExcept(" \t\r\n"u8))
        {
            return null;
        }

        var reader = new Utf8JsonReader(bytes, isLast, state);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.EndArray && isArray && reader.CurrentDepth == 0)
            {
                continue;
            }

            var start = (int)reader.TokenStartIndex;
            number = isArray ? number : line + bytes[..start].Count((byte)'\n');
            if (reader.TokenType is not JsonTokenType.StartObject || (isArray && reader.CurrentDepth == 0))
            {
                throw new TableException(number, null, Encoding.UTF8.GetString(reader.ValueSpan),
                    isArray && reader.CurrentDepth == 0
                        ? new("an array of objects", "由对象组成的数组") : new("an object", "对象"));
            }

            isInObject = true;
            if (CellsOf(ref reader) is not { } cells)
            {
                return null;
            }

            var read = (int)reader.BytesConsumed;
            line += bytes[..read].Count((byte)'\n');
            (unread.Start, state) = (unread.Start + read, reader.CurrentState);
            return cells;
        }

        return null;
    }

    private string?[]? CellsOf(ref Utf8JsonReader reader)
    {
        var cells = new string?[columns.Count];
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            column = TextOf(ref reader);
            var position = PositionOf(column);
            if (position >= cells.Length)
            {
                Array.Resize(ref cells, position + 1);
            }

            if (!reader.Read())
            {
                return null;
            }

            cells[position] = cells[position] is not null
                ? throw new TableException(number, column, null, TableException.OnlyOnce) : reader.TokenType switch
                {
                    JsonTokenType.Null => string.Empty,
                    JsonTokenType.String => TextOf(ref reader),
                    JsonTokenType.StartObject or JsonTokenType.StartArray =>
                        throw new TableException(number, column, Encoding.UTF8.GetString(reader.ValueSpan),
                        new("a string, a number, true, false or null", "文本、数字、true、false 或 null")),
                    _ => Encoding.UTF8.GetString(reader.ValueSpan),
                };
        }

        return reader.TokenType is JsonTokenType.EndObject ? cells : null;
    }

    private int PositionOf(string name)
    {
        if (!positions.TryGetValue(name, out var position))
        {
            _ = headings.Find(name) ?? throw new TableException(number, name, null, headings.Expectation);
            if ((position = columns.Count) == MostColumns)
            {
                throw TableException.OverLimit(number, null, MostColumns, new("columns", "列"));
            }

            positions.Add(name, position);
            columns.Add(name);
        }

        return position;
    }

    private string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new TableException(number, column, null,
                new("a string without half of a surrogate pair", "不含半个代理对的文本"));
        }
    }

    private void Fill()
    {
        if (unread.Start > 0)
        {
            buffer.AsSpan(unread.Start, unread.End - unread.Start).CopyTo(buffer);
            unread = (0, unread.End - unread.Start);
        }

        if (unread.End == buffer.Length)
        {
            throw TableException.OverLimit(number, column, LongestRow, new("bytes in an object", "个字节（一个对象）"));
        }

        var read = text.Read(buffer.AsSpan(unread.End));
        (isLast, unread.End) = (read == 0, unread.End + read);
    }

    private void SkipMark()
    {
        while (!isLast && unread.End < Encoding.UTF8.Preamble.Length)
        {
            Fill();
        }

        unread.Start = buffer.AsSpan(0, unread.End).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
    }

    private TableException Damaged(JsonException damaged)
    {
        var (place, placeZh) = damaged is { LineNumber: { } at, BytePositionInLine: { } position }
            ? ($" (line {at + 1}, byte {position + 1})", $"（第 {at + 1} 行，第 {position + 1} 个字节）") : ("", "");
        return new(
            isArray || isInObject ? number : (int)((damaged.LineNumber + 1) ?? line),
            null,
            null,
            isArray ? new($"an array of objects in well-formed JSON{place}", $"格式正确的 JSON 对象数组{placeZh}")
                : new($"one object in well-formed JSON on each line{place}", $"每行一个格式正确的 JSON 对象{placeZh}"));
    }
}
