using System.Text;
using System.Text.Json;

namespace ReformGraph.Import;

/// <summary>
/// JSON in UTF-8: an array of objects, or one object on each line. Members are columns; one that an object does not have is not said
/// of it, and null is no value. It refuses members that are no columns, and values that are objects or arrays.
/// </summary>
internal sealed class JsonTable(Stream file, bool isArray, IReadOnlyList<string> columns, int mostRows) : TableReader(mostRows)
{
    private readonly CheckedText text = new(file);
    private readonly Dictionary<string, int> positions = columns.Index().ToDictionary(column => column.Item, column => column.Index);
    private readonly byte[] buffer = new byte[LongestRow]; // what an object does not fit into is too long for a row
    private JsonReaderState state = new(new JsonReaderOptions { AllowMultipleValues = !isArray });
    private (int Start, int End) unread;
    private bool isLast;
    private int line = 1; // on which the unread part begins
    private int number = 1; // of the object that is read, or else of the next
    private bool isInObject;
    private string? column;

    public override IReadOnlyList<string> Columns => columns;

    public override void Dispose() => text.Dispose();

    protected override IEnumerable<TableRow> Read()
    {
        SkipMark();
        while (Next() is { } cells)
        {
            yield return new(number, cells);
            number += isArray ? 1 : 0;
        }
    }

    // An object that is not all there yet is read anew when more is.
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
                throw new TableException(number, null, Encoding.UTF8.GetString(reader.ValueSpan), isArray && reader.CurrentDepth == 0 ? "an array of objects" : "an object");
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
            var position = positions.TryGetValue(column, out var known)
                ? known
                : throw new TableException(number, column, null, $"no such column, but {string.Join(", ", columns)}");
            if (!reader.Read())
            {
                return null;
            }

            cells[position] = cells[position] is not null ? throw new TableException(number, column, null, "the column only once") : reader.TokenType switch
            {
                JsonTokenType.Null => string.Empty,
                JsonTokenType.String => TextOf(ref reader),
                JsonTokenType.StartObject or JsonTokenType.StartArray => throw new TableException(number, column, Encoding.UTF8.GetString(reader.ValueSpan), "a text, a number, true, false or null"),
                _ => Encoding.UTF8.GetString(reader.ValueSpan),
            };
        }

        return reader.TokenType is JsonTokenType.EndObject ? cells : null;
    }

    private string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new TableException(number, column, null, "a text without half of a surrogate pair");
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
            throw TableException.OverLimit(number, column, LongestRow, "bytes in an object");
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
        var place = damaged is { LineNumber: { } at, BytePositionInLine: { } position } ? FormattableString.Invariant($" (line {at + 1}, byte {position + 1})") : string.Empty;
        return new(
            isArray || isInObject ? number : (int)((damaged.LineNumber + 1) ?? line),
            null,
            null,
            $"{(isArray ? "an array of objects in well-formed JSON" : "one object in well-formed JSON on each line")}{place}");
    }
}
