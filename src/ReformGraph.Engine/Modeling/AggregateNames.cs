namespace ReformGraph.Engine.Modeling;

/// <summary>The names of the types of aggregates.</summary>
internal static class AggregateNames
{
    /// <summary>All aggregates of an entity's rows: <c>RiskVillageAggregate</c>.</summary>
    public static string TypeName(EntityModel entity) => $"{entity.Name}Aggregate";

    /// <summary>Those of one function: <c>RiskVillageSumAggregate</c>.</summary>
    public static string TypeName(EntityModel entity, AggregateFunctionRow function) =>
        $"{entity.Name}{SchemaNames.PascalCase(function.Name)}Aggregate";

    /// <summary>Those of one instant of a timeline: <c>RiskVillageTimelineStep</c>.</summary>
    public static string OfStep(EntityModel entity) => $"{entity.Name}TimelineStep";

    /// <summary>Those of its measure: <c>FigureQuantityAggregate</c>.</summary>
    public static string OfMeasure(EntityModel entity) => $"{entity.Name}QuantityAggregate";

    /// <summary>A number with its bounds and its unit: <c>FigureQuantity</c>.</summary>
    public static string OfQuantity(EntityModel entity) => $"{entity.Name}Quantity";

    /// <summary>The change between two values: <c>FigureChange</c>.</summary>
    public static string OfChange(EntityModel entity) => $"{entity.Name}Change";
}
