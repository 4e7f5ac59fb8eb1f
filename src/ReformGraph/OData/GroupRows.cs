using System.Text.Json.Nodes;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;
using ReformGraph.Engine.Writing;

namespace ReformGraph.OData;

/// <summary>An aggregate over the rows of a group.</summary>
/// <param name="Alias">Its name in the response.</param>
/// <param name="Function">The function; null for the number of rows.</param>
/// <param name="Route">The aggregated field; null for the rows themselves.</param>
internal sealed record GroupNumber(string Alias, AggregateFunctionRow? Function, FieldRoute? Route)
{
    /// <summary>Whether it can be inexact for a client whose numbers are IEEE 754 doubles. OData counts in decimals.</summary>
    public bool IsExact => Function is not { IsCount: false } || FeedText.IsExact(Type);

    /// <summary>Its type.</summary>
    public ScalarType Type { get; } = Function is null ? ScalarType.For(typeof(int))! : Function.ResultOf((ScalarField)Route!.Field!)!;
}

/// <summary>A field on the way to the keys of groups, with those below it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Below">The fields below it; nothing if it is a key itself.</param>
internal sealed record GroupKeyField(Field Field, IReadOnlyList<GroupKeyField> Below)
{
    /// <summary>Its name as a member.</summary>
    public byte[] Lead { get; } = FeedText.Lead(Field.Name);

    /// <summary>Whether it can be an inexact number for a client whose numbers are IEEE 754 doubles.</summary>
    public bool IsExact { get; } = FeedText.IsExact((Field as ScalarField)?.Type);

    /// <summary>Keys by the fields that lead to them. Those below the same field are grouped, as in the request.</summary>
    public static IReadOnlyList<GroupKeyField> Of(IEnumerable<IReadOnlyList<Field>> paths) =>
    [
        .. paths.GroupBy(path => path[0].Name).Select(field => new GroupKeyField(
            field.First()[0], Of(field.Where(path => path.Count > 1).Select(path => (IReadOnlyList<Field>)[.. path.Skip(1)])))),
    ];
}

/// <summary>Groups with aggregates or, without keys, the aggregates over all rows.</summary>
/// <param name="entity">The entity of the rows.</param>
/// <param name="keys">The keys of the groups.</param>
/// <param name="numbers">The aggregates.</param>
internal sealed class GroupRows(EntityModel entity, IReadOnlyList<FieldRoute> keys, IReadOnlyList<GroupNumber> numbers) : FeedRows
{
    private readonly IReadOnlyList<GroupKeyField> keyFields = GroupKeyField.Of(keys.Select(key => PathOf(entity, key)));

    private readonly byte[][] leads = [.. numbers.Select(number => FeedText.Lead(number.Alias))];

    public IReadOnlyList<FieldRoute> Keys => keys;

    public IReadOnlyList<GroupNumber> Numbers => numbers;

    /// <summary>The keys in the form of <c>groups</c>.</summary>
    public JsonArray By => new([.. keys.Select(key => key.Around(new JsonObject()))]);

    public override string Context =>
        string.Join(',', keys.Select(key => string.Join('(', key.Names) + new string(')', key.Names.Count - 1))
        .Concat(numbers.Select(number => number.Alias)));

    /// <summary>The keys of a group.</summary>
    public ReadField Key => ReadField.GroupKey(ReadField.Of(keys.Select(key => PathOf(entity, key))));

    // An alias is the client's own, and need not be valid in GraphQL.
    private ReadField Aggregate => ReadField.Aggregate([.. numbers.Select((number, index) => (number.Function is null
        ? ReadField.Count : ReadField.Of(number.Function, ReadField.Of([PathOf(entity, number.Route!)]))).As($"n{index}"))]);

    /// <summary>The condition that the rows of one group meet.</summary>
    /// <param name="group">Its keys.</param>
    public JsonObject ConditionOf(ReadRow group) => new()
    {
        ["and"] = new JsonArray([.. keys.Select(key => key.Around(new JsonObject { ["eq"] = ValueOf(group, keyFields, key.Names) }))]),
    };

    public override IReadOnlyList<ReadField> Fields(FeedValues values) =>
        [.. keys.Count > 0 ? [Key] : (ReadField[])[], .. numbers.Count > 0 ? [Aggregate] : (ReadField[])[]];

    public override void WriteMembers(FeedText to, ReadRow row)
    {
        WriteKeys(to, keyFields, row.Row(0));
        if (numbers.Count > 0)
        {
            WriteNumbers(to, row.Row(1));
        }
    }

    /// <summary>Writes the aggregates over the rows of a group, or over all rows.</summary>
    public void WriteNumbers(FeedText to, ReadRow aggregate)
    {
        for (var index = 0; index < numbers.Count; index++)
        {
            to.Name(leads[index]);
            var (at, field) = (aggregate, index);
            foreach (var _ in numbers[index].Route?.Names ?? [])
            {
                (at, field) = (at.Row(field), 0);
            }

            to.Value(at, field, numbers[index].IsExact);
        }
    }

    private static void WriteKeys(FeedText to, IReadOnlyList<GroupKeyField> fields, ReadRow values)
    {
        foreach (var (place, field) in fields.Index())
        {
            to.Name(field.Lead);
            if (field.Below.Count == 0)
            {
                to.Value(values, place, field.IsExact);
                continue;
            }

            to.Json.Raw('{');
            WriteKeys(to, field.Below, values.Row(place));
            to.Json.Raw('}');
        }
    }

    private static JsonNode? ValueOf(ReadRow values, IReadOnlyList<GroupKeyField> fields, IEnumerable<string> names)
    {
        var place = fields.Index().First(field => field.Item.Field.Name == names.First()).Index;
        if (fields[place].Below.Count > 0)
        {
            return ValueOf(values.Row(place), fields[place].Below, names.Skip(1));
        }

        using var json = new JsonText();
        values.Write(json, place);
        return JsonNode.Parse(json.Written);
    }

    private static IReadOnlyList<Field> PathOf(EntityModel entity, FieldRoute route) => entity.PathOf(string.Join('.', route.Names));
}
