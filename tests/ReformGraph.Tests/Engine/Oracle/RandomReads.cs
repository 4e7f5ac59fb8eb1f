using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>Random read requests of the tiny model, and the JSON of a query made of what they find.</summary>
internal sealed class RandomReads(OracleFixture oracle)
{
    private static readonly JsonNode?[] Wrong =
    [
        null, -1, 2_000_000, 3_000_000_000, "x", true, new JsonObject(), new JsonArray(null, new JsonObject()),
            new JsonObject { ["nothing"] = new JsonObject { ["eq"] = 1 } },
        new JsonObject { ["id"] = new JsonObject { ["eq"] = "one" } }, new JsonObject { ["id"] = new JsonObject { ["gt"] = null } },
            new JsonArray(new JsonObject { ["id"] = null }),
        new JsonArray(new JsonObject { ["id"] = "UP" }), "W10", new JsonObject { ["or"] = null },
    ];

    private readonly QuestionGenerator questions = new(oracle.Database);

    /// <summary>Pages of lists in lists, with numbers and groups, of the present or the past.</summary>
    /// <param name="damaged">Whether one of their values is wrong, most likely.</param>
    public Gen<ReadRequest> Requests(bool damaged) =>
        from lists in questions.Pages(depth: 3).Array[1, 2]
        from isPast in Gen.Bool
        from at in Gen.Int[0, 20]
        from wrong in Gen.OneOf<JsonNode?>(Wrong)
        select new Values(damaged ? (at, wrong) : null) is var values
            ? new ReadRequest([.. lists.Select((list, number) => Root(list, values).As($"list{number}"))])
            {
                Role = "admin",
                AsOf = isPast ? new AsOf(1, null) : null
            }
            : null!;

    /// <summary>Writes what was found as the answer to the same query.</summary>
    public static void Write(JsonText json, ReadRequest request, QueryResult result)
    {
        json.Raw("{\"data\":"u8);
        WriteObject(json, request.Fields, root => WritePage(json, request.Fields[root].Fields, result.Page(root)));
        json.Raw('}');
    }

    private static void WriteObject(JsonText json, IReadOnlyList<ReadField> fields, Action<int> write)
    {
        foreach (var (number, field) in fields.Index())
        {
            json.Raw(number == 0 ? '{' : ',');
            json.Text(field.Key);
            json.Raw(':');
            write(number);
        }

        json.Raw('}');
    }

    private static void WritePage(JsonText json, IReadOnlyList<ReadField> fields, ReadPage page) => WriteObject(json, fields, number =>
    {
        var field = fields[number];
        switch (field.Name)
        {
            case "totalCount":
                json.Number(page.Total);
                break;
            case "pageInfo":
                WriteObject(json, field.Fields, one => WriteInfo(json, field.Fields[one].Name, page));
                break;
            case "aggregate":
                WriteRow(json, field.Fields, page.Aggregate);
                break;
            case "groups":
                WritePage(json, field.Fields, page.Groups);
                break;
            default:
                json.Raw('[');
                for (var row = 0; row < page.Count; row++)
                {
                    json.Separate(row);
                    WriteRow(json, field.Fields, page[row]);
                }

                json.Raw(']');
                break;
        }
    });

    private static void WriteInfo(JsonText json, string name, ReadPage page)
    {
        if (name == "hasNextPage")
        {
            json.Boolean(page.HasNextPage);
        }
        else if (page.EndCursor is { } cursor)
        {
            json.Text(cursor);
        }
        else
        {
            json.Null();
        }
    }

    private static void WriteRow(JsonText json, IReadOnlyList<ReadField> fields, ReadRow row)
    {
        if (row.IsNull)
        {
            json.Null();
            return;
        }

        WriteObject(json, fields, number =>
        {
            var field = fields[number];
            if (field.Fields.Count == 0)
            {
                row.Write(json, number);
            }
            else if (field.Fields.Any(below => below.Name is "nodes" or "totalCount" or "pageInfo" or "groups"))
            {
                WritePage(json, field.Fields, row.Page(number));
            }
            else
            {
                WriteRow(json, field.Fields, row.Row(number));
            }
        });
    }

    private ReadField Root(ListQuestion list, Values values) =>
        ReadField.Rows(Entity(list.Entity), Arguments(list, values), Outputs(list, values));

    private List<ReadArgument> Arguments(ListQuestion list, Values values) =>
    [
        .. list.Where is { } where ? [ReadArgument.Where(values.Add(where.Json))] : (ReadArgument[])[],
        .. list.Order is { } order ? [ReadArgument.Order(values.Add(order.Json))] : (ReadArgument[])[],
        .. list.Size is { } size ? [ReadArgument.First(values.Add(size.Count.ToString(CultureInfo.InvariantCulture)))] : (ReadArgument[])[],
        .. list.After is { } after && oracle.CursorAt(list.Entity, list.Order, after) is { } cursor
        ? [ReadArgument.After(values.Add(JsonSerializer.Serialize(cursor)))] : (ReadArgument[])[],
    ];

    private List<ReadField> Outputs(ListQuestion list, Values values)
    {
        var entity = Entity(list.Entity);
        var outputs = list.Outputs.Select(output => output == "edges" ? "nodes" : output).Distinct().Select(output => output switch
        {
            "nodes" => ReadField.Nodes(Row(entity, list.Row, values)),
            "pageInfo" => ReadField.PageInfo(ReadField.HasNextPage, ReadField.EndCursor),
            _ => ReadField.TotalCount,
        }).ToList();
        if (list.Aggregates.Count == 0)
        {
            return outputs;
        }

        var numbers = from function in AggregateFunctions.All
                      let field = entity.Fields.OfType<ScalarField>().FirstOrDefault(field => function.ResultOf(field) is not null)
                      where field is not null
                      select ReadField.Of(function, ReadField.Of(field));
        var key = entity.Fields.OfType<ScalarField>().First(field => field != entity.Key);
        ReadField[] all = [ReadField.Count, .. numbers];
        return
        [
            .. outputs,
            ReadField.Aggregate(all),
            .. list.Aggregates.Count == 1 ? [] : (ReadField[])[ReadField.Groups(
                [ReadArgument.By(values.Add($$"""[{ "{{key.Name}}": {} }]""")),
                    ReadArgument.Having(values.Add("""{ "count": { "gte": 2 } }"""))],
                ReadField.TotalCount,
                ReadField.Nodes(ReadField.GroupKey(ReadField.Of(key)), ReadField.Aggregate(all)))],
        ];
    }

    private List<ReadField> Row(EntityModel entity, RowQuestion row, Values values) =>
    [
        .. row.Values.Select(name => ReadField.Of(entity.Find(name)!)),
        .. row.References.Select(reference => ReadField.Of(entity.Find(reference.Field)!,
            Row(((ReferenceField)entity.Find(reference.Field)!).Target, reference.Row, values))),
        .. row.Lists.Select((list, number) =>
            ReadField.Of((ListField)entity.Find(list.Field)!, Arguments(list, values), Outputs(list, values)).As($"list{number}")),
    ];

    private EntityModel Entity(string name) => oracle.Engine.DataModel.Entities.Single(entity => entity.Name == name);

    /// <summary>The values of one request, one of which may be wrong.</summary>
    private sealed class Values((int At, JsonNode? Value)? wrong)
    {
        private int count;

        public ReadValue Add(string json) => new($"v{count}", count++ == wrong?.At % 5
            ? JsonSerializer.SerializeToElement(wrong!.Value.Value) : JsonElement.Parse(json));
    }
}
