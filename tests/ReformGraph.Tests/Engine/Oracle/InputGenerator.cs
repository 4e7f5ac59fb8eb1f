using CsCheck;
using GraphQL;
using GraphQL.Types;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>Random values of the schema's filter and sort inputs, whatever fields and operators they have.</summary>
internal sealed class InputGenerator(ISchema schema, ScalarSamples samples)
{
    /// <summary>A filter of an entity.</summary>
    /// <param name="entity">Its name.</param>
    /// <param name="depth">How deeply inputs may be nested.</param>
    public Gen<Written> Filter(string entity, int depth) => Filter(Named($"{entity}FilterInput"), depth);

    /// <summary>An order of up to three keys, each over at most <paramref name="depth"/> to-one fields.</summary>
    public Gen<Written> Order(string entity, int depth) => Key(Named($"{entity}SortInput"), depth).List[0, 3].Select(Written.List);

    /// <summary>Makes the conditions on numbers, and the orders by them.</summary>
    public GroupGenerator? Numbers { get; set; }

    /// <summary>Conditions on a value.</summary>
    public Gen<Written> Operators(ScalarType type) => Operators(Named(type.FilterInputName), depth: 1);

    private Gen<Written> Filter(IInputObjectGraphType type, int depth)
    {
        var fields = type.Fields.Where(field => field.Name != "history" && (depth > 0 || IsOperators(field))).ToArray();
        var deeper = fields.Where(field => !IsOperators(field)).ToArray();
        return Gen.Frequency(
            (4, Several(fields, field => Condition(field, type, depth), 1, 2)),
            (depth, Several(deeper, field => Condition(field, type, depth), 1, 2)),
            (1, Several(fields, field => Condition(field, type, depth), 0, 3)));
    }

    private Gen<Written> Condition(FieldType field, IInputObjectGraphType owner, int depth) => InputOf(field) switch
    {
        _ when field.Name is "and" or "or" => Filter(owner, depth - 1).List[0, 3].Select(Written.List),
        var input when IsOperators(field) => Operators(input, depth),
        { Name: var name } input when name.StartsWith("ListFilterInputTypeOf", StringComparison.Ordinal) => Several(
            [.. input.Fields], quantifier => quantifier.Name switch
            {
                "any" => samples.Of(quantifier.ResolvedType!),
                "aggregate" => Numbers!.Having(EntityOf(InputOf(quantifier), "AggregateFilterInput"), depth: 0),
                _ => Filter(InputOf(quantifier), depth - 1),
            }, 1, 2),
        var reference => Maybe(Written.Null, Filter(reference, depth - 1)),
    };

    private Gen<Written> Operators(IInputObjectGraphType type, int depth) => Several(
        [.. type.Fields.Where(field => depth > 0 || field.Name is not ("and" or "or"))],
        field => (field.Name, field.ResolvedType) switch
        {
            ("and" or "or", _) => Operators(type, depth - 1).List[0, 3].Select(Written.List),
            (_, ListGraphType { ResolvedType: NonNullGraphType element }) =>
                samples.Of(element.ResolvedType!).List[0, 4].Select(Written.List),
            (_, ListGraphType list) => Maybe(Written.Null, samples.Of(list.ResolvedType!)).List[0, 4].Select(Written.List),
            ("eq" or "neq", var scalar) => Maybe(Written.Null, samples.Of(scalar!)),
            var (_, scalar) => samples.Of(scalar!),
        },
        1,
        2);

    private Gen<Written> Key(IInputObjectGraphType type, int depth) => Several(
        [.. type.Fields.Where(field => depth > 0 || field.ResolvedType is EnumerationGraphType)],
        field => field.ResolvedType switch
        {
            IInputObjectGraphType numbers when numbers.Name.EndsWith("AggregateSortInput", StringComparison.Ordinal) =>
                Numbers!.Number(EntityOf(numbers, "AggregateSortInput"), depth: 0),
            IInputObjectGraphType reference => Key(reference, depth - 1),
            var direction => samples.Of(direction!),
        },
        1,
        1);

    private static string EntityOf(IInputObjectGraphType input, string suffix) => input.Name[..^suffix.Length];

    private IInputObjectGraphType Named(string name) => (IInputObjectGraphType)schema.AllTypes[name]!;

    private static IInputObjectGraphType InputOf(FieldType field) => (IInputObjectGraphType)field.ResolvedType!.GetNamedType();

    private static bool IsOperators(FieldType field) =>
        field.ResolvedType!.GetNamedType().Name.EndsWith("OperationFilterInput", StringComparison.Ordinal);

    // Inner generators are made only once their fields are drawn: the types refer to each other.
    private static Gen<Written> Several(FieldType[] fields, Func<FieldType, Gen<Written>> value, int least, int most) =>
        Gen.Shuffle(fields, Math.Min(least, fields.Length), Math.Min(most, fields.Length))
            .SelectMany(drawn => Each(drawn, field => value(field).Select(written => (field.Name, written))))
            .Select(Written.Object);

    public static Gen<List<TResult>> Each<T, TResult>(IEnumerable<T> items, Func<T, Gen<TResult>> one) => items.Aggregate(
        Gen.Const(() => new List<TResult>()),
        (all, item) => all.SelectMany(made => one(item).Select(result => (List<TResult>)[.. made, result])));

    private static Gen<Written> Maybe(Written rare, Gen<Written> value) => Gen.Frequency((1, Gen.Const(rare)), (5, value));
}
