using System.Text.Json;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>From the selections on an aggregate to the columns that they need and the shape of its object.</summary>
internal sealed class AggregatePlanner(PlanScope scope)
{
    private readonly TermSet terms = new();
    private readonly List<SumColumns> sums = [];

    /// <summary>Plans the field <c>aggregate</c> of a connection.</summary>
    /// <param name="field">The selected field.</param>
    /// <param name="source">What the connection lists.</param>
    /// <param name="connection">The name of the connection's type.</param>
    /// <param name="ofList">The condition of the connection.</param>
    /// <param name="number">The place among the aggregates of the connection.</param>
    public (AggregatePlan Plan, AggregateOutput Output) Plan(SelectedField field, EntityModel source, string connection, Filter? ofList, int number)
    {
        var own = scope.Filters.Plan(source, scope.Arguments(field, connection).GetValueOrDefault("where"));
        var outputs = scope.Selections.Below(field, AggregateNames.Of(source)).Select(selected => Output(selected, source)).ToList();

        // Even where only __typename is asked for, a statement has a column.
        _ = terms.Add(TermKind.Rows, null);
        var filter = ofList is not null && own is not null ? new AllOf([ofList, own]) : ofList ?? own;
        var plan = new AggregatePlan(number, filter, terms, sums);
        scope.Joins.Check(source, terms.All.Select(term => term.Path).OfType<FieldPath>(), filter, field.First);
        return (plan, new AggregateOutput(JsonEncodedText.Encode(field.Key), number, outputs));
    }

    private RowOutput Output(SelectedField selected, EntityModel source)
    {
        var key = JsonEncodedText.Encode(selected.Key);
        return AggregateFunctions.All.FirstOrDefault(row => row.Name == selected.Name) is { } function
            ? new ObjectOutput(key, Values(selected, source, ReferencePath.Here, function))
            : selected.Name == "count" ? new CountOutput(key, terms.Add(TermKind.Rows, null))
            : selected.Name == "quantity" ? new ObjectOutput(key, new QuantityPlanner(scope, source, terms).Outputs(selected))
            : new TypeNameOutput(key, AggregateNames.Of(source));
    }

    private List<RowOutput> Values(SelectedField selected, EntityModel entity, ReferencePath path, AggregateFunctionRow function)
    {
        var type = AggregateNames.Of(entity, function);
        return [.. scope.Selections.Below(selected, type).Select(field => (Key: JsonEncodedText.Encode(field.Key), entity.Find(field.Name)) switch
        {
            (var key, ReferenceField reference) => new ObjectOutput(key, Values(field, reference.Target, path.To(reference), function)),
            (var key, ScalarField scalar) => Value(key, scalar == entity.Key ? path.KeyPath(entity) : path.To(scalar), function),
            var (key, _) => new TypeNameOutput(key, type),
        })];
    }

    private RowOutput Value(JsonEncodedText key, FieldPath path, AggregateFunctionRow function)
    {
        var result = function.ResultOf(path.Leaf)!;
        switch (function.Function)
        {
            case AggregateFunction.ValueCount:
                return new CountOutput(key, terms.Add(TermKind.Values, path));
            case AggregateFunction.CountDistinct:
                return new CountOutput(key, terms.Add(TermKind.Distinct, path));
            case AggregateFunction.Sum:
                sums.Add(terms.AddSum(path));
                return new SumOutput(key, sums[^1], result);
            case AggregateFunction.Avg:
                return new AverageOutput(key, terms.AddSum(path), result);
            default:
                return new ScalarOutput(key, terms.Add(function.Function == AggregateFunction.Min ? TermKind.Min : TermKind.Max, path), result);
        }
    }
}
