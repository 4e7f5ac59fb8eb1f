using System.Text.Json.Nodes;
using Microsoft.OData.UriParser;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.OData;

/// <summary>A value in a condition.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name in errors.</param>
internal abstract record FeedValue(ScalarType Type, string Name)
{
    /// <summary>Whether it can be null.</summary>
    public virtual bool IsNullable => true;

    /// <summary>The condition that it meets operators of its type, in the engine's input.</summary>
    public abstract JsonNode Where(JsonObject operators);
}

/// <summary>A literal, or what is computed from one.</summary>
internal sealed record LiteralValue(ConstantNode Literal) : FeedValue(ScalarType.For(typeof(string))!, Literal.LiteralText ?? "null")
{
    public override JsonNode Where(JsonObject operators) => throw new InvalidOperationException("A literal meets no condition.");
}

/// <summary>The number of elements of a list.</summary>
/// <param name="List">The route to the list.</param>
/// <param name="Which">The condition of the elements to count; null for all.</param>
internal sealed record CountValue(FieldRoute List, JsonNode? Which) : FeedValue(ScalarType.For(typeof(int))!, $"{List}/$count")
{
    public override bool IsNullable => false;

    public override JsonNode Where(JsonObject operators)
    {
        var numbers = new JsonObject { ["count"] = operators };
        if (Which is not null)
        {
            numbers["where"] = Which.DeepClone();
        }

        return List.Around(new JsonObject { ["aggregate"] = numbers });
    }
}

/// <summary>A value of a row with which a query can compute.</summary>
internal abstract record RowValue(ScalarType Type, string Name) : FeedValue(Type, Name)
{
    /// <summary>The field from which it comes.</summary>
    public abstract FieldValue Field { get; }

    /// <summary>The value in the engine's input of such conditions.</summary>
    public abstract JsonObject Input { get; }

    /// <summary>The same for a non-null value that the field may have.</summary>
    public abstract object Apply(object field);

    /// <summary>The condition that two values of a row satisfy an operator.</summary>
    public JsonNode Where(string name, RowValue other) =>
        Conditions(new JsonObject { ["value"] = Input, ["operator"] = name, ["than"] = other.Input });

    protected static JsonObject Conditions(JsonObject condition) => new() { [ValueFunctions.Conditions] = new JsonArray(condition) };
}

/// <summary>A field.</summary>
internal sealed record FieldValue(FieldRoute Route, ScalarField Scalar) : RowValue(Scalar.Type, $"{Route}")
{
    public override FieldValue Field => this;

    public override JsonObject Input => new() { ["path"] = $"{Route}" };

    public override object Apply(object field) => field;

    public override JsonNode Where(JsonObject operators) => Route.Around(operators);
}

/// <summary>The result of a function of a value.</summary>
/// <param name="Source">The value.</param>
/// <param name="Function">The function.</param>
/// <param name="Part">The text to find; null if the function needs none.</param>
internal sealed record FunctionValue(RowValue Source, ValueFunctionRow Function, string? Part) : RowValue(Function.Result,
    $"the {Function.Name} of {Source.Name}")
{
    public override FieldValue Field => Source.Field;

    public override JsonObject Input
    {
        get
        {
            var input = new JsonObject { ["function"] = Function.Name, ["of"] = Source.Input };
            if (Part is not null)
            {
                input["text"] = Part;
            }

            return input;
        }
    }

    public override object Apply(object field) => FeedFunctions.Applied(Function.Function, Source.Apply(field), Part);

    public override JsonNode Where(JsonObject operators) => Conditions(new JsonObject { ["value"] = Input, [Type.Name] = operators });
}
