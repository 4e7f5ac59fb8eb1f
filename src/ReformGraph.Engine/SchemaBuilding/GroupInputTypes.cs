using GraphQL.Types;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.SchemaBuilding.Scalars;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>
/// The inputs of <c>groups</c>: by what rows are grouped, and in which order the groups come. One of <c>by</c> names one field and
/// says how its values are taken together.
/// </summary>
internal sealed class GroupInputTypes(TypeRegistry types, SortTypes sorts, AggregateInputTypes aggregates)
{
    /// <summary>By what rows of an entity are grouped.</summary>
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

    /// <summary>In which order groups come.</summary>
    public InputObjectGraphType Sort(EntityModel entity) => types.Get<InputObjectGraphType>(
        $"{entity.Name}GroupSortInput",
        (entity, "group sort"),
        $"By what groups of {entity.Name} are ordered; one field in each object. Null is the least value, and the keys break all ties, ascending.",
        input =>
        {
            Add(input, "key", KeySort(entity), "By a key. Where a field has several keys, it is the one without a name.");
            Add(input, "named", Named(), "By the key of this name.");
            Add(input, "aggregate", aggregates.Sort(entity), "By a number about the rows of the group, be it selected or not.");
        });

    /// <summary>Which periods are there, even without rows.</summary>
    public InputObjectGraphType FillGaps() => types.Get<InputObjectGraphType>(
        "FillGapsInput",
        nameof(FillGaps),
        "Which periods the groups are of: each from the one to the other, also where it has no rows, and no other.",
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
        type.ClrType == typeof(DateOnly) || type.ClrType == typeof(DateTime) ? Options(type.Name, type.Name, input =>
        {
            Add(input, "truncate", Truncation(types), "To the first day of which period it is cut down; without it, it is taken as it is.");
            if (type.ClrType == typeof(DateTime))
            {
                Add(input, "timeZone", types.Scalar("String"), "Whose days they are: a name of the IANA time zone database such as Asia/Shanghai. Only with truncate; without it, UTC.");
            }
        })
        : AggregateFunctions.IsNumber(type) ? Options(type.Name, type.Name, input => Add(
            input, "boundaries", types.Scalar(type).NonNull().List(), "Where its ranges meet, ascending: each is the least value of the range behind it. Without it, each value is a key."))
        : Options("Value", "a value", _ => { });

    private InputObjectGraphType Options(string name, string what, Action<InputObjectGraphType> fill) => types.Get<InputObjectGraphType>(
        $"{name}GroupBy",
        (name, "key options"),
        $"How {what} becomes a key.",
        input =>
        {
            fill(input);
            Add(input, "as", types.Scalar("String"), "A name for the key, where a field has several.");
        });

    private InputObjectGraphType KeySort(EntityModel entity) => types.Get<InputObjectGraphType>(
        $"{entity.Name}GroupKeySortInput",
        (entity, "group key sort"),
        $"By which keys groups of {entity.Name} are ordered.",
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
        "A period of the calendar: to its first day a date is cut down, and by its length a time line goes on.",
        truncation =>
        {
            truncation.Add("YEAR", DateTruncation.Year, "The calendar year.");
            truncation.Add("HALF", DateTruncation.Half, "The half of a year, from January or July.");
            truncation.Add("QUARTER", DateTruncation.Quarter, "The quarter, from January, April, July or October.");
            truncation.Add("MONTH", DateTruncation.Month, "The month.");
            truncation.Add("WEEK", DateTruncation.Week, "The week by ISO 8601, from Monday.");
            truncation.Add("DAY", DateTruncation.Day, "The day.");
        });

    private static void Add(InputObjectGraphType input, string name, IGraphType type, string description) =>
        input.AddField(new FieldType { Name = name, Description = description, ResolvedType = type });
}
