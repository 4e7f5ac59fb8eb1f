using System.Text.Json.Nodes;
using Microsoft.OData.UriParser;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.OData;

/// <summary>Translates the expressions of an option to the values of its conditions.</summary>
/// <param name="model">The entities.</param>
/// <param name="now">The instant of <c>now()</c>.</param>
/// <param name="variable">The name of the row in the condition.</param>
/// <param name="option">The option of the address that contains it.</param>
internal sealed class ValueTranslation(FeedModel model, FeedNow now, string variable, string option)
{
    public string Option => option;

    /// <summary>The groups in the condition; null for rows.</summary>
    public GroupValues? Groups { get; init; }

    /// <summary>The condition that nothing meets.</summary>
    public JsonObject Nothing => Groups is { AreOfNumbers: true }
        ? new JsonObject { ["count"] = new JsonObject { ["lt"] = 0 } }
        : new JsonObject { ["id"] = new JsonObject { ["in"] = new JsonArray() } };

    /// <summary>The same for the elements of a list.</summary>
    public ValueTranslation Within(string element) => new(model, now, element, option);

    /// <summary>The value of an expression.</summary>
    /// <exception cref="RequestErrorException">It is not supported.</exception>
    public FeedValue Translate(QueryNode node) => FieldRoute.Bare(node) switch
    {
        ConstantNode literal => new LiteralValue(literal),
        SingleValueFunctionCallNode { Name: "now" } => new LiteralValue(now.Literal()),
        SingleValueFunctionCallNode function when FeedFunctions.Served.ContainsKey(function.Name) => Made(function),
        CountNode { SearchClause: null } count => new CountValue(RouteOf(count.Source),
            FilterTranslation.Translate(count.FilterClause, model, now, option)),
        SingleValueOpenPropertyAccessNode { Name: var alias } when Groups is not null => Groups.Number(alias, option),
        var other => FieldOf(other),
    };

    /// <summary>The route to a row or a list.</summary>
    /// <exception cref="RequestErrorException">It is something other than a path from the row.</exception>
    public FieldRoute RouteOf(QueryNode node)
    {
        var route = FieldRoute.Parse(node, model, variable, option);
        Groups?.Key(route, option);
        return route;
    }

    public RequestErrorException Unsupported(QueryNode node) =>
        FeedErrors.NotSupported(option, $"{option} does not accept {FieldRoute.Named(node)}.");

    private FeedValue Made(SingleValueFunctionCallNode function)
    {
        var arguments = function.Parameters.Select(Translate).ToList();
        return arguments switch
        {
            [var value] => FeedFunctions.Apply(function, value, null, option),
            [var value, LiteralValue { Literal.Value: string part }] => FeedFunctions.Apply(function, value, part, option),
            _ => throw FeedErrors.NotSupported(option, $"{function.Name} accepts a property and a string, not {arguments[^1].Name}."),
        };
    }

    private FieldValue FieldOf(QueryNode node)
    {
        var route = RouteOf(node);
        return route.Field is ScalarField field
            ? new FieldValue(route, field)
            : throw FeedErrors.NotSupported(option, $"Rows cannot be filtered by {(route.Names.Count == 0 ? "themselves" : route)}.");
    }
}
