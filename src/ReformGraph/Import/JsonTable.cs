using System.Text.Json;

namespace ReformGraph.Import;

/// <summary>
/// JSON in UTF-8: an array of objects, or one object on each line. Members are columns; one that an object does not have is not said
/// of it, and null is no value. It refuses members that are no columns, and values that are objects or arrays.
/// </summary>
internal sealed class JsonTable(Stream file, bool isArray, IReadOnlyList<string> columns) : TableReader
{
    private static readonly JsonSerializerOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private readonly CheckedText text = new(file);
    private readonly Dictionary<string, int> positions = columns.Index().ToDictionary(column => column.Item, column => column.Index);

    public override IReadOnlyList<string> Columns => columns;

    public override IEnumerable<TableRow> Rows
    {
        get
        {
            using var objects = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(text, topLevelValues: !isArray, Options).ToBlockingEnumerable().GetEnumerator();
            for (var number = 1; Next(objects, number); number++)
            {
                yield return new(number, CellsOf(objects.Current, number));
            }
        }
    }

    public override void Dispose() => text.Dispose();

    private bool Next(IEnumerator<JsonElement> objects, int number)
    {
        try
        {
            return objects.MoveNext();
        }
        catch (JsonException damaged)
        {
            var place = damaged is { LineNumber: { } line, BytePositionInLine: { } at } ? $" (line {line + 1}, byte {at + 1})" : string.Empty;
            throw new TableException(number, null, null, $"{(isArray ? "an array of objects in well-formed JSON" : "one object in well-formed JSON on each line")}{place}");
        }
    }

    private string?[] CellsOf(JsonElement one, int number)
    {
        if (one.ValueKind is not JsonValueKind.Object)
        {
            throw new TableException(number, null, one.GetRawText(), "an object");
        }

        var cells = new string?[columns.Count];
        foreach (var member in one.EnumerateObject())
        {
            var position = positions.TryGetValue(member.Name, out var known)
                ? known
                : throw new TableException(number, member.Name, null, $"no such column, but {string.Join(", ", columns)}");
            cells[position] = member.Value.ValueKind switch
            {
                JsonValueKind.Null => string.Empty,
                JsonValueKind.String => StringOf(member, number),
                JsonValueKind.Object or JsonValueKind.Array => throw new TableException(number, member.Name, member.Value.GetRawText(), "a text, a number, true, false or null"),
                _ => member.Value.GetRawText(),
            };
        }

        return cells;
    }

    private static string StringOf(JsonProperty member, int number)
    {
        try
        {
            return member.Value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new TableException(number, member.Name, null, "a text without half of a surrogate pair");
        }
    }
}
