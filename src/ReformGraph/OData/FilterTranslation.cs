using System.Text.Json.Nodes;
using Microsoft.OData.UriParser;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.OData;

/// <summary>
/// From <c>$filter</c> to the engine's <c>where</c>. A negation is carried down to the conditions, where the engine has an operator for it.
/// Null is as OData says: it equals only null, no order and no text function holds of it, and the negation of a text function does not either.
/// </summary>
/// <param name="model">The entities.</param>
/// <param name="variable">The name of the row that the condition is about.</param>
/// <param name="option">The option of the address that holds it.</param>
internal sealed class FilterTranslation(FeedModel model, string variable, string option)
{
    /// <summary>The condition of a clause; null where there is none.</summary>
    /// <exception cref="RequestRefusedException">The engine has no such condition.</exception>
    public static JsonNode? Of(FilterClause? clause, FeedModel model, string option) =>
        clause is null ? null : new FilterTranslation(model, clause.RangeVariable.Name, option).Condition(clause.Expression, negated: false);

    private JsonNode Condition(QueryNode node, bool negated) => FieldRoute.Bare(node) switch
    {
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => Condition(not.Operand, !negated),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or } both => Both(both, negated),
        BinaryOperatorNode comparison => Comparison(comparison, negated),
        InNode list => Listed(list, negated),
        SingleValueFunctionCallNode function => Text(function, negated),
        AnyNode any => Any(any, negated),
        AllNode all => OfList(all, negated ? "some" : "all", negated),
        ConstantNode { Value: bool holds } => Always(holds != negated),
        SingleValuePropertyAccessNode flag => Compared(flag, "eq", new ConstantNode(!negated)),
        var other => throw Unsupported(other),
    };

    // Both sides of one operator in one list, so that a long chain does not become a deep one.
    private JsonObject Both(BinaryOperatorNode node, bool negated)
    {
        var parts = new JsonArray();
        Gather(node);
        return new JsonObject { [(node.OperatorKind == BinaryOperatorKind.And) != negated ? "and" : "or"] = parts };

        void Gather(QueryNode side)
        {
            if (FieldRoute.Bare(side) is BinaryOperatorNode same && same.OperatorKind == node.OperatorKind)
            {
                Gather(same.Left);
                Gather(same.Right);
                return;
            }

            parts.Add(Condition(side, negated));
        }
    }

    private JsonNode Comparison(BinaryOperatorNode node, bool negated)
    {
        var (left, right, kind) = (FieldRoute.Bare(node.Left), FieldRoute.Bare(node.Right), node.OperatorKind);
        if (left is ConstantNode && right is not ConstantNode)
        {
            (left, right, kind) = (right, left, Turned(kind));
        }

        if (right is not ConstantNode literal)
        {
            throw FeedRefusal.NotSupported(option, $"{option} compares a property with a literal, and here with {FieldRoute.Named(right)}.");
        }

        var isEquality = kind is BinaryOperatorKind.Equal or BinaryOperatorKind.NotEqual;
        if (isEquality && literal.Value is bool holds && left is not SingleValuePropertyAccessNode)
        {
            return Condition(left, holds == (kind == BinaryOperatorKind.NotEqual) != negated);
        }

        if (isEquality && literal.Value is null && left is SingleNavigationNode)
        {
            var reference = FieldRoute.Of(left, model, variable, option);
            return reference.Around(new JsonObject { ["id"] = new JsonObject { [(kind == BinaryOperatorKind.Equal) != negated ? "eq" : "neq"] = null } });
        }

        return Compared(left, NameOf(kind, negated, node), literal);
    }

    private JsonNode Compared(QueryNode property, string name, ConstantNode literal)
    {
        var (route, field) = Scalar(property, name);
        if (literal.Value is null && name is not ("eq" or "neq"))
        {
            throw FeedRefusal.NotSupported(option, $"Only eq and ne compare with null, and {route} is compared by another operator.");
        }

        return route.Around(new JsonObject { [name] = Literals.Of(literal, field, option) });
    }

    private JsonNode Listed(InNode node, bool negated)
    {
        var name = negated ? "nin" : "in";
        var (route, field) = Scalar(node.Left, name);
        if (node.Right is not CollectionConstantNode list)
        {
            throw FeedRefusal.NotSupported(option, $"in takes a list of literals, and for {route} something else.");
        }

        var listed = route.Around(new JsonObject { [name] = new JsonArray([.. list.Collection.Where(literal => literal.Value is not null).Select(literal => Literals.Of(literal, field, option))]) });
        var missing = route.Around(new JsonObject { [negated ? "neq" : "eq"] = null });
        return list.Collection.All(literal => literal.Value is not null) ? listed : new JsonObject { [negated ? "and" : "or"] = new JsonArray(listed, missing) };
    }

    private JsonNode Text(SingleValueFunctionCallNode function, bool negated)
    {
        var name = function.Name switch
        {
            "contains" => "contains",
            "startswith" => "startsWith",
            "endswith" => "endsWith",
            _ => throw Unsupported(function),
        };
        var arguments = function.Parameters.Select(FieldRoute.Bare).ToList();
        if (arguments is not [var property, ConstantNode { Value: string text }])
        {
            throw FeedRefusal.NotSupported(option, $"{function.Name} takes a property and a text, and here {FieldRoute.Named(arguments[^1])}.");
        }

        var (route, _) = Scalar(property, name);
        return route.Around(negated ? new JsonObject { ["n" + name] = text, ["neq"] = null } : new JsonObject { [name] = text });
    }

    private JsonNode Any(AnyNode any, bool negated) => FieldRoute.Bare(any.Body) is ConstantNode { Value: true }
        ? FieldRoute.Of(any.Source, model, variable, option).Around(new JsonObject { ["any"] = !negated })
        : OfList(any, negated ? "none" : "some", negated: false);

    private JsonNode OfList(LambdaNode lambda, string name, bool negated) => FieldRoute.Of(lambda.Source, model, variable, option).Around(
        new JsonObject { [name] = new FilterTranslation(model, lambda.CurrentRangeVariable.Name, option).Condition(lambda.Body, negated) });

    private (FieldRoute Route, ScalarField Field) Scalar(QueryNode node, string operation)
    {
        var route = FieldRoute.Of(node, model, variable, option);
        if (route.Field is not ScalarField field)
        {
            throw FeedRefusal.NotSupported(option, $"Rows are not filtered by {(route.Names.Count == 0 ? "themselves" : route)}.");
        }

        return FilterOperators.Of(field.Type.Operators).Any(known => known.Name == operation)
            ? (route, field)
            : throw FeedRefusal.NotSupported(option, $"{route} is a {field.Type.Name}, which has no {operation}.");
    }

    private RequestRefusedException Unsupported(QueryNode node) => FeedRefusal.NotSupported(option, $"{option} does not take {FieldRoute.Named(node)}.");

    private static JsonObject Always(bool holds) => holds ? [] : new JsonObject { ["id"] = new JsonObject { ["in"] = new JsonArray() } };

    private static BinaryOperatorKind Turned(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        _ => kind,
    };

    private string NameOf(BinaryOperatorKind kind, bool negated, BinaryOperatorNode node) => kind switch
    {
        BinaryOperatorKind.Equal => negated ? "neq" : "eq",
        BinaryOperatorKind.NotEqual => negated ? "eq" : "neq",
        BinaryOperatorKind.GreaterThan => negated ? "ngt" : "gt",
        BinaryOperatorKind.GreaterThanOrEqual => negated ? "ngte" : "gte",
        BinaryOperatorKind.LessThan => negated ? "nlt" : "lt",
        BinaryOperatorKind.LessThanOrEqual => negated ? "nlte" : "lte",
        _ => throw Unsupported(node),
    };
}
