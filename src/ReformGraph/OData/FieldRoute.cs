using System.Text.Json.Nodes;
using Microsoft.OData.UriParser;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.OData;

/// <summary>The path from a row to one of its fields, or to a field of a row that it refers to.</summary>
/// <param name="Names">The names, ending with the field's own.</param>
/// <param name="Field">The field; null if the route ends at a row.</param>
internal sealed record FieldRoute(IReadOnlyList<string> Names, Field? Field)
{
    /// <summary>Reads the route of an expression.</summary>
    /// <param name="node">The expression.</param>
    /// <param name="model">The entities.</param>
    /// <param name="variable">The name of the row from which it starts.</param>
    /// <param name="option">The option that contains it.</param>
    /// <exception cref="RequestErrorException">It is something other than a path from that row.</exception>
    public static FieldRoute Parse(QueryNode node, FeedModel model, string variable, string option)
    {
        var names = new List<string>();
        Field? field = null;
        for (var at = Bare(node); ;)
        {
            switch (at)
            {
                case ResourceRangeVariableReferenceNode row when row.Name == variable:
                    names.Reverse();
                    return new FieldRoute(names, field);
                case SingleValuePropertyAccessNode property when names.Count == 0:
                    field = model[(Microsoft.OData.Edm.IEdmType)property.Property.DeclaringType].Find(property.Property.Name);
                    names.Add(property.Property.Name);
                    at = property.Source;
                    break;
                case SingleNavigationNode reference:
                    names.Add(reference.NavigationProperty.Name);
                    at = reference.Source;
                    break;
                case CollectionNavigationNode list when names.Count == 0:
                    names.Add(list.NavigationProperty.Name);
                    at = list.Source;
                    break;
                default:
                    throw FeedErrors.NotSupported(option,
                        $"{option} accepts properties of a row and of the rows that it refers to, not {Named(at)}.");
            }
        }
    }

    /// <summary>The expression without the conversions that the parser adds.</summary>
    public static QueryNode Bare(QueryNode node) => node is ConvertNode convert ? Bare(convert.Source) : node;

    /// <summary>The kind of an expression, in OData's terms.</summary>
    public static string Named(QueryNode? node) => node switch
    {
        SingleValueFunctionCallNode function => $"the function {function.Name}",
        BinaryOperatorNode binary => $"the operator {binary.OperatorKind.ToString().ToLowerInvariant()}",
        UnaryOperatorNode unary => $"the operator {unary.OperatorKind.ToString().ToLowerInvariant()}",
        ConstantNode constant => $"the literal {constant.LiteralText ?? "null"}",
        ResourceRangeVariableReferenceNode row => $"the row {row.Name} of another list",
        _ => $"an expression of the kind {node?.Kind}",
    };

    /// <summary>An input object in the shape of the route, around a value.</summary>
    public JsonNode Around(JsonNode? value) => Names.Reverse().Aggregate(value, (inner, name) => new JsonObject { [name] = inner })!;

    /// <summary>The route as written in an address.</summary>
    public override string ToString() => string.Join('/', Names);
}
