using GraphQL.Types;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.SchemaBuilding.Scalars;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>
/// The inputs of <c>groups</c>: the keys by which rows are grouped, and the order of the groups. Each entry of <c>by</c> names one field
/// and says how its values are grouped.
/// </summary>
internal sealed class GroupInputTypes(TypeRegistry types, SortTypes sorts, AggregateInputTypes aggregates)
{
    /// <summary>The keys by which rows of an entity are grouped.</summary>
    public InputObjectGraphType By(EntityModel entity) => types.Get<InputObjectGraphType>(
        $"{entity.Name}GroupBy",
        (entity, "group by"),
        $"One key by which rows of {entity.Name} are grouped.",
        input =>
        {
            input.IsOneOf = true;
            foreach (var field in entity.Fields)
            {
                if (KeyOf(field) is { } key)
                {
                    input.AddField(new FieldType { Name = field.Name, Description = field.Description, ResolvedType = key });
                }
            }
        });

    /// <summary>The order of groups.</summary>
    public InputObjectGraphType Sort(EntityModel entity) => types.Get<InputObjectGraphType>(
        $"{entity.Name}GroupSortInput",
        (entity, "group sort"),
        $"A sort order of groups of {entity.Name}, with one field in each object. Null is the least value, and the keys, ascending, " +
        "break all ties.",
        input =>
        {
            Add(input, "key", KeySort(entity), "By a key. If a field has several keys, by the one without a name.");
            Add(input, "named", Named(), "By the key with this name.");
            Add(input, "aggregate", aggregates.Sort(entity), "By an aggregate over the rows of the group, whether or not it is selected.");
        });

    /// <summary>The periods to return, even without rows.</summary>
    public InputObjectGraphType FillGaps() => types.Get<InputObjectGraphType>(
        "FillGapsInput",
        nameof(FillGaps),
        "The periods of the groups: all periods from the first to the last, including those without rows, and no others.",
        input =>
        {
            Add(input, "from", types.Scalar("LocalDate").NonNull(), "A day of the first period.");
            Add(input, "to", types.Scalar("LocalDate").NonNull(), "A day of the last period.");
        });

    private InputObjectGraphType? KeyOf(Field field) => field switch
    {
        ReferenceField reference => By(reference.Target),
        ScalarField scalar => OptionsOf(scalar.Type),
        _ => null,
    };

    private InputObjectGraphType OptionsOf(ScalarType type) =>
        type.Codec.Calendar is not CalendarKind.None ? Options(type.Name, type.Name, input =>
        {
            Add(input, "truncate", Truncation(types),
                "The period to whose first day the value is truncated. By default, the value is not truncated.");
            if (type.Codec.Calendar is CalendarKind.Instant)
            {
                Add(input, "timeZone", types.Scalar("String"),
                    "The time zone of the days: a name in the IANA time zone database, such as Asia/Shanghai. It is allowed only with " +
                    "truncate. The default is UTC.");
            }
        })
        : AggregateFunctions.IsNumber(type) ? Options(type.Name, type.Name, input => Add(
            input, "boundaries", types.Scalar(type).NonNull()
                .List(), "The boundaries between ranges, in ascending order. Each is the least value of the range above it. Without " +
                "boundaries, each value is a key."))
        : Options("Value", "a value", _ => { });

    private InputObjectGraphType Options(string name, string what, Action<InputObjectGraphType> fill) => types.Get<InputObjectGraphType>(
        $"{name}GroupBy",
        (name, "key options"),
        $"How {what} becomes a key.",
        input =>
        {
            fill(input);
            Add(input, "as", types.Scalar("String"), "A name for the key, if a field has several.");
        });

    private InputObjectGraphType KeySort(EntityModel entity) => types.Get<InputObjectGraphType>(
        $"{entity.Name}GroupKeySortInput",
        (entity, "group key sort"),
        $"The keys by which groups of {entity.Name} are ordered.",
        input =>
        {
            foreach (var field in entity.Fields)
            {
                if (field is ReferenceField reference)
                {
                    Add(input, field.Name, KeySort(reference.Target), field.Description);
                }
                else if (field is ScalarField scalar)
                {
                    foreach (var (name, _) in GroupNames.KeysOf(scalar))
                    {
                        Add(input, name, sorts.Direction(), field.Description);
                    }
                }
            }
        });

    private InputObjectGraphType Named() => types.Get<InputObjectGraphType>(
        "NamedKeySortInput",
        nameof(Named),
        "A key by its name.",
        input =>
        {
            Add(input, "as", types.Scalar("String").NonNull(), "The name that the key was given.");
            Add(input, "direction", sorts.Direction().NonNull(), "The direction.");
        });

    /// <summary>The periods of the calendar.</summary>
    public static EngineEnumType Truncation(TypeRegistry types) => types.Get<EngineEnumType>(
        nameof(DateTruncation),
        nameof(GroupInputTypes),
        "A calendar period. A date is truncated to its first day, and a timeline advances by its length.",
        truncation =>
        {
            truncation.Add("YEAR", DateTruncation.Year, "The calendar year.");
            truncation.Add("HALF", DateTruncation.Half, "The half-year, starting in January or July.");
            truncation.Add("QUARTER", DateTruncation.Quarter, "The quarter, starting in January, April, July or October.");
            truncation.Add("MONTH", DateTruncation.Month, "The month.");
            truncation.Add("WEEK", DateTruncation.Week, "The ISO 8601 week, starting on Monday.");
            truncation.Add("DAY", DateTruncation.Day, "The day.");
        });

    private static void Add(InputObjectGraphType input, string name, IGraphType type, string description) =>
        input.AddField(new FieldType { Name = name, Description = description, ResolvedType = type });
}
