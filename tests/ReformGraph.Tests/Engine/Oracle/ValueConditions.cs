using System.Text.Json;
using CsCheck;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>A filter with conditions on what functions make, and on two values of a row: the JSON of a variable,
/// and what it means of a row in memory.</summary>
internal sealed record ValueCondition(string Json, Func<object, bool> Holds);

/// <summary>Random filters of that kind, of the books and the loans of the tiny model. What they mean is written here again,
/// word for word.</summary>
internal static class ValueConditions
{
    private static readonly Dictionary<string, (string[] Texts, string[] Ids, string[] Days, string[] Instants)> Paths = new()
    {
        ["books"] = (["title", "subtitle", "code", "shelf/room", "shelf/parent/room", "author/name", "author/coverName", "editor/penName",
            "editor/coverName", "whole/title"], ["id", "shelf/id", "editor/id"], ["author/bornOn", "editor/bornOn"], []),
        ["loans"] = (["reader", "remark", "book/title", "book/subtitle", "book/editor/coverName", "renews/remark"], ["id", "book/id",
            "renews/id"], ["dueOn", "remindedOn", "renews/remindedOn", "book/author/bornOn"], ["lentAt", "returnedAt", "renews/lentAt"]),
    };

    private static readonly string[] Compared = ["eq", "neq", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"];

    private static readonly Gen<string> Part =
        Gen.Select(Gen.OneOf<string>([.. TinyRows.Texts, "B1", "Card", "İı", "É"]), Gen.Int[0, 2], Gen.Int[0, 3],
            (text, start, length) =>
        string.Concat(text.EnumerateRunes().Skip(start).Take(length)));

    private sealed record Value(string Json, ScalarType Type, Func<object, object?> Of);

    /// <summary>A filter of a collection.</summary>
    public static Gen<ValueCondition> Of(string collection)
    {
        var one = One(collection);
        return Gen.Recursive<ValueCondition>((depth, inner) => depth > 2 ? one
            : Gen.OneOf(one, one, Gen.Select(inner.Array[1, 3], Gen.Bool, (parts, isAnd) => new ValueCondition(
            $$"""{ "{{(isAnd ? "and" : "or")}}": [{{string.Join(',', parts.Select(part => part.Json))}}] }""",
            row => isAnd ? parts.All(part => part.Holds(row)) : parts.Any(part => part.Holds(row))))));
    }

    private static Gen<ValueCondition> One(string collection)
    {
        var (text, day, number) = (Text(collection), Day(collection), Number(collection));
        return Gen.OneOf(
            OnText(text),
            OnNumber(number),
            Gen.OneOf(text, number, day)
                .SelectMany(left => (left.Type == Of<string>() ? text : left.Type == Of<int>() ? number : day).SelectMany(right =>
                Gen.OneOf<string>(left.Type == Of<string>() ? Compared[..2] : Compared)
                    .Select(name => Condition($"\"value\": {left.Json}, \"operator\": \"{name}\", \"than\": {right.Json}",
                    row => Holds(name, left.Of(row), right.Of(row)))))));
    }

    private static Gen<ValueCondition> OnText(Gen<Value> text) =>
        from value in text
        from name in Gen.OneOf<string>("eq", "neq", "contains", "ncontains", "startsWith", "nendsWith")
        from part in Part
        select Condition($"\"value\": {value.Json}, \"String\": {{ \"{name}\": {JsonSerializer.Serialize(part)} }}",
            row => Holds(name, value.Of(row), part));

    private static Gen<ValueCondition> OnNumber(Gen<Value> number) =>
        from value in number
        from name in Gen.OneOf<string>(Compared)
        from operand in Gen.OneOf(Gen.Int[-1, 12].Select(some => (int?)some), Gen.Int[1900, 2030].Select(some => (int?)some),
            Gen.Const((int?)null))
        select operand is null
            ? Condition($"\"value\": {value.Json}, \"Int\": {{ \"neq\": null }}", row => value.Of(row) is not null)
            : Condition($"\"value\": {value.Json}, \"Int\": {{ \"{name}\": {operand} }}", row => Holds(name, value.Of(row), operand));

    private static ValueCondition Condition(string members, Func<object, bool> holds) =>
        new($$"""{ "{{ValueFunctions.Conditions}}": [{ {{members}} }] }""", holds);

    private static Gen<Value> Text(string collection) =>
        Gen.Recursive<Value>((depth, inner) => depth > 2 ? Known(Paths[collection].Texts, Of<string>()) : Gen.Frequency(
        (2, Known(Paths[collection].Texts, Of<string>())),
        (1, Known(Paths[collection].Ids, ScalarType.Id)
            .Select(id => Made("text", id, Of<string>(), key => FormattableString.Invariant($"{key}")))),
        (2, inner.Select(text => Made("lower", text, Of<string>(), value => Folded((string)value, 'A', 32)))),
        (2, inner.Select(text => Made("upper", text, Of<string>(), value => Folded((string)value, 'a', -32))))));

    private static Gen<Value> Number(string collection) => Gen.OneOf(
        Text(collection).Select(text => Made("length", text, Of<int>(), value => ((string)value).EnumerateRunes().Count())),
        Gen.Select(Text(collection), Part, (text, part) => Made("indexOf", text, Of<int>(), value => Place((string)value, part), part)),
        Gen.Select(
            Gen.OneOf([Known(Paths[collection].Days, Of<DateOnly>()),
                .. Paths[collection].Instants.Length == 0 ? (Gen<Value>[])[] : [Known(Paths[collection].Instants, Of<DateTime>())]]),
            Gen.OneOf<string>("year", "month", "day"),
            (time, function) => Made(function, time, Of<int>(), value => DayOf(value) is var day && function == "year" ? day.Year
                : function == "month" ? DayOf(value).Month : DayOf(value).Day)));

    private static Gen<Value> Day(string collection) => Gen.OneOf(
        [
            Known(Paths[collection].Days, Of<DateOnly>()),
            .. Paths[collection].Instants.Length == 0
            ? (Gen<Value>[])[]
            : [Known(Paths[collection].Instants, Of<DateTime>())
            .Select(instant => Made("date", instant, Of<DateOnly>(), value => DayOf(value)))],
        ]);

    private static Gen<Value> Known(string[] paths, ScalarType type) =>
        Gen.OneOf<string>(paths)
            .Select(path => new Value($$"""{ "path": "{{path}}" }""", type, row => ReferenceValues.At(row, path.Split('/'))));

    private static Value Made(string function, Value of, ScalarType type, Func<object, object> make, string? text = null) => new(
        $$"""{ "function": "{{function}}", "of": {{of.Json}}{{(text is null ? "" : $", \"text\": {JsonSerializer.Serialize(text)}")}} }""",
        type,
        row => of.Of(row) is { } value ? make(value) : null);

    private static bool Holds(string name, object? value, object? operand) => name switch
    {
        "eq" => Equals(value, operand),
        "gt" => Order(value, operand) > 0,
        "gte" => Order(value, operand) >= 0,
        "lt" => Order(value, operand) < 0,
        "lte" => Order(value, operand) <= 0,
        "contains" => value is string text && text.Contains((string)operand!, StringComparison.Ordinal),
        "startsWith" => value is string text && text.StartsWith((string)operand!, StringComparison.Ordinal),
        "endsWith" => value is string text && text.EndsWith((string)operand!, StringComparison.Ordinal),
        _ => !Holds(name == "neq" ? "eq" : name[1..], value, operand),
    };

    // Null has no order.
    private static int? Order(object? value, object? operand) =>
        value is null || operand is null ? null : ((IComparable)value).CompareTo(operand);

    private static int Place(string text, string part)
    {
        var (runes, sought) = (text.EnumerateRunes().ToList(), part.EnumerateRunes().ToList());
        return Enumerable.Range(0, runes.Count + 1).Cast<int?>()
            .FirstOrDefault(start => runes.Skip(start!.Value).Take(sought.Count).SequenceEqual(sought)) ?? -1;
    }

    private static string Folded(string text, char first, int by) =>
        new([.. text.Select(letter => letter >= first && letter <= first + 25 ? (char)(letter + by) : letter)]);

    private static DateOnly DayOf(object time) => time is DateTime instant ? DateOnly.FromDateTime(instant) : (DateOnly)time;

    private static ScalarType Of<T>() => ScalarType.For(typeof(T))!;
}
