using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>
/// Translates <c>where</c> to conditions. An empty object, and an empty and or or, matches all rows. It rejects null where it would have no
/// sensible meaning, and more conditions than allowed.
/// </summary>
internal sealed class FilterPlanner(PlanParameters planParameters, MemberAccess members, int allowedConditions)
{
    private int conditions;

    /// <summary>Finds the fields.</summary>
    public MemberAccess Members => members;

    /// <summary>The condition of a list; null if it matches all rows.</summary>
    public Filter? Plan(EntityModel entity, InputValue? where) =>
        where is InputObject given && On(entity, ReferencePath.Here, given) is { Parts.Count: > 0 } filter ? Simplified(filter) : null;

    /// <summary>
    /// The condition of aggregates that are combined with others. EF Core selects two equal columns as one, and conditions that are written
    /// differently can become the same SQL: a switch that is always on distinguishes each from all others.
    /// </summary>
    public Filter? PlanBeside(EntityModel entity, InputValue? where) =>
        Plan(entity, where) is { } filter ? new AllOf([filter, new Switch(planParameters.Computed(typeof(int), _ => 1L))]) : null;

    private AllOf On(EntityModel entity, ReferencePath path, InputObject where)
    {
        var parts = new List<Filter>();
        foreach (var (name, value) in where.Fields)
        {
            parts.Add(name is "and" or "or"
                ? Combined(name, value, inner => On(entity, path, inner))
                : name == ValueFunctions.Conditions ? new ValuePlanner(this, planParameters, entity, path).Plan(value)
                : OnField(members.Find(entity, name, value.At)!, path, value));
        }

        return new AllOf(parts);
    }

    private Filter OnField(Field field, ReferencePath path, InputValue value) => (field, value) switch
    {
        (ReferenceField reference, InputNull) => new Absence(path.To(reference).KeyPath(reference.Target), false),
        (ListField list, InputNull) =>
            throw Null(value, $"where: {list.Name} is null; to match empty lists, write {{ {list.Name}: {{ any: false }} }}"),
        (_, InputNull) =>
            throw Null(value, $"where: {field.Name} is null; to match missing values, write {{ {field.Name}: {{ eq: null }} }}"),
        (ReferenceField reference, InputObject inner) => On(reference.Target, path.To(reference), inner),
        (ListField list, InputObject inner) => OnList(list, path, inner),
        (ScalarField scalar, InputObject inner) => OnScalar(path.To(scalar), inner),
        _ => throw new InvalidOperationException($"{field.Name} cannot be filtered by."),
    };

    private AllOf OnList(ListField list, ReferencePath path, InputObject value)
    {
        var parts = new List<Filter>();
        foreach (var (name, operand) in value.Fields)
        {
            Count(operand);
            if (name == "aggregate")
            {
                parts.Add(new AggregateInputPlanner(this, list.Target,
                    aggregate => new ListAggregatePath(path, list, aggregate)).Condition(operand) ?? new AllOf([]));
                continue;
            }

            var row = FilterOperators.OnLists.First(candidate => candidate.Name == name);
            parts.Add(operand switch
            {
                InputScalar { Fixed: bool any } => new ListCondition(path, list, row.Operator, null, !any),
                InputObject inner => new ListCondition(path, list, row.Operator, On(list.Target, ReferencePath.Here, inner), false),
                _ => throw Null(operand, $"where: {list.Name}.{name} is null; give it a condition, or leave it out"),
            });
        }

        return new AllOf(parts);
    }

    /// <summary>The conditions on one value.</summary>
    public AllOf OnScalar(FieldPath path, InputObject value) =>
        new([.. value.Fields.Select(operand => operand.Name is "and" or "or"
            ? Combined(operand.Name, operand.Value, inner => OnScalar(path, inner))
            : OnScalar(path, operand.Name, operand.Value))]);

    private Filter OnScalar(FieldPath path, string name, InputValue operand)
    {
        Count(operand);
        var row = FilterOperators.InFamily(path.Leaf.Type.Operators).First(candidate => candidate.Name == name);
        return (operand, row.Operator) switch
        {
            (InputNull, FilterOperator.Eq) => new Absence(path, false),
            (InputNull, FilterOperator.Neq) => new Absence(path, true),
            (InputScalars list, _) => new Membership(path, planParameters.Values(path, list), list.HoldsNull,
                row.Operator == FilterOperator.Nin),
            (InputScalar scalar, FilterOperator.StartsWith or FilterOperator.NStartsWith) =>
                new Comparison(path, row.Operator, planParameters.Value(path, scalar), planParameters.TextBehind(scalar)),
            (InputScalar scalar, _) => new Comparison(path, row.Operator, planParameters.Value(path, scalar), null),
            _ => throw Null(operand, $"where: {path.Name}.{name} is null; only eq and neq compare with null"),
        };
    }

    /// <summary>Conditions under <c>and</c> or <c>or</c>.</summary>
    public static Filter Combined(string name, InputValue value, Func<InputObject, AllOf> one)
    {
        if (value is not InputList list)
        {
            throw Null(value, $"where: {name} is null; give it a list, or leave it out");
        }

        var parts = list.Items.Select(item => (Filter)one((InputObject)item)).ToList();
        return name == "and" || parts.Count == 0 ? new AllOf(parts) : new AnyOf(parts);
    }

    private static Filter Simplified(AllOf filter) => filter.Parts.Count == 1 ? filter.Parts[0] : filter;

    /// <summary>Counts conditions.</summary>
    /// <param name="operand">Their place.</param>
    /// <param name="number">The number of conditions.</param>
    public void Count(InputValue operand, int number = 1)
    {
        conditions += number;
        if (conditions > allowedConditions)
        {
            throw new RequestErrorException(operand.At.Error(
                ErrorCodes.TooManyConditions,
                $"The filters contain more than {allowedConditions} conditions (Limits:Conditions). A list of values for in counts as " +
                "one.",
                new Dictionary<string, object>
                {
                    ["limit"] = "Limits:Conditions",
                    ["found"] = conditions,
                    ["allowed"] = allowedConditions
                }));
        }
    }

    /// <summary>The error for a null.</summary>
    public static RequestErrorException Null(InputValue value, string message) => value.At.Refusal(ErrorCodes.NullOperand, message + ".");
}
