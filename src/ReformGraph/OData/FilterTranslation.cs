using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OData.UriParser;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.OData;

/// <summary>
/// Translates <c>$filter</c> to the engine's <c>where</c>. A negation is pushed down to the conditions, if the engine has an operator for
/// it. Null follows OData: it equals only null, no order and no text function holds for it, and neither does the negation of a text
/// function.
/// </summary>
/// <param name="values">Translates the operands of conditions.</param>
internal sealed class FilterTranslation(ValueTranslation values)
{
    private string Option => values.Option;

    /// <summary>The condition of a clause; null if there is none.</summary>
    /// <exception cref="RequestErrorException">The engine has no such condition.</exception>
    public static JsonNode? Translate(FilterClause? clause, FeedModel model, FeedNow now, string option) =>
        clause is null
            ? null : new FilterTranslation(new ValueTranslation(model, now, clause.RangeVariable.Name, option)).Condition(clause.Expression,
            negated: false);

    /// <summary>The conditions that must all hold for an expression to hold.</summary>
    public static IEnumerable<QueryNode> Parts(QueryNode node) =>
        FieldRoute.Bare(node) is BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } both
        ? Parts(both.Left).Concat(Parts(both.Right))
        : [node];

    /// <summary>The condition of an expression.</summary>
    /// <param name="node">The expression.</param>
    /// <param name="negated">Whether it must not hold.</param>
    public JsonNode Condition(QueryNode node, bool negated) => FieldRoute.Bare(node) switch
    {
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => Condition(not.Operand, !negated),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or } both => Both(both, negated),
        BinaryOperatorNode comparison => Comparison(comparison, negated),
        InNode list => Listed(list, negated),
        SingleValueFunctionCallNode function => Text(function, negated),
        AnyNode any => Any(any, negated),
        AllNode all => OfList(all, negated ? "some" : "all", negated),
        ConstantNode { Value: bool holds } => Always(holds != negated),
        SingleValuePropertyAccessNode flag => Compared(Fitting(values.Translate(flag), "eq"), "eq", new ConstantNode(!negated)),
        var other => throw values.Unsupported(other),
    };

    // Both sides of one operator are in one list, so that a long chain does not become a deep one.
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

        var isEquality = kind is BinaryOperatorKind.Equal or BinaryOperatorKind.NotEqual;
        if (isEquality && right is ConstantNode { Value: bool holds } && left is not SingleValuePropertyAccessNode)
        {
            return Condition(left, holds == (kind == BinaryOperatorKind.NotEqual) != negated);
        }

        if (isEquality && right is ConstantNode { Value: null } && left is SingleNavigationNode)
        {
            return values.RouteOf(left).Around(
                new JsonObject { ["id"] = new JsonObject { [(kind == BinaryOperatorKind.Equal) != negated ? "eq" : "neq"] = null } });
        }

        var name = NameOf(kind, negated, node);
        return (values.Translate(left), values.Translate(right)) switch
        {
            (LiteralValue { Literal.Value: { } one }, LiteralValue { Literal.Value: { } other }) when IsOrdered(one, other) =>
                Always(Holds(NameOf(kind, false, node), one, other) != negated),
            (LiteralValue one, LiteralValue other) => throw FeedErrors.NotSupported(Option,
                $"{Option} compares a property with a value, not {one.Name} with {other.Name}."),
            (LiteralValue { Literal: var literal }, var value) =>
                Compared(Fitting(value, NameOf(Turned(kind), negated, node)), NameOf(Turned(kind), negated, node), literal),
            (var value, LiteralValue { Literal: var literal }) => Compared(Fitting(value, name), name, literal),
            (RowValue one, RowValue other) when one.Type == other.Type && !IsMadeOfCodes(one) && !IsMadeOfCodes(other) =>
                ((RowValue)Fitting(one, name)).Where(name, other),
            var (one, other) => throw FeedErrors.NotSupported(Option,
                $"{Option} compares values of the same type, not {one.Name} with {other.Name}."),
        };
    }

    private JsonNode Compared(FeedValue value, string name, ConstantNode literal)
    {
        if (literal.Value is null)
        {
            return name is "eq" or "neq"
                ? value.Where(new JsonObject { [name] = null })
                : throw FeedErrors.NotSupported(Option,
                    $"Only eq and ne compare with null, but {value.Name} is compared with another operator.");
        }

        if (IsMadeOfCodes(value))
        {
            var positive = name.TrimStart('n');
            return Codes((RowValue)value, made => Holds(positive, made, literal.Value), isIn: name == positive);
        }

        var operand = Literals.Convert(literal, value, Option);
        var (isNegated, bare) = name is not "neq" && name[0] == 'n' ? (true, name[1..]) : (false, name);
        return (operand.Fit, bare) switch
        {
            (Fit.Exact, _) => value.Where(new JsonObject { [name] = operand.Value }),
            (_, "eq") => Always(false),
            (_, "neq") => Always(true),
            (Fit.Between, "gt" or "gte") => value.Where(new JsonObject { [isNegated ? "ngt" : "gt"] = operand.Value }),
            (Fit.Between, _) => value.Where(new JsonObject { [isNegated ? "nlte" : "lte"] = operand.Value }),
            (Fit.Below, "gt" or "gte") or (Fit.Above, "lt" or "lte") =>
                value.IsNullable ? value.Where(new JsonObject { [isNegated ? "eq" : "neq"] = null }) : Always(!isNegated),
            _ => Always(isNegated),
        };
    }

    private JsonNode Listed(InNode node, bool negated)
    {
        if (node.Right is not CollectionConstantNode list)
        {
            throw FeedErrors.NotSupported(Option, "in accepts only a list of literals.");
        }

        var value = Fitting(values.Translate(node.Left), "eq");
        var literals = list.Collection.Where(literal => literal.Value is not null).ToList();
        if (value is LiteralValue)
        {
            throw values.Unsupported(node.Left);
        }

        // A boolean has no operator for lists.
        var parts = value.Type.ClrType == typeof(bool) || IsMadeOfCodes(value)
            ? literals.Select(literal => Compared(value, negated ? "neq" : "eq", literal)).ToList()
            : [value.Where(
                new JsonObject { [negated ? "nin" : "in"] =
                new JsonArray([.. literals.Select(literal => Literals.Convert(literal, value, Option))
                .Where(operand => operand.Fit == Fit.Exact).Select(operand => operand.Value)]) })];
        if (list.Collection.Any(literal => literal.Value is null))
        {
            parts.Add(value.Where(new JsonObject { [negated ? "neq" : "eq"] = null }));
        }

        return parts.Count switch
        {
            0 => Always(negated),
            1 => parts[0],
            _ => new JsonObject { [negated ? "and" : "or"] = new JsonArray([.. parts]) },
        };
    }

    private JsonNode Text(SingleValueFunctionCallNode function, bool negated)
    {
        var name = function.Name switch
        {
            "contains" => "contains",
            "startswith" => "startsWith",
            "endswith" => "endsWith",
            _ => throw values.Unsupported(function),
        };
        var arguments = function.Parameters.Select(values.Translate).ToList();
        if (arguments is not [RowValue of, LiteralValue { Literal.Value: string text }])
        {
            throw FeedErrors.NotSupported(Option,
                $"{function.Name} accepts a property and a string, not " +
                $"{string.Join(" and ", arguments.Select(argument => argument.Name))}.");
        }

        if (of.Field.Type.IsEnum && of.Type.ClrType != typeof(int))
        {
            return Codes(of, made => Holds(name, made, text) != negated, isIn: true);
        }

        var value = Fitting(FeedFunctions.AsText(of), name);
        return value.Where(negated ? new JsonObject { ["n" + name] = text, ["neq"] = null } : new JsonObject { [name] = text });
    }

    private JsonNode Any(AnyNode any, bool negated) => FieldRoute.Bare(any.Body) is ConstantNode { Value: true }
        ? values.RouteOf(any.Source).Around(new JsonObject { ["any"] = !negated })
        : OfList(any, negated ? "none" : "some", negated: false);

    private JsonNode OfList(LambdaNode lambda, string name, bool negated) => values.RouteOf(lambda.Source).Around(
        new JsonObject { [name] = new FilterTranslation(values.Within(lambda.CurrentRangeVariable.Name)).Condition(lambda.Body, negated) });

    // A code list is a list of strings to a client, and a list of numbers in the database.
    private static bool IsMadeOfCodes(FeedValue value) => value is FunctionValue { Field.Type.IsEnum: true };

    private static JsonNode Codes(RowValue value, Predicate<object> holds, bool isIn) => value.Field.Where(new JsonObject
    {
        [isIn ? "in" : "nin"] = new JsonArray(
            [.. value.Field.Type.EnumValues().Where(code => holds(value.Apply(code.Name))).Select(code => JsonValue.Create(code.Name))]),
    });

    private static bool Holds(string name, object value, object operand) => name switch
    {
        "contains" => ((string)value).Contains((string)operand, StringComparison.Ordinal),
        "startsWith" => ((string)value).StartsWith((string)operand, StringComparison.Ordinal),
        "endsWith" => ((string)value).EndsWith((string)operand, StringComparison.Ordinal),
        "eq" => Order(value, operand) == 0,
        "neq" => Order(value, operand) != 0,
        "gt" => Order(value, operand) > 0,
        "gte" => Order(value, operand) >= 0,
        "lt" => Order(value, operand) < 0,
        _ => Order(value, operand) <= 0,
    };

    private static int Order(object value, object operand) => (value, operand) switch
    {
        (string text, string other) => string.CompareOrdinal(text, other),
        (DateTimeOffset instant, DateTimeOffset other) => instant.CompareTo(other),
        _ => Convert.ToDouble(value, CultureInfo.InvariantCulture).CompareTo(Convert.ToDouble(operand, CultureInfo.InvariantCulture)),
    };

    private static bool IsOrdered(object one, object other) =>
        (one, other) is (string, string) or (DateTimeOffset, DateTimeOffset) || (IsNumber(one) && IsNumber(other));

    private static bool IsNumber(object value) => value is int or long or float or double or decimal;

    // Rejects an operator that the type of a value does not have.
    private FeedValue Fitting(FeedValue value, string operation) =>
        value is LiteralValue || FilterOperators.InFamily(value.Type.Operators).Any(known => known.Name == operation)
            ? value
            : throw FeedErrors.NotSupported(Option, $"{value.Name} is a {value.Type.Name}, which does not support {operation}.");

    private JsonObject Always(bool holds) => holds ? [] : values.Nothing;

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
        _ => throw values.Unsupported(node),
    };
}
