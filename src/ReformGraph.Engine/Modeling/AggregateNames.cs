namespace ReformGraph.Engine.Modeling;

/// <summary>The names of the types that hold aggregates.</summary>
internal static class AggregateNames
{
    /// <summary>All aggregates of an entity's rows: <c>RiskVillageAggregate</c>.</summary>
    public static string Of(EntityModel entity) => $"{entity.Name}Aggregate";

    /// <summary>Those of one function: <c>RiskVillageSumAggregate</c>.</summary>
    public static string Of(EntityModel entity, AggregateFunctionRow function) => $"{entity.Name}{SchemaNames.PascalCase(function.Name)}Aggregate";
}
