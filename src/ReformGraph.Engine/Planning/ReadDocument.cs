using System.Text;
using GraphQL;
using GraphQL.Types;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine.Planning;

/// <summary>A value of a read request, with its declaration in the schema.</summary>
/// <param name="Name">Its name in errors.</param>
/// <param name="Argument">The argument that takes it.</param>
/// <param name="Type">The type of the argument.</param>
internal sealed record DeclaredValue(string Name, string Argument, IGraphType Type);

/// <summary>
/// What is known about a read request whatever its values are. Input: the requested fields. Output: the types of their values, and the
/// equivalent GraphQL document, which represents the request wherever a document is named. It rejects what exceeds the limits of documents.
/// A field that the schema does not have is a mistake of the caller, not of the client.
/// </summary>
internal sealed class ReadDocument
{
    private readonly List<DeclaredValue> values = [];

    private ReadDocument(string? name, IReadOnlyList<ReadField> fields, ISchema schema, DocumentLimits limits)
    {
        foreach (var field in fields)
        {
            Declare(field, schema.Query);
        }

        var text = new StringBuilder(name is null && values.Count == 0 ? "" : $"query {name}");
        if (values.Count > 0)
        {
            text.Append('(').AppendJoin(", ", values.Select(value => $"${value.Name}: {value.Type}")).Append(") ");
        }

        Text = Print(text, fields).ToString();
        TokenScan.Check(Text, limits);
        ReadLimits.Check(Text, fields, limits);
    }

    /// <summary>The document.</summary>
    public string Text { get; }

    /// <summary>The values, those of nested lists before those of the list that contains them.</summary>
    public IReadOnlyList<DeclaredValue> Values => values;

    /// <summary>Names what a document is made from.</summary>
    public static string KeyOf(string? name, IReadOnlyList<ReadField> fields) => Print(new StringBuilder(name), fields).ToString();

    /// <param name="name">The name of the operation; null for none.</param>
    /// <param name="fields">The root fields.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="limits">The limits of a document.</param>
    /// <exception cref="Errors.RequestErrorException">It exceeds them.</exception>
    /// <exception cref="ArgumentException">The schema has no such field, or two values have the same name.</exception>
    public static ReadDocument Create(string? name, IReadOnlyList<ReadField> fields, ISchema schema, DocumentLimits limits) =>
        new(name, fields, schema, limits);

    /// <summary>The root fields, with the values of one request.</summary>
    public IReadOnlyList<SelectedField> Roots(IReadOnlyList<ReadField> fields, VariableValues given) =>
        [.. fields.Select(field => new RequestedField(field, given, new Place(Text, 0)))];

    private static StringBuilder Print(StringBuilder text, IReadOnlyList<ReadField> fields)
    {
        text.Append('{');
        foreach (var field in fields)
        {
            field.Print(text.Append(' '));
        }

        return text.Append(" }");
    }

    private void Declare(ReadField field, IObjectGraphType owner)
    {
        var declared = owner.Fields.Find(field.Name) ?? throw new ArgumentException($"{owner.Name} has no field {field.Name}.");
        var type = declared.ResolvedType!.GetNamedType() as IObjectGraphType;
        if ((type is null) != (field.Fields.Count == 0))
        {
            throw new ArgumentException(
                $"{owner.Name}.{field.Name} is {(type is null ? "a value" : "an object, but no field of it is selected")}.");
        }

        foreach (var below in field.Fields)
        {
            Declare(below, type!);
        }

        foreach (var (name, value) in field.Arguments.Select(argument => (argument.Name, argument.Value.Name)))
        {
            var argument = declared.Arguments?.Find(name)
                ?? throw new ArgumentException($"{owner.Name}.{field.Name} has no argument {name}.");
            values.Add(values.Exists(known => known.Name == value)
                ? throw new ArgumentException($"There are two values named {value}.")
                : new DeclaredValue(value, name, argument.ResolvedType!));
        }
    }

    private sealed record RequestedField(ReadField Field, VariableValues Given, Place At) : SelectedField(Field.Key, Field.Name, At)
    {
        public override IReadOnlyList<SelectedField> Below(string typeName) =>
            [.. Field.Fields.Select(below => new RequestedField(below, Given, At))];

        public override IReadOnlyDictionary<string, InputValue> Arguments(QueryArguments? declared) => Field.Arguments
            .Where(argument => Given.Values.ContainsKey(argument.Value.Name))
            .ToDictionary(argument => argument.Name, argument => Given.Values[argument.Value.Name]);
    }
}
