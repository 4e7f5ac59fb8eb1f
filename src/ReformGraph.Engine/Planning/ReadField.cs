using System.Text;
using System.Text.Json;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>A value of a read request: a condition, an order, a page size, a cursor, an id. One plan serves for all its values.</summary>
/// <param name="Name">Its name in errors. No two values of a request have the same name.</param>
/// <param name="Value">The value, as in the variables of a GraphQL request; undefined if it is not given.</param>
public sealed record ReadValue(string Name, JsonElement Value);

/// <summary>An argument of a field.</summary>
public sealed record ReadArgument
{
    internal ReadArgument(string name, ReadValue value) => (Name, Value) = (name, value);

    internal string Name { get; }

    internal ReadValue Value { get; }

    /// <summary>The rows to include: the filter input of their entity.</summary>
    public static ReadArgument Where(ReadValue value) => new("where", value);

    /// <summary>The order of rows or groups: a list of their sort input.</summary>
    public static ReadArgument Order(ReadValue value) => new("order", value);

    /// <summary>The largest number of rows or groups on the page.</summary>
    public static ReadArgument First(ReadValue value) => new("first", value);

    /// <summary>The cursor after which the page begins.</summary>
    public static ReadArgument After(ReadValue value) => new("after", value);

    /// <summary>The instant since which rows differ: an <c>AsOfInput</c>.</summary>
    public static ReadArgument From(ReadValue value) => new("from", value);

    /// <summary>The keys of groups: a list of the group input of their entity.</summary>
    public static ReadArgument By(ReadValue value) => new("by", value);

    /// <summary>The groups to include: the aggregate filter input of their entity.</summary>
    public static ReadArgument Having(ReadValue value) => new("having", value);
}

/// <summary>
/// A field that a <see cref="ReadRequest"/> asks for, with the fields below it. The result is found by the positions of the fields; a field
/// occurs at most once below another, unless it has an alias.
/// </summary>
public sealed record ReadField
{
    private ReadField(string name, IReadOnlyList<ReadArgument> arguments, IReadOnlyList<ReadField> fields) =>
        (Name, Key, Arguments, Fields) = (name, name, arguments, fields);

    internal string Name { get; }

    internal string Key { get; private init; }

    internal IReadOnlyList<ReadArgument> Arguments { get; }

    internal IReadOnlyList<ReadField> Fields { get; }

    /// <summary>The number of rows or groups.</summary>
    public static ReadField TotalCount { get; } = new("totalCount", [], []);

    /// <summary>Whether there are more rows after the page; a field of <see cref="PageInfo"/>.</summary>
    public static ReadField HasNextPage { get; } = new("hasNextPage", [], []);

    /// <summary>The cursor of the last row of the page; a field of <see cref="PageInfo"/>.</summary>
    public static ReadField EndCursor { get; } = new("endCursor", [], []);

    /// <summary>The number of rows; a field of <see cref="Aggregate"/>.</summary>
    public static ReadField Count { get; } = new("count", [], []);

    /// <summary>A collection, as a root field.</summary>
    /// <param name="entity">The entity of its rows.</param>
    /// <param name="arguments">The condition, the order and the page.</param>
    /// <param name="fields">The fields of the connection.</param>
    public static ReadField Rows(EntityModel entity, IReadOnlyList<ReadArgument> arguments, params IReadOnlyList<ReadField> fields) =>
        new(entity.Plural, arguments, fields);

    /// <summary>One row, as a root field.</summary>
    /// <param name="entity">Its entity.</param>
    /// <param name="id">Its id.</param>
    /// <param name="fields">The fields of the row.</param>
    public static ReadField Row(EntityModel entity, ReadValue id, params IReadOnlyList<ReadField> fields) =>
        new(entity.SingleFieldName(entity.Key), [new(entity.Key.Name, id)], fields);

    /// <summary>A value of a row, or the row that it refers to.</summary>
    /// <param name="field">The field.</param>
    /// <param name="fields">The fields of the row that it refers to; none for a value.</param>
    public static ReadField Of(Field field, params IReadOnlyList<ReadField> fields) => new(field.Name, [], fields);

    /// <summary>A list below a row.</summary>
    /// <param name="list">The field.</param>
    /// <param name="arguments">The condition, the order and the page.</param>
    /// <param name="fields">The fields of the connection.</param>
    public static ReadField Of(ListField list, IReadOnlyList<ReadArgument> arguments, params IReadOnlyList<ReadField> fields) =>
        new(list.Name, arguments, fields);

    /// <summary>
    /// Values by the fields that lead to them, such as <c>township</c> and <c>code</c>; those reached through the same field are grouped.
    /// </summary>
    /// <param name="paths">The fields that lead to each value, at least one.</param>
    public static IReadOnlyList<ReadField> Of(IEnumerable<IReadOnlyList<Field>> paths) =>
    [
        .. paths.GroupBy(path => path[0].Name).Select(field => new ReadField(
            field.Key, [], Of(field.Where(path => path.Count > 1).Select(path => (IReadOnlyList<Field>)[.. path.Skip(1)])))),
    ];

    /// <summary>The results of a function over values; a field of <see cref="Aggregate"/>.</summary>
    /// <param name="function">The function.</param>
    /// <param name="fields">The values.</param>
    public static ReadField Of(AggregateFunctionRow function, params IReadOnlyList<ReadField> fields) => new(function.Name, [], fields);

    /// <summary>The rows or groups of the page.</summary>
    /// <param name="fields">The fields of each.</param>
    public static ReadField Nodes(params IReadOnlyList<ReadField> fields) => new("nodes", [], fields);

    /// <summary>The position of the page in the list.</summary>
    /// <param name="fields"><see cref="HasNextPage"/>, <see cref="EndCursor"/>, or both.</param>
    public static ReadField PageInfo(params IReadOnlyList<ReadField> fields) => new("pageInfo", [], fields);

    /// <summary>Aggregates over all rows of a connection, or of a group.</summary>
    /// <param name="fields">The aggregates.</param>
    public static ReadField Aggregate(params IReadOnlyList<ReadField> fields) => new("aggregate", [], fields);

    /// <summary>The rows of a connection in groups.</summary>
    /// <param name="arguments">The keys, the condition and the order.</param>
    /// <param name="fields">The fields of the connection of groups.</param>
    public static ReadField Groups(IReadOnlyList<ReadArgument> arguments, params IReadOnlyList<ReadField> fields) =>
        new("groups", arguments, fields);

    /// <summary>The keys of a group.</summary>
    /// <param name="fields">The keys to read.</param>
    public static ReadField GroupKey(params IReadOnlyList<ReadField> fields) => new("key", [], fields);

    /// <summary>The same field with an alias, so that it can be selected twice.</summary>
    public ReadField As(string alias) => this with { Key = alias };

    /// <summary>Writes it as GraphQL.</summary>
    internal void Print(StringBuilder text)
    {
        text.Append(Key == Name ? Name : $"{Key}: {Name}");
        if (Arguments.Count > 0)
        {
            text.Append('(').AppendJoin(", ", Arguments.Select(argument => $"{argument.Name}: ${argument.Value.Name}")).Append(')');
        }

        if (Fields.Count > 0)
        {
            text.Append(" {");
            foreach (var field in Fields)
            {
                field.Print(text.Append(' '));
            }

            text.Append(" }");
        }
    }
}
