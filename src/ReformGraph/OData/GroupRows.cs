using System.Text.Json;
using System.Text.Json.Nodes;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.OData;

/// <summary>A number about the rows of a group.</summary>
/// <param name="Alias">Its name in the answer.</param>
/// <param name="Function">The function; null for the number of rows.</param>
/// <param name="Route">The field that it is about; null for the rows themselves.</param>
internal sealed record GroupNumber(string Alias, AggregateFunctionRow? Function, FieldRoute? Route)
{
    /// <summary>Whether it can be another for a client that knows numbers as IEEE 754 does. OData counts in decimals.</summary>
    public bool IsExact => Function is not { IsCount: false } || FeedRows.IsExact(Type);

    /// <summary>Its type.</summary>
    public ScalarType Type { get; } = Function is null ? ScalarType.For(typeof(int))! : Function.ResultOf((ScalarField)Route!.Field!)!;
}

/// <summary>Groups with numbers about them, or, without keys, the numbers about all rows.</summary>
/// <param name="keys">By what rows are grouped.</param>
/// <param name="numbers">The numbers.</param>
internal sealed class GroupRows(IReadOnlyList<FieldRoute> keys, IReadOnlyList<GroupNumber> numbers) : FeedRows
{
    public IReadOnlyList<FieldRoute> Keys => keys;

    public IReadOnlyList<GroupNumber> Numbers => numbers;

    /// <summary>The keys as <c>groups</c> takes them.</summary>
    public JsonArray By => new([.. keys.Select(key => key.Around(new JsonObject()))]);

    public override string Context => string.Join(',', keys.Select(key => string.Join('(', key.Names) + new string(')', key.Names.Count - 1)).Concat(numbers.Select(number => number.Alias)));

    /// <summary>The selections on <c>aggregate</c>. An alias is the client's word, and not one of GraphQL's.</summary>
    public string Aggregates => string.Join(' ', numbers.Select((number, index) => number.Function is null
        ? $"n{index}: count"
        : $"n{index}: {number.Function.Name} {Selected(number.Route!)}"));

    /// <summary>The selection of the keys; nothing where there are none.</summary>
    public string KeySelection => keys.Count > 0
        ? $"key {{ {string.Join(' ', keys.Select(key => key.Names.Count == 1 ? key.Names[0] : $"{key.Names[0]} {Selected(key with { Names = [.. key.Names.Skip(1)] })}"))} }}"
        : string.Empty;

    /// <summary>The condition that the rows of one group fulfil.</summary>
    /// <param name="group">Its keys.</param>
    public JsonObject ConditionOf(JsonElement group) => new()
    {
        ["and"] = new JsonArray([.. keys.Select(key => key.Around(new JsonObject { ["eq"] = JsonNode.Parse(ValueOf(key, group).GetRawText()) }))]),
    };

    public override string Selection(FeedDocument document) => string.Join(' ', new[]
    {
        KeySelection,
        numbers.Count > 0 ? $"aggregate {{ {Aggregates} }}" : string.Empty,
    });

    public override void WriteMembers(Utf8JsonWriter json, JsonElement row, bool asTexts)
    {
        if (keys.Count > 0)
        {
            WriteKeys(json, row.GetProperty("key"), string.Empty, asTexts);
        }

        for (var index = 0; index < numbers.Count; index++)
        {
            var value = row.GetProperty("aggregate").GetProperty($"n{index}");
            json.WritePropertyName(numbers[index].Alias);
            WriteValue(json, numbers[index].Route is { } route ? ValueOf(route, value) : value, asTexts && numbers[index].IsExact);
        }
    }

    private void WriteKeys(Utf8JsonWriter json, JsonElement values, string path, bool asTexts)
    {
        foreach (var value in values.EnumerateObject())
        {
            json.WritePropertyName(value.Name);
            if (value.Value.ValueKind == JsonValueKind.Object)
            {
                json.WriteStartObject();
                WriteKeys(json, value.Value, $"{path}{value.Name}/", asTexts);
                json.WriteEndObject();
                continue;
            }

            WriteValue(json, value.Value, asTexts && keys.Any(key => $"{key}" == path + value.Name && IsExact((key.Field as ScalarField)?.Type)));
        }
    }

    private static JsonElement ValueOf(FieldRoute route, JsonElement value) => route.Names.Aggregate(value, (inner, name) => inner.GetProperty(name));

    private static string Selected(FieldRoute route) => route.Names.Reverse().Aggregate(string.Empty, (inner, name) => $"{{ {name} {inner} }}");
}
