using System.Linq.Expressions;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>The result of a function of a value, in place of a field's value.</summary>
/// <param name="Source">The value.</param>
/// <param name="Function">The function.</param>
/// <param name="Part">The plan parameter of the text to find; null if the function needs none.</param>
internal sealed record FunctionPath(FieldPath Source, ValueFunctionRow Function, PlanParameter? Part) : FieldPath(Source.Reference,
    Made(Source, Function))
{
    private static ScalarField Made(FieldPath source, ValueFunctionRow function) =>
        new($"{function.Name}({source.Leaf.Name})", string.Empty, function.Result, source.Leaf.IsNullable,
            Expression.Lambda(Expression.Empty()), null);
}

/// <summary>
/// Translates conditions on the results of functions, and on two values of a row, to filters. The sender of such conditions has ensured
/// that each function accepts its value, and that both values have the same type.
/// </summary>
internal sealed class ValuePlanner(FilterPlanner filters, PlanParameters planParameters, EntityModel source, ReferencePath start)
{
    /// <summary>All of these conditions.</summary>
    public AllOf Plan(InputValue conditions) => new([.. ((InputList)conditions).Items.Select(item => Condition((InputObject)item))]);

    private Filter Condition(InputObject condition)
    {
        var value = Value(condition["value"]!);
        if (condition["operator"] is not { } named)
        {
            return filters.OnScalar(value, (InputObject)condition[value.Leaf.Type.Name]!);
        }

        filters.Count(named);
        var row = FilterOperators.InFamily(value.Leaf.Type.Operators).First(candidate => candidate.Name == Fixed(named));
        return new PathComparison(value, row.Operator, Value(condition["than"]!));
    }

    private FieldPath Value(InputValue value)
    {
        var given = (InputObject)value;
        if (given["path"] is { } path)
        {
            return Field(source, start, Fixed(path).Split('/'), path.At);
        }

        var of = Value(given["of"]!);
        return new FunctionPath(of, ValueFunctions.All.First(row => row.Name == Fixed(given["function"]!)),
            given["text"] is InputScalar text ? planParameters.Value(of, text) : null);
    }

    private FieldPath Field(EntityModel entity, ReferencePath path, ReadOnlySpan<string> names, Place at) =>
        filters.Members.Find(entity, names[0], at) switch
        {
            ReferenceField reference => Field(reference.Target, path.To(reference), names[1..], at),
            var field => path.To((ScalarField)field!),
        };

    private static string Fixed(InputValue value) => (string)((InputScalar)value).Fixed!;
}
