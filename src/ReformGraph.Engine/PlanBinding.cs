using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine;

/// <summary>What a plan takes from the variables of one request.</summary>
internal static class PlanBinding
{
    /// <summary>The values of its plan parameters, as they are bound.</summary>
    public static object?[] Bind(ReadPlan plan, VariableValues variables)
    {
        var values = new object?[plan.PlanParameters.Count];
        foreach (var planParameter in plan.PlanParameters)
        {
            values[planParameter.Number] = planParameter.Read is null ? null : StoredValues.ToStored(planParameter.Read(variables));
        }

        return values;
    }

    /// <summary>As of when root fields are read; null for what the request says of all.</summary>
    public static IReadOnlyList<(PlannedInstant Planned, AsOf? AsOf)> InstantsOf(ReadPlan plan, VariableValues variables) =>
        plan.Instants.Count == 0
        ? []
        : [.. plan.Instants.Select(planned => (planned, planned.Read?.Invoke(variables)))];
}
