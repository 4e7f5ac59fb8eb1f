using CsCheck;
using GraphQL.Types;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>Random groups of the tiny model: keys of every kind, conditions and orders over numbers and keys.</summary>
internal sealed class GroupGenerator(DataModel dataModel, InputGenerator inputs, ISchema schema,
    Func<IObjectGraphType, Gen<string>> selection)
{
    private static readonly string[] Zones = ["UTC", "Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"];
    private static readonly string[] Periods = ["YEAR", "HALF", "QUARTER", "MONTH", "WEEK", "DAY"];

    private static readonly Dictionary<string, string[]> Boundaries = new()
    {
        ["Byte"] = ["2", "100"],
        ["Short"] = ["-5", "0", "10"],
        ["Int"] = ["-2", "1", "17", "320"],
        ["Long"] = ["0", "9007199254740993"],
        ["Float"] = ["-1", "0.1", "0.5"],
        ["Decimal"] = ["0", "20.5", "104"],
    };

    public Gen<GroupQuestion> Groups(EntityModel entity) =>
        from keys in Gen.Frequency((4, Keys(entity, 1)), (4, Keys(entity, 2)), (1, Keys(entity, 3)))
        from having in Maybe(Having(entity.Name, depth: 1))
        from order in Maybe(Order(entity, keys))
        from size in Gen.Select(Gen.OneOf<string>("first", "last"), Gen.Int[0, 9])
        from outputs in Gen.Shuffle(
            (string[])["totalCount", "pageInfo { hasNextPage hasPreviousPage }", "subtotals", "nodes", "nodes"], 1, 4)
        from numbers in selection((IObjectGraphType)schema.AllTypes[$"{entity.Name}Aggregate"]!)
        from filter in Maybe(inputs.Filter(entity.Name, depth: 1))
        from shares in Gen.Shuffle(Shares(entity, size.Item1), 0, 2)
        select new GroupQuestion(
            entity.Name, Written.List(keys.Select(key => key.By)), having, order, size, filter,
                $"{{ {string.Join(' ', keys.Select(key => key.Selection))} }}", numbers, shares, [.. outputs.Distinct()]);

    private static string[] Shares(EntityModel entity, string end)
    {
        var sum = entity.Name switch { "Book" => " sum { pages price }", "Loan" => " sum { days fine book { pages } }", _ => "" };
        return [$"share {{ count{sum} }}", $"parent: share(of: PARENT) {{ count{sum} }}",
            .. end == "first" ? [$"running: share(cumulative: true) {{ count{sum} }}"] : (string[])[]];
    }

    private static Gen<List<Key>> Keys(EntityModel entity, int count) => Gen.Shuffle(Paths(entity, 2).ToArray(), count, count)
        .SelectMany(paths => InputGenerator.Each(paths.Index(),
            path => Options(path.Item.Leaf).Select(options => KeyOf(path.Item.Steps, path.Item.Leaf, options, path.Index))));

    private static IEnumerable<(string[] Steps, ScalarField Leaf)> Paths(EntityModel entity, int depth) =>
        entity.Fields.SelectMany(field => field switch
    {
        ScalarField scalar => [(Array.Empty<string>(), scalar)],
        ReferenceField reference when depth > 0 =>
            Paths(reference.Target, depth - 1).Select(path => ((string[])[field.Name, .. path.Steps], path.Leaf)),
        _ => [],
    });

    private static Gen<List<(string Name, Written Value)>> Options(ScalarField leaf) =>
        leaf.Type.Name == "LocalDate" ? Gen.OneOf<string>(Periods).Select(period => Given(("truncate", Written.Enum(period))))
        : leaf.Type.Name == "DateTime"
        ? Gen.Select(Gen.OneOf<string>(Periods), Gen.OneOf<string>(Zones),
        (period, zone) => Given(("truncate", Written.Enum(period)), ("timeZone", Written.Text(zone))))
        : Boundaries.TryGetValue(leaf.Type.Name, out var boundaries)
        ? Gen.Frequency((1, Gen.Const(() => Given())),
        (2, Gen.Const(() => Given(("boundaries", Written.List(boundaries.Select(Written.Same)))))))
        : Gen.Const(() => Given());

    private static List<(string, Written)> Given(params (string, Written)[] options) => [.. options];

    private static Key KeyOf(string[] steps, ScalarField leaf, List<(string Name, Written Value)> options, int number)
    {
        var isRange = options.Exists(option => option.Name == "boundaries");
        var field = isRange ? leaf.Name + "Range" : leaf.Type.Name == "DateTime" ? leaf.Name + "Period" : leaf.Name;
        var by = steps.Reverse().Aggregate(
            Written.Object([(leaf.Name, Written.Object([.. options, ("as", Written.Text($"k{number}"))]))]),
                (inner, step) => Written.Object([(step, inner)]));
        var selected = steps.Reverse()
            .Aggregate($"k{number}: {field}(as: \"k{number}\"){(isRange ? " { from to }" : "")}", (inner, step) => $"{step} {{ {inner} }}");
        return new Key(by, selected);
    }

    /// <summary>Conditions on numbers about rows of an entity.</summary>
    public Gen<Written> Having(string entity, int depth) =>
        from filter in Maybe(inputs.Filter(entity, depth))
        from condition in Leaf(Entity(entity), result => result.Name == "Int"
            ? Gen.Select(Gen.OneOf<string>("gt", "lt", "ngte", "eq"), Gen.Int[0, 9])
            .Select((name, value) => Written.Object([(name, Written.Same($"{value}"))]))
            : inputs.Operators(result))
        from or in Gen.Frequency((3, Gen.Const((Written?)null)),
            (1, Having(entity, depth).List[1, 2].Select(all => (Written?)Written.List(all))))
        select Written.Object([.. filter is null ? [] : Given(("where", filter)), condition, .. or is null ? [] : Given(("or", or))]);

    /// <summary>An order by a number about rows of an entity.</summary>
    public Gen<Written> Number(string entity, int depth) =>
        from filter in Maybe(inputs.Filter(entity, depth))
        from leaf in Leaf(Entity(entity), _ => Direction)
        select Written.Object([.. filter is null ? [] : Given(("where", filter)), leaf]);

    private EntityModel Entity(string name) => dataModel.Entities.Single(entity => entity.Name == name);

    private Gen<Written> Order(EntityModel entity, List<Key> keys) => Gen.Frequency(
        (3, Number(entity.Name, depth: 1).Select(number => Written.Object([("aggregate", number)]))),
        (1, Gen.Select(Gen.Int[0, keys.Count - 1], Direction, (number, direction) => Written.Object(
            [("named", Written.Object([("as", Written.Text($"k{number}")), ("direction", direction)]))])))).List[0, 2].Select(Written.List);

    private static Gen<Written> Direction => Gen.OneOf<Written>(Written.Enum("ASC"), Written.Enum("DESC"));

    // A sum by which groups are chosen is one number, so that of large values it may be refused where the reference knows it.
    private static Gen<(string, Written)> Leaf(EntityModel entity, Func<ScalarType, Gen<Written>> value)
    {
        var all = from function in AggregateFunctions.All
                  from path in Paths(entity, 1)
                  let result = function.ResultOf(path.Leaf)
                  where result is not null && (function.Name is not ("sum" or "avg") || path.Leaf.Type.Name is "Byte" or "Short" or "Int")
                  select (function.Name, path.Steps, path.Leaf, result);
        return Gen.Frequency(
            (1, value(ScalarType.For(typeof(int))!).Select(written => ("count", written))),
            (3, Gen.OneOf<(string Name, string[] Steps, ScalarField Leaf, ScalarType result)>(
                [.. all.Select(leaf => (leaf.Name, leaf.Steps, leaf.Leaf, leaf.result!))])
                .SelectMany(leaf => value(leaf.result).Select(written => (leaf.Name, leaf.Steps.Reverse().Aggregate(
                Written.Object([(leaf.Leaf.Name, written)]), (inner, step) => Written.Object([(step, inner)])))))));
    }

    private static Gen<T?> Maybe<T>(Gen<T> value)
        where T : class => Gen.Frequency((2, Gen.Const<T?>((T?)null)), (1, value.Select(given => (T?)given)));

    private sealed record Key(Written By, string Selection);
}
