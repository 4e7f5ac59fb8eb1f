using System.Text.Json;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>Translates the selections on an aggregate to the columns that they need and the shape of its object.</summary>
/// <param name="scope">What the planners of the operation share.</param>
/// <param name="terms">Collects the columns.</param>
/// <param name="condition">The rows to include; null for all.</param>
internal sealed class AggregatePlanner(PlanScope scope, TermSet terms, Filter? condition = null)
{
    /// <summary>Plans the field <c>aggregate</c> of a connection.</summary>
    /// <param name="scope">What the planners of the operation share.</param>
    /// <param name="field">The selected field.</param>
    /// <param name="source">The entity that the connection lists.</param>
    /// <param name="connection">The name of the connection's type.</param>
    /// <param name="ofList">The condition of the connection.</param>
    /// <param name="owner">The expression from a row to its owner's key; null for a root.</param>
    /// <param name="number">The index among the aggregates of the connection.</param>
    public static (AggregatePlan Plan, AggregateOutput Output) Plan(PlanScope scope, SelectedField field, EntityModel source,
        string connection, Filter? ofList, FieldPath? owner, int number)
    {
        var terms = new TermSet(0);
        var own = scope.Filters.Plan(source, scope.Arguments(field, connection).GetValueOrDefault("where"));
        var outputs = new AggregatePlanner(scope, terms).Outputs(field, source);

        // A statement needs a column, even if only __typename is selected.
        _ = terms.Add(TermKind.Rows, null);
        var filter = Filter.Both(ofList, own);
        JoinLimit.Check(source, terms.All.Select(term => term.Path).OfType<FieldPath>(), filter, field.At);
        return (new AggregatePlan(number, filter, terms, scope.RollupOf(source, new RollupNeeds(filter, owner, [], terms.All, []))),
            new AggregateOutput(JsonEncodedText.Encode(field.Key), number, outputs));
    }

    /// <summary>The fields of an aggregate's object.</summary>
    public IReadOnlyList<RowOutput> Outputs(SelectedField field, EntityModel source) =>
        [.. field.Below(AggregateNames.TypeName(source)).Select(selected => Output(selected, source))];

    private RowOutput Output(SelectedField selected, EntityModel source)
    {
        var key = JsonEncodedText.Encode(selected.Key);
        return AggregateFunctions.All.FirstOrDefault(row => row.Name == selected.Name) is { } function
            ? new ObjectOutput(key, Values(selected, source, ReferencePath.Here, function))
            : selected.Name == "count" ? new CountOutput(key, terms.Add(TermKind.Rows, null, condition))
            : selected.Name == "quantity" ? new ObjectOutput(key, new QuantityPlanner(source, terms, condition).Outputs(selected))
            : new TypeNameOutput(key, AggregateNames.TypeName(source));
    }

    private List<RowOutput> Values(SelectedField selected, EntityModel entity, ReferencePath path, AggregateFunctionRow function)
    {
        var type = AggregateNames.TypeName(entity, function);
        return [.. selected.Below(type).Select(field => (Key: JsonEncodedText.Encode(field.Key), scope.FieldOf(entity, field)) switch
        {
            (var key, ReferenceField reference) => new ObjectOutput(key, Values(field, reference.Target, path.To(reference), function)),
            (var key, ScalarField scalar) => Value(key, path.To(entity, scalar), function),
            var (key, _) => new TypeNameOutput(key, type),
        })];
    }

    private RowOutput Value(JsonEncodedText key, FieldPath path, AggregateFunctionRow function)
    {
        var result = function.ResultOf(path.Leaf)!;
        switch (function.Function)
        {
            case AggregateFunction.ValueCount:
                return new CountOutput(key, terms.Add(TermKind.Values, path, condition));
            case AggregateFunction.CountDistinct:
                return new CountOutput(key, terms.Add(TermKind.Distinct, path, condition));
            case AggregateFunction.Sum:
                terms.Sums.Add(terms.AddSum(path, condition));
                return new SumOutput(key, terms.Sums[^1], result);
            case AggregateFunction.Avg:
                return new AverageOutput(key, terms.AddSum(path, condition), result);
            default:
                return new ScalarOutput(key,
                    terms.Add(function.Function == AggregateFunction.Min ? TermKind.Min : TermKind.Max, path, condition), result);
        }
    }
}
