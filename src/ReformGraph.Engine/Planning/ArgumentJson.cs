using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using GraphQLParser.AST;

namespace ReformGraph.Engine.Planning;

/// <summary>An argument of a validated document as JSON, with its variables replaced by their values.</summary>
internal static class ArgumentJson
{
    /// <param name="value">The argument.</param>
    /// <param name="operation">The operation that declares the variables.</param>
    /// <param name="variables">The variables, as sent.</param>
    /// <returns>The value; undefined if it is a variable without one.</returns>
    public static JsonElement Read(GraphQLValue value, GraphQLOperationDefinition operation, JsonElement variables)
    {
        if (!IsGiven(value, operation, variables))
        {
            return default;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, value, operation, variables);
        }

        return JsonElement.Parse(buffer.WrittenSpan, new JsonDocumentOptions { MaxDepth = int.MaxValue });
    }

    private static void Write(Utf8JsonWriter json, GraphQLValue value, GraphQLOperationDefinition operation, JsonElement variables)
    {
        switch (value)
        {
            case GraphQLVariable variable when Sent(variable, variables) is { } sent:
                json.WriteRawValue(JsonMarshal.GetRawUtf8Value(sent), skipInputValidation: true); // at any depth
                break;
            case GraphQLVariable variable when Default(variable, operation) is { } literal:
                Write(json, literal, operation, variables);
                break;
            case GraphQLObjectValue { Fields: var fields }:
                Write(json, (fields ?? []).Where(field => IsGiven(field.Value, operation, variables)), operation, variables);
                break;
            case GraphQLListValue { Values: var items }:
                json.WriteStartArray();
                (items ?? []).ForEach(item => Write(json, item, operation, variables));
                json.WriteEndArray();
                break;
            case GraphQLStringValue text:
                json.WriteStringValue(text.Value.Span);
                break;
            case GraphQLEnumValue name:
                json.WriteStringValue(name.Name.Value.Span);
                break;
            case GraphQLTrueBooleanValue or GraphQLFalseBooleanValue:
                json.WriteBooleanValue(value is GraphQLTrueBooleanValue);
                break;
            case GraphQLIntValue number:
                json.WriteRawValue(number.Value.Span);
                break;
            case GraphQLFloatValue number:
                json.WriteRawValue(number.Value.Span);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<GraphQLObjectField> fields, GraphQLOperationDefinition operation,
        JsonElement variables)
    {
        json.WriteStartObject();
        foreach (var field in fields)
        {
            json.WritePropertyName(field.Name.StringValue);
            Write(json, field.Value, operation, variables);
        }

        json.WriteEndObject();
    }

    private static bool IsGiven(GraphQLValue value, GraphQLOperationDefinition operation, JsonElement variables) =>
        value is not GraphQLVariable variable || Sent(variable, variables) is not null || Default(variable, operation) is not null;

    private static JsonElement? Sent(GraphQLVariable variable, JsonElement variables) =>
        variables.ValueKind == JsonValueKind.Object && variables.TryGetProperty(variable.Name.StringValue, out var sent) ? sent : null;

    private static GraphQLValue? Default(GraphQLVariable variable, GraphQLOperationDefinition operation) =>
        operation.Variables!.First(declared => declared.Variable.Name.Value == variable.Name.Value).DefaultValue;
}
