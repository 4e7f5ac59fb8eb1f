using GraphQL.Types;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>What <c>quantity</c> of an aggregate returns, for an entity that declares a measure.</summary>
internal sealed class QuantityTypes(TypeRegistry types)
{
    /// <summary>The description of the field.</summary>
    public const string Description =
        "Aggregates over the values in their units, with the resulting bounds. A value that only repeats another row's is left out.";

    /// <summary>The type of the field.</summary>
    public ObjectGraphType QuantityType(EntityModel entity, MeasureModel measure) => types.Get<ObjectGraphType>(
        AggregateNames.OfMeasure(entity),
        (entity, "measure"),
        $"Aggregates over the values of rows of {entity.Name} in their units.",
        made =>
        {
            var agree =
                $"in {measure.Unit.Name} or {measure.Role.Name}, or are of several values of {measure.Subject.Name} that do not add " +
                "to one total";
            Add(made, "count", types.Scalar("Int").NonNull(), "The number of values included.");
            Add(made, "sum", Quantity(entity, measure),
                $"The sum of the values. Null if there are none. Null with an error if they differ {agree}; if they are percentages or " +
                $"averages; or if those for one {measure.Subject.Name} and area are of several times.");
            Add(made, "avg", Quantity(entity, measure),
                "The sum of the values divided by their number, rounded half away from zero to four decimal places. Null if there are " +
                $"none. Null with an error if they differ {agree}; or if they are percentages or averages, whose weights are not known.");
            Add(made, "change", Change(entity, measure),
                "The change from the one baseline to the one level. Null if one of them is missing; null with an error if there are " +
                $"several of one, or if they differ in {measure.Unit.Name} or {measure.Subject.Name}.");
        });

    private ObjectGraphType Quantity(EntityModel entity, MeasureModel measure) => types.Get<ObjectGraphType>(
        AggregateNames.OfQuantity(entity),
        (entity, "quantity"),
        "A number, and the bounds between which the true value lies. Bounds with more than four decimal places are rounded outwards.",
        quantity =>
        {
            Add(quantity, "value", types.Scalar("Decimal").NonNull(), "The number, computed from the values as stated.");
            Add(quantity, "lower", types.Scalar("Decimal"), "The lower bound. Null if nothing bounds it.");
            Add(quantity, "lowerIncluded", types.Scalar("Boolean").NonNull(), "Whether the lower bound itself is possible.");
            Add(quantity, "upper", types.Scalar("Decimal"), "The upper bound. Null if nothing bounds it.");
            Add(quantity, "upperIncluded", types.Scalar("Boolean").NonNull(), "Whether the upper bound itself is possible.");
            Add(quantity, "precision", types.Scalar(measure.Precision).NonNull(),
                "How exactly it is known, according to the value and the bounds.");
            Add(quantity, "unit", types.Scalar(measure.Unit.Type), "Its unit. Null for a ratio, which has none.");
        });

    private ObjectGraphType Change(EntityModel entity, MeasureModel measure) => types.Get<ObjectGraphType>(
        AggregateNames.OfChange(entity),
        (entity, "change"),
        "The change from an earlier value to a later one.",
        change =>
        {
            Add(change, "baseline", Quantity(entity, measure).NonNull(), "The earlier value.");
            Add(change, "level", Quantity(entity, measure).NonNull(), "The later value.");
            Add(change, "difference", Quantity(entity, measure)
                .NonNull(), "The later value minus the earlier one; for percentages, in percentage points.");
            var unknown = measure.Rate is null ? "may be zero" : "may be zero, or if it was derived from a rate";
            Add(change, "ratio", Quantity(entity, measure),
                $"The later value divided by the earlier one, rounded to four decimal places. Null if the earlier one {unknown}.");
            Add(change, "percentage", Quantity(entity, measure),
                $"The difference in per cent of the earlier value, rounded to four decimal places. Null if the earlier one {unknown}.");
            if (measure.Rate is not null)
            {
                Add(change, "derivedFrom", types.Scalar("String"),
                    "The code of the rate from which the earlier value was derived; the percentage would only give that rate back. Null " +
                    "if the earlier value was not derived from a rate.");
            }
        });

    private static void Add(ObjectGraphType type, string name, IGraphType result, string description) =>
        type.AddField(new FieldType { Name = name, Description = description, ResolvedType = result });
}
