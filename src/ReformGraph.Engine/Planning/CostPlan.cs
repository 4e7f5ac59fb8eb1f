using System.Text.Json;
using ReformGraph.Engine.Parsing;

namespace ReformGraph.Engine.Planning;

/// <summary>The cost of an operation by the page sizes that it asks for, whatever the data.</summary>
/// <param name="FieldCost">What is read: 10 for each field that is read by statements of its own, and 1 for every other field of an object
/// type, each as often as it can occur in the response.</param>
/// <param name="TypeCost">What is written: the maximum number of objects in the response.</param>
public readonly record struct OperationCost(long FieldCost, long TypeCost)
{
    /// <summary>The sum of both.</summary>
    public long Total => Saturating.Add(FieldCost, TypeCost);

    /// <summary>The cost of two operations.</summary>
    public static OperationCost operator +(OperationCost left, OperationCost right) =>
        new(Saturating.Add(left.FieldCost, right.FieldCost), Saturating.Add(left.TypeCost, right.TypeCost));

    /// <summary>Writes it as <c>extensions.operationCost</c>.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("operationCost"u8);
        json.WriteNumber("fieldCost"u8, FieldCost);
        json.WriteNumber("typeCost"u8, TypeCost);
        json.WriteEndObject();
    }

    /// <summary>The cost of the same part in several places.</summary>
    internal OperationCost Times(long places) => new(Saturating.Multiply(places, FieldCost), Saturating.Multiply(places, TypeCost));
}

/// <summary>The cost of a part of a response, for every request with the same shape.</summary>
/// <param name="Fixed">What does not depend on the variables.</param>
/// <param name="Lists">The lists whose cost does: the number of entries, and the cost of each.</param>
internal sealed record CostPlan(OperationCost Fixed, (Func<VariableValues, long> Size, CostPlan Entry)[] Lists)
{
    /// <summary>The cost of nothing.</summary>
    public static CostPlan Nothing { get; } = new(default, []);

    /// <summary>The cost for the values of a request.</summary>
    public OperationCost At(VariableValues variables)
    {
        var sum = Fixed;
        foreach (var (size, entry) in Lists)
        {
            sum += entry.At(variables).Times(size(variables));
        }

        return sum;
    }
}
