using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using GraphQL.Types;
using GraphQLParser.AST;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.SchemaBuilding.Scalars;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine.Planning;

/// <summary>
/// Reads the variables of a request. Input: the declarations of an operation and a JSON object, or the values of a read request. Output:
/// the values, their shape and their leaves. It rejects what the declared types do not allow, and names the variable and the place inside
/// it; undeclared variables are ignored, as the specification requires.
/// </summary>
internal sealed class VariableReader
{
    /// <summary>The types of declarations, which are created once for each document.</summary>
    private static readonly ConditionalWeakTable<GraphQLType, IGraphType> Types = [];

    private const string MayNotBeNull = "it must not be null";

    private readonly int allowed;
    private readonly bool takesValues;
    private readonly StringBuilder shape = new();
    private readonly List<object?> leaves = [];
    private int objects;
    private Place at;
    private bool isCursor;
    private bool isCode;
    private bool isPlanned;

    private VariableReader(DocumentLimits limits, bool takesValues)
    {
        this.takesValues = takesValues;
        allowed = limits.InputObjects;
    }

    /// <summary>Reads all variables of an operation.</summary>
    /// <param name="document">The document.</param>
    /// <param name="operation">Its operation.</param>
    /// <param name="json">A JSON object, undefined, or null.</param>
    /// <param name="schema">The schema that has the types.</param>
    /// <param name="limits">The limits on objects and lists.</param>
    /// <param name="takesValues">Whether filters may contain <see cref="ValueFunctions.Conditions"/>.</param>
    public static VariableValues Read(
        ParsedDocument document, GraphQLOperationDefinition operation, JsonElement json, ISchema schema, DocumentLimits limits,
            bool takesValues = false)
    {
        if (operation.Variables is not { Count: > 0 } declared)
        {
            return VariableValues.None;
        }

        return new VariableReader(limits, takesValues).ReadAll(limits, declared, NameOf, (reader, variable) =>
        {
            var name = NameOf(variable);
            reader.at = new Place(document.Text, variable.Location.Start);
            reader.isCursor = document.CursorVariables.Contains(name);
            reader.isCode = document.CodeVariables.Contains(name);
            reader.isPlanned = document.PlannedVariables.Contains(name);
            var type = Types.TryGetValue(variable.Type, out var known) ? known
                : Types.GetValue(variable.Type, written => TypeOf(written, schema));
            return json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out var given)
                ? reader.Missing("$" + name, type, variable.DefaultValue) : reader.Read(given, type, "$" + name);
        });
    }

    /// <summary>Reads all values of a read request.</summary>
    /// <param name="document">What is known about the request.</param>
    /// <param name="values">The values by name.</param>
    /// <param name="limits">The limits on objects and lists.</param>
    /// <param name="takesValues">Whether filters may contain <see cref="ValueFunctions.Conditions"/>.</param>
    public static VariableValues Read(
        ReadDocument document, IReadOnlyDictionary<string, JsonElement> values, DocumentLimits limits, bool takesValues)
    {
        if (document.Values.Count == 0)
        {
            return VariableValues.None;
        }

        return new VariableReader(limits, takesValues).ReadAll(limits, document.Values, value => value.Name, (reader, value) =>
        {
            reader.at = new Place(document.Text, 0);
            reader.isCursor = ParsedDocument.IsCursor(value.Argument);
            reader.isCode = ParsedDocument.IsCode(value.Argument);
            reader.isPlanned = ParsedDocument.IsPlanned(value.Argument);
            return values[value.Name] is { ValueKind: not JsonValueKind.Undefined } given
                ? reader.Read(given, value.Type, value.Name) : reader.Missing(value.Name, value.Type, null);
        });
    }

    private static string NameOf(GraphQLVariableDefinition variable) => variable.Variable.Name.StringValue;

    private VariableValues ReadAll<T>(
        DocumentLimits limits, IEnumerable<T> declared, Func<T, string> nameOf, Func<VariableReader, T, InputValue?> read)
    {
        var values = new Dictionary<string, InputValue>();
        List<RequestError>? errors = null;
        foreach (var variable in declared)
        {
            try
            {
                if (read(this, variable) is { } value)
                {
                    values.Add(nameOf(variable), value);
                }
            }
            catch (RequestErrorException refused)
            {
                (errors ??= []).AddRange(refused.Errors);
                if (errors.Count >= limits.Errors)
                {
                    break;
                }
            }
        }

        return errors is null
            ? new VariableValues(values, shape.ToString(), leaves)
            : throw new RequestErrorException([.. errors.Take(limits.Errors)]);
    }

    private InputValue? Missing(string path, IGraphType type, GraphQLValue? literal)
    {
        if (literal is not null)
        {
            shape.Append('d');
            return new LiteralReader(at.Text, VariableValues.None).Read(literal, type);
        }

        shape.Append('-');
        return type is NonNullGraphType ? throw new RequestErrorException(Missing(path, type)) : null;
    }

    private static IGraphType TypeOf(GraphQLType type, ISchema schema) => type switch
    {
        GraphQLNonNullType required => new NonNullGraphType(TypeOf(required.Type, schema)),
        GraphQLListType list => new ListGraphType(TypeOf(list.Type, schema)),
        GraphQLNamedType named => schema.AllTypes[named.Name]!,
        _ => throw new InvalidOperationException($"There is no type reference of kind {type.Kind}."),
    };

    private InputValue Read(JsonElement json, IGraphType type, string path)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            shape.Append('0');
            return type is NonNullGraphType ? throw Refusal(path, MayNotBeNull) : new InputNull(at);
        }

        return InputTypes.Nullable(type) switch
        {
            ListGraphType list => List(json, list.ResolvedType!, path),
            IInputObjectGraphType named => Object(json, named, path),
            var scalar => Scalar(json, (ScalarGraphType)scalar, path),
        };
    }

    // A value that is not a list becomes a list with this one element.
    private InputValue List(JsonElement json, IGraphType element, string path)
    {
        var isList = json.ValueKind == JsonValueKind.Array;
        JsonElement[] items = isList ? [.. json.EnumerateArray()] : [json];
        if (InputTypes.Nullable(element) is ScalarGraphType scalar)
        {
            return Scalars(items, scalar, element is NonNullGraphType, path, isList);
        }

        CountObject(path);
        shape.Append('[');
        var values = items.Select((item, index) => Read(item, element, isList ? $"{path}[{index}]" : path)).ToList();
        shape.Append(']');
        return new InputList(at, values);
    }

    private InputScalars Scalars(JsonElement[] items, ScalarGraphType element, bool required, string path, bool isList)
    {
        var values = new object?[items.Length];
        var holdsNull = false;
        for (var i = 0; i < items.Length; i++)
        {
            values[i] = items[i].ValueKind == JsonValueKind.Null ? null : Parse(items[i], element, path, isList ? i : null);
            holdsNull |= values[i] is null;
        }

        if (holdsNull && required)
        {
            throw Refusal($"{path}[{Array.IndexOf(values, null)}]", MayNotBeNull);
        }

        shape.Append(holdsNull ? 'N' : 'L');
        if (isPlanned)
        {
            shape.Append(values.Length).Append(';');
        }

        return new InputScalars(at, Leaf(values), holdsNull, isPlanned ? values.Length : null);
    }

    private InputObject Object(JsonElement json, IInputObjectGraphType type, string path)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Refusal(path, $"it must be an object of type {type.Name}");
        }

        CountObject(path);
        shape.Append('{');
        var fields = new List<(string, InputValue)>();
        foreach (var property in json.EnumerateObject())
        {
            var field = type.GetField(property.Name)
                ?? (takesValues && property.Name == ValueFunctions.Conditions
                ? type.GetMetadata<FieldType?>(ValueFunctions.Conditions) : null)
                ?? throw Refusal(path, $"{type.Name} has no field \"{SourceText.Shorten(property.Name)}\"; it has {NamesOf(type)}");
            if (fields.Exists(known => known.Item1 == property.Name))
            {
                throw Refusal(path, $"\"{property.Name}\" is given twice");
            }

            shape.Append(property.Name).Append(':');
            isPlanned = ParsedDocument.IsPlanned(property.Name);
            fields.Add((property.Name, Read(property.Value, field.ResolvedType!, $"{path}.{property.Name}")));
        }

        shape.Append('}');
        if (RequiredFields.Get(type) is { Count: > 0 } required)
        {
            Require(required, fields, path);
        }

        return !type.IsOneOf ? new InputObject(at, fields)
            : fields is not [var (name, one)]
            ? throw Refusal(path, $"exactly one field of {type.Name} must be given, one of {NamesOf(type)}")
            : one is InputNull ? throw Refusal($"{path}.{name}", MayNotBeNull)
            : new InputObject(at, fields);
    }

    private static string NamesOf(IInputObjectGraphType type) => string.Join(", ", type.Fields.Select(known => known.Name));

    private void Require(IReadOnlyList<FieldType> required, List<(string Name, InputValue Value)> given, string path)
    {
        var missing = required.Where(field => !given.Exists(known => known.Name == field.Name)).ToList();
        if (missing.Count > 0)
        {
            throw new RequestErrorException([.. missing.Select(field => Missing($"{path}.{field.Name}", field.ResolvedType!))]);
        }
    }

    private InputScalar Scalar(JsonElement json, ScalarGraphType type, string path)
    {
        var value = Parse(json, type, path);
        shape.Append(value switch
        {
            true => "t",
            false => "f",
            SortDirection direction => direction == SortDirection.Asc ? "A" : "D",
            string cursor when isCursor => Cursor.NullPattern(cursor),
            string code when isCode && CodeText.CompareToNormal(code) is not 0 and var order => order < 0 ? "<" : ">",
            string text when isPlanned => JsonSerializer.Serialize(text),
            _ when InputTypes.FixedPart(value) is { } part => part + ";",
            _ => ".",
        });
        return new InputScalar(at, Leaf(value), InputTypes.FixedPart(value) ?? (isPlanned ? value as string : null));
    }

    private object? Parse(JsonElement json, ScalarGraphType type, string path, int? index = null)
    {
        var (value, refusal) = ScalarErrors.Read(type, json);
        return refusal is null ? value : throw Refusal(index is null ? path : $"{path}[{index}]",
            type is EngineEnumType && json.ValueKind is JsonValueKind.String
                ? $"it is {SourceText.Shorten(json.GetRawText())}; {refusal}" : refusal);
    }

    private VariableLeaf Leaf(object? value)
    {
        leaves.Add(value);
        return new VariableLeaf(leaves.Count - 1);
    }

    private void CountObject(string path)
    {
        if (++objects > allowed)
        {
            throw Refusal(path,
                $"the variables contain more than {allowed} objects and lists of objects (Limits:InputObjects)");
        }
    }

    private RequestErrorException Refusal(string path, string reason) => new(Error(path, reason));

    private RequestError Missing(string path, IGraphType type) => Error(path, $"it is required, because its type is {type}");

    private RequestError Error(string path, string reason) => at.Error(ErrorCodes.VariableInvalid, $"{path} is not valid: {reason}.");
}
