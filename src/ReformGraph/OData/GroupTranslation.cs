using System.Text.Json.Nodes;
using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.OData;

/// <summary>
/// Translates <c>$apply</c> to groups and aggregates: any number of <c>filter</c>, then one <c>groupby</c> or <c>aggregate</c> and, after
/// <c>groupby</c>, again <c>filter</c>.
/// </summary>
internal sealed class GroupTranslation(EntityModel entity, FeedModel model, FeedNow now)
{
    private const string Option = "$apply";

    private readonly List<JsonNode?> conditions = [];
    private readonly List<JsonNode?> numbers = [];
    private GroupRows? rows;

    /// <summary>What is requested of the groups.</summary>
    public GroupRows Rows =>
        rows ?? throw FeedErrors.NotSupported(Option, "$apply must end with groupby or aggregate. To filter rows, use $filter.");

    /// <summary>The condition of the rows to group; null for all.</summary>
    public JsonNode? Where => conditions.Count == 0 ? null : new JsonObject { ["and"] = new JsonArray([.. conditions]) };

    /// <summary>The condition of the groups; null for all.</summary>
    public JsonObject? Having => numbers.Count == 0 ? null : new JsonObject { ["and"] = new JsonArray([.. numbers]) };

    /// <exception cref="RequestErrorException">The engine has no such groups.</exception>
    public static GroupTranslation Translate(ApplyClause clause, EntityModel entity, FeedModel model, FeedNow now)
    {
        var translation = new GroupTranslation(entity, model, now);
        foreach (var step in clause.Transformations)
        {
            translation.Add(step);
        }

        return translation;
    }

    /// <summary>Adds the condition of a clause to the groups.</summary>
    /// <exception cref="RequestErrorException">The engine has no such condition.</exception>
    public void Choose(FilterClause? clause)
    {
        if (clause is not null)
        {
            Choose(clause, "$filter");
        }
    }

    /// <summary>The order of the groups; null if none is requested.</summary>
    /// <exception cref="RequestErrorException">It uses something that the groups do not have.</exception>
    public JsonArray? OrderOf(OrderByClause? clause)
    {
        if (clause is null)
        {
            return null;
        }

        var keys = new JsonArray();
        for (var at = clause; at is not null; at = at.ThenBy)
        {
            keys.Add(OrderKey(at));
        }

        return keys;
    }

    private JsonObject OrderKey(OrderByClause at)
    {
        var direction = OrderTranslation.DirectionOf(at);
        if (FieldRoute.Bare(at.Expression) is SingleValueOpenPropertyAccessNode { Name: var alias })
        {
            var number = Rows.Numbers.FirstOrDefault(number => number.Alias == alias)
                ?? throw FeedErrors.Malformed("$orderby", $"The groups have no {alias}.");
            return new JsonObject
            {
                ["aggregate"] = number.Function is null
                ? new JsonObject { ["count"] = direction } : new JsonObject { [number.Function.Name] = number.Route!.Around(direction) }
            };
        }

        var route = FieldRoute.Parse(at.Expression, model, at.RangeVariable.Name, "$orderby");
        return Rows.Keys.Any(key => key.Names.SequenceEqual(route.Names))
            ? new JsonObject { ["key"] = route.Around(direction) }
            : throw FeedErrors.Malformed("$orderby", $"The groups have no {route}.");
    }

    private void Add(TransformationNode step)
    {
        if (rows is not null)
        {
            Choose((step as FilterTransformationNode)?.FilterClause
                ?? throw FeedErrors.NotSupported(Option,
                    "Only filter may follow groupby or aggregate, and only one of these is allowed."), Option);
            return;
        }

        switch (step)
        {
            case FilterTransformationNode filter:
                conditions.Add(FilterTranslation.Translate(filter.FilterClause, model, now, Option));
                break;
            case AggregateTransformationNode aggregate:
                rows = new GroupRows(entity, [], Numbers(aggregate));
                break;
            case GroupByTransformationNode { ChildTransformations: null or AggregateTransformationNode } groups:
                rows = new GroupRows(
                    entity,
                    [.. groups.GroupingProperties.SelectMany(Keys)],
                    groups.ChildTransformations is AggregateTransformationNode inner ? Numbers(inner) : []);
                break;
            default:
                throw FeedErrors.NotSupported(Option, $"$apply accepts filter, groupby and aggregate, not {step.Kind}.");
        }
    }

    // A condition on the keys of a group filters rows as well as groups.
    private void Choose(FilterClause clause, string option)
    {
        if (Rows.Keys.Count == 0)
        {
            throw FeedErrors.NotSupported(option, "aggregate returns one row, which cannot be filtered. Filter before it, or use groupby.");
        }

        foreach (var part in FilterTranslation.Parts(clause.Expression))
        {
            var values = new ValueTranslation(model, now, clause.RangeVariable.Name, option) { Groups = new GroupValues(Rows) };
            var condition = new FilterTranslation(values).Condition(part, negated: false);
            (values.Groups.AreOfNumbers ? numbers : conditions).Add(condition);
        }
    }

    private IEnumerable<FieldRoute> Keys(GroupByPropertyNode node)
    {
        if (node.ChildTransformations.Count > 0)
        {
            return node.ChildTransformations.SelectMany(Keys);
        }

        var route = FieldRoute.Parse(node.Expression, model, "$it", Option);
        return route.Field is ScalarField ? [route] : throw FeedErrors.NotSupported(Option, $"Rows cannot be grouped by {route}.");
    }

    private List<GroupNumber> Numbers(AggregateTransformationNode node) => [.. node.AggregateExpressions.Select(Number)];

    private GroupNumber Number(AggregateExpressionBase expression)
    {
        if (expression is not AggregateExpression number)
        {
            throw FeedErrors.NotSupported(Option,
                $"{expression.Alias} aggregates a list below the rows. Aggregate properties of a row or of a row that it refers to.");
        }

        if (number.Method == AggregationMethod.VirtualPropertyCount)
        {
            return new GroupNumber(number.Alias, null, null);
        }

        var function = number.Method switch
        {
            AggregationMethod.Sum => AggregateFunction.Sum,
            AggregationMethod.Min => AggregateFunction.Min,
            AggregationMethod.Max => AggregateFunction.Max,
            AggregationMethod.Average => AggregateFunction.Avg,
            AggregationMethod.CountDistinct => AggregateFunction.CountDistinct,
            _ => throw FeedErrors.NotSupported(Option,
                $"The method of {number.Alias} is not supported. Supported methods: sum, min, max, average and countdistinct."),
        };
        var row = AggregateFunctions.All.Single(row => row.Function == function);
        var route = FieldRoute.Parse(number.Expression, model, "$it", Option);
        return route.Field is ScalarField field && row.ResultOf(field) is not null
            ? new GroupNumber(number.Alias, row, route)
            : throw FeedErrors.NotSupported(Option, $"{row.Name} is not supported for {(route.Names.Count == 0 ? "a row" : route)}.");
    }
}
