using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine;

/// <summary>The values that a plan takes from the variables of one request.</summary>
internal static class PlanBinding
{
    /// <summary>The values of its plan parameters, as bound.</summary>
    public static object?[] Bind(ReadPlan plan, VariableValues variables)
    {
        var values = new object?[plan.PlanParameters.Count];
        foreach (var planParameter in plan.PlanParameters)
        {
            values[planParameter.Number] = planParameter.Read is null ? null : StoredValues.ToStored(planParameter.Read(variables));
        }

        return values;
    }

    /// <summary>The instant as of which root fields are read; null if the request's own instant applies.</summary>
    public static IReadOnlyList<(PlannedInstant Planned, AsOf? AsOf)> InstantsOf(ReadPlan plan, VariableValues variables) =>
        plan.Instants.Count == 0
        ? []
        : [.. plan.Instants.Select(planned => (planned, planned.Read?.Invoke(variables)))];
}
