using CsCheck;
using GraphQL;
using GraphQL.Types;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.SchemaBuilding;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>Random questions about the tiny model.</summary>
internal sealed class QuestionGenerator
{
    private readonly DataModel dataModel;
    private readonly InputGenerator inputs;
    private readonly GroupGenerator groups;
    private readonly ISchema schema;

    public QuestionGenerator(TinyDatabase database)
    {
        dataModel = database.DataModel;
        schema = SchemaBuilder.Build(dataModel);
        inputs = new InputGenerator(schema, new ScalarSamples(database, schema));
        groups = new GroupGenerator(dataModel, inputs, schema, type => Selection(type, depth: 3));
        inputs.Numbers = groups;
    }

    /// <summary>Makes their filters and orders.</summary>
    public InputGenerator Inputs => inputs;

    /// <summary>Which rows of an entity: a deep filter in an order, the whole list of ids.</summary>
    public Gen<ListQuestion> Filters() =>
        from entity in Entity()
        from filter in inputs.Filter(entity.Name, depth: 3)
        from order in inputs.Order(entity.Name, depth: 2)
        select new ListQuestion(entity.Plural, entity.Name, filter, order, ("first", 1_000), null, null, ["totalCount", "nodes"],
            RowQuestion.Ids);

    /// <summary>An order of an entity's whole list.</summary>
    public Gen<ListQuestion> Orders() =>
        from entity in Entity()
        from order in inputs.Order(entity.Name, depth: 3)
        select new ListQuestion(entity.Plural, entity.Name, null, order, ("first", 1_000), null, null, ["edges"], RowQuestion.Ids);

    /// <summary>A page of a root list, in any order, with or without a filter and lists below its rows.</summary>
    /// <param name="depth">How deeply lists may be nested.</param>
    public Gen<ListQuestion> Pages(int depth) => Entity().SelectMany(entity => List(entity.Plural, entity, depth));

    /// <summary>Several aggregates of a root list under a deep filter, each with a filter of its own or without.</summary>
    public Gen<ListQuestion> Aggregates() =>
        from entity in Entity()
        from filter in Maybe(inputs.Filter(entity.Name, depth: 2))
        from aggregates in Aggregate(entity).List[1, 3]
        select new ListQuestion(entity.Plural, entity.Name, filter, null, null, null, null, [],
            RowQuestion.Ids)
        { Aggregates = aggregates };

    /// <summary>Groups of a root list under a filter.</summary>
    public Gen<ListQuestion> Groups() =>
        from entity in Entity()
        from filter in Maybe(inputs.Filter(entity.Name, depth: 1))
        from question in groups.Groups(entity)
        select new ListQuestion(entity.Plural, entity.Name, filter, null, null, null, null, [], RowQuestion.Ids) { Groups = [question] };

    /// <summary>Groups of a list below the rows of a root list.</summary>
    public Gen<ListQuestion> GroupsBelowRows() =>
        from entity in Gen.OneOf<EntityModel>([.. dataModel.Entities.Where(entity => entity.IsVersioned && Lists(entity).Any())])
        from field in Gen.OneOf<ListField>([.. Lists(entity)])
        from filter in Maybe(inputs.Filter(field.Target.Name, depth: 1))
        from question in groups.Groups(field.Target)
        let list = new ListQuestion(field.Name, field.Target.Name, filter, null, null, null, null, [],
            RowQuestion.Ids)
        { Groups = [question] }
        select new ListQuestion(entity.Plural, entity.Name, null, null, ("first", 20), null, null, ["nodes"],
            new RowQuestion(["id"], [], [list]));

    // The reference knows no history.
    private static IEnumerable<ListField> Lists(EntityModel entity) =>
        entity.Fields.OfType<ListField>().Where(field => !field.Target.IsVersion);

    private Gen<AggregateQuestion> Aggregate(EntityModel entity) =>
        from filter in Maybe(inputs.Filter(entity.Name, depth: 1))
        from selection in Selection((IObjectGraphType)schema.AllTypes[$"{entity.Name}Aggregate"]!, depth: 4)
        select new AggregateQuestion(entity.Name, filter, selection);

    // Inner generators are made only once their fields are drawn: the types refer to each other.
    private static Gen<string> Selection(IObjectGraphType type, int depth)
    {
        var fields = type.Fields.Where(field => depth > 0 || field.ResolvedType!.GetNamedType() is not IObjectGraphType).ToArray();
        return Gen.Shuffle(fields, Math.Min(1, fields.Length), Math.Min(4, fields.Length))
            .SelectMany(drawn => InputGenerator.Each(drawn, field => field.ResolvedType!.GetNamedType() is IObjectGraphType inner
                ? Selection(inner, depth - 1).Select(below => $"{field.Name} {below}")
                : Gen.Const(field.Name)))
            .Select(parts => $"{{ __typename {string.Join(' ', parts)} }}");
    }

    private Gen<EntityModel> Entity() => Gen.OneOf<EntityModel>([.. dataModel.Entities.Where(entity => entity.IsVersioned)]);

    private Gen<ListQuestion> List(string field, EntityModel entity, int depth) =>
        from filter in Maybe(inputs.Filter(entity.Name, depth: 1))
        from order in Maybe(inputs.Order(entity.Name, depth: 1))
        from size in Gen.Select(Gen.OneOf<string>("first", "last"), Gen.Int[0, 7])
        from bounds in Gen.Select(Maybe(Gen.Int[0, 99].Select(place => (object)place)),
            Maybe(Gen.Int[0, 99].Select(place => (object)place)))
        from rows in Gen.OneOf<string[]>(["nodes"], ["nodes"], ["edges"], ["edges", "nodes"], [])
        from outputs in Gen.Shuffle((string[])["totalCount", "pageInfo", .. rows], 1, 2 + rows.Length)
        from row in Row(entity, depth)
        from aggregates in Gen.Frequency((3, Gen.Const(() => new List<AggregateQuestion>())), (1, Aggregate(entity).List[1, 2]))
        select new ListQuestion(field, entity.Name, filter, order, size, (int?)bounds.Item1, (int?)bounds.Item2, outputs,
            row)
        { Aggregates = aggregates };

    private Gen<RowQuestion> Row(EntityModel entity, int depth)
    {
        var lists = depth > 1 ? Lists(entity).ToArray() : [];
        var references = entity.Fields.OfType<ReferenceField>().ToArray();
        return
            from values in Gen.Shuffle(
                entity.Fields.Where(field => field is ScalarField or LookupField).Select(field => field.Name).ToArray(), 1, 4)
            from below in Gen.Shuffle(references, 0, depth > 0 ? Math.Min(1, references.Length) : 0).SelectMany(drawn =>
                InputGenerator.Each(drawn, field => Row(field.Target, depth - 1).Select(row => (field.Name, row))))
            from inner in lists.Length == 0
                ? Gen.Const(() => new List<ListQuestion>()) : Gen.OneOf<ListField>(lists).Array[0, 2].SelectMany(drawn =>
                InputGenerator.Each(drawn, field => List(field.Name, field.Target, depth - 1)))
            select new RowQuestion(values, below, inner);
    }

    private static Gen<T?> Maybe<T>(Gen<T> value)
        where T : class => Gen.Frequency((2, Gen.Const<T?>((T?)null)), (3, value.Select(given => (T?)given)));
}
