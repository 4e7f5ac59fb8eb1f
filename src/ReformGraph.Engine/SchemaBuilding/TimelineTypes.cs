using GraphQL.Types;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>What <c>timeline</c> of a connection returns: the same aggregates as <c>aggregate</c>, as recorded at each of several
/// instants.</summary>
internal sealed class TimelineTypes(TypeRegistry types, AggregateTypes aggregates)
{
    /// <summary>The field of a connection.</summary>
    public FieldType Field(EntityModel entity) => new FieldType
    {
        Name = "timeline",
        Description =
            "Aggregates over all nodes as recorded at successive instants: at from, and then after each period until to. There are at " +
            $"most {DocumentLimits.TimelineInstants} instants.",
        Arguments = new(
            Argument("every", GroupInputTypes.Truncation(types).NonNull(), "The period between two instants."),
            Argument("from", types.Scalar("DateTime").NonNull(), "The first instant. Before the first change there are no rows."),
            Argument("to", types.Scalar("DateTime").NonNull(), "The upper limit of the instants. There is none after the present."),
            Argument("timeZone", types.Scalar("String"),
                "The time zone in whose calendar the periods are counted: a name in the IANA time zone database, such as Asia/Shanghai. " +
                "The default is UTC.")),
        ResolvedType = Step(entity).NonNull().List().NonNull(),
    }.Listed(DocumentLimits.TimelineInstants);

    private ObjectGraphType Step(EntityModel entity) => types.Get<ObjectGraphType>(
        AggregateNames.OfStep(entity),
        (entity, "timeline step"),
        $"Aggregates over rows of {entity.Name} as of an instant.",
        step =>
        {
            step.AddField(new FieldType { Name = "at", Description = "The instant.", ResolvedType = types.Scalar("DateTime").NonNull() });
            step.AddField(
                new FieldType
                {
                    Name = "sequence",
                    Description = "The sequence number of the last change that had been recorded by then; 0 before the first.",
                    ResolvedType = types.Scalar("Long").NonNull()
                });
            step.AddField(aggregates.Field(entity, "Aggregates over all rows as recorded at the instant.").ReadAlone());
        });

    private static QueryArgument Argument(string name, IGraphType type, string description) =>
        new(type) { Name = name, Description = description };
}
