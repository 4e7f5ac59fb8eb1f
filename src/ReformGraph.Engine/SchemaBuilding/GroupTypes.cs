using GraphQL.Types;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.SchemaBuilding.Scalars;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>
/// What <c>groups</c> of a connection returns: a connection of groups, each with its keys, the aggregates over its rows, its share and its
/// rows. A key has the same place as its field in a node.
/// </summary>
internal sealed class GroupTypes(TypeRegistry types, GroupInputTypes inputs, AggregateInputTypes conditions, AggregateTypes aggregates)
{
    private const int AssumedSubtotals = 50;

    /// <summary>The field of a connection.</summary>
    /// <param name="entity">The entity that the connection lists.</param>
    /// <param name="connections">Creates the connections of groups, and of the rows of a group.</param>
    public FieldType Field(EntityModel entity, ConnectionTypes connections) => connections.Paged(new()
    {
        Name = "groups",
        Description = "All nodes on all pages together, grouped by keys.",
        Arguments = new(
        [
            Argument("by", inputs.By(entity).NonNull().List().NonNull(), "The keys, coarsest first."),
            Argument("having", conditions.Filter(entity), "The conditions that groups must meet. totalCount counts only these groups."),
            Argument("order", inputs.Sort(entity).NonNull()
                .List(), "The sort order, most significant field first. By default, groups are ordered by their keys."),
            Argument("fillGaps", inputs.FillGaps(),
                "Returns every period, including those without rows. It requires exactly one key, a truncated date, and allows no order " +
                "except by this key; all groups are on one page."),
            .. connections.PageArguments(),
        ]),
        ResolvedType = connections.Connection(GroupNames.Connection(entity), (entity, "groups"), $"groups of {entity.Name}",
            Group(entity, connections), connection => connection.AddField(Subtotals(entity))).NonNull(),
    });

    // The number of groups by fewer keys is known only after they are read.
    private FieldType Subtotals(EntityModel entity) => new FieldType
    {
        Name = "subtotals",
        Description =
            "The groups by fewer keys: by all keys but the last, by all but the last two, and so on up to all nodes together. The " +
            "finest level comes first, and each level is ordered by its keys. Subtotals cover all nodes, whatever having and the " +
            "page leave out.",
        ResolvedType = Subtotal(entity).NonNull().List().NonNull(),
    }.Listed(AssumedSubtotals);

    private ObjectGraphType Group(EntityModel entity, ConnectionTypes connections) => types.Get<ObjectGraphType>(
        GroupNames.Group(entity),
        (entity, "group"),
        $"Rows of {entity.Name} with the same values of all keys.",
        group =>
        {
            Add(group, "key", Key(entity).NonNull(), "The keys of the group.");
            group.AddField(aggregates.Field(entity, "Aggregates over the rows of the group."));
            group.AddField(Share(entity));
            group.AddField(
                connections.Field("rows",
                "The rows of the group, a list like any other. One response contains the rows of at most 50 groups.",
                ConnectionNames.TypeName(entity), entity));
        });

    private ObjectGraphType Subtotal(EntityModel entity) => types.Get<ObjectGraphType>(
        GroupNames.Subtotal(entity),
        (entity, "subtotal"),
        $"Rows of {entity.Name} with the same values of the first keys.",
        subtotal =>
        {
            Add(subtotal, "level", types.Scalar("Int")
                .NonNull(), "The number of keys by which the rows are grouped; 0 is all nodes together.");
            Add(subtotal, "key", Key(entity).NonNull(), "These keys; the keys after them are null here.");
            subtotal.AddField(aggregates.Field(entity, "Aggregates over the rows of the group."));
        });

    private ObjectGraphType Key(EntityModel entity) => types.Get<ObjectGraphType>(
        GroupNames.Key(entity),
        (entity, "group key"),
        $"The keys of a group of rows of {entity.Name}. Only fields by which the rows are grouped can be selected.",
        key =>
        {
            foreach (var field in entity.Fields)
            {
                if (field is ReferenceField reference)
                {
                    Add(key, field.Name, Key(reference.Target).NonNull(), field.Description);
                }
                else if (field is ScalarField scalar)
                {
                    foreach (var (name, form) in GroupNames.KeysOf(scalar))
                    {
                        key.AddField(Named(name, scalar, form));
                    }
                }
            }
        });

    private ObjectGraphType Range(ScalarType type) => types.Get<ObjectGraphType>(
        GroupNames.Range(type),
        (type, "range"),
        $"A range of {type.Name} values.",
        range =>
        {
            Add(range, "from", types.Scalar(type), "The lower bound, included; null if there is none.");
            Add(range, "to", types.Scalar(type), "The upper bound, excluded; null if there is none.");
        });

    private FieldType Share(EntityModel entity) => new()
    {
        Name = "share",
        Description = "The group's share of the whole, from 0 to 1, rounded half away from zero to six decimal places.",
        Arguments = new(
            Argument("of", Whole(), "The whole that the share is of. By default, all nodes.", ShareOf.Total),
            Argument("cumulative", types.Scalar("Boolean").NonNull(),
                "Whether the share includes all groups before this one in the sort order, including those on earlier pages.", false)),
        ResolvedType =
            types.Get<ObjectGraphType>(GroupNames.Share(entity), (entity, "share"), $"A share of rows of {entity.Name}.", share =>
        {
            Add(share, "count", types.Scalar("Decimal").NonNull(), "By the number of rows.");
            if (AggregateTypes.Reaches(entity, AggregateFunctions.Sum))
            {
                Add(share, "sum", SumShare(entity).NonNull(), "By the sum of values.");
            }
        }).NonNull(),
    };

    private ObjectGraphType SumShare(EntityModel entity) => types.Get<ObjectGraphType>(
        GroupNames.SumShare(entity),
        (entity, "sum share"),
        "By the sum of values; null if the whole has no values, or their sum is 0.",
        sum =>
        {
            foreach (var field in entity.Fields)
            {
                if (field is ReferenceField reference && AggregateTypes.Reaches(reference.Target, AggregateFunctions.Sum))
                {
                    Add(sum, field.Name, SumShare(reference.Target).NonNull(), field.Description);
                }
                else if (field is ScalarField scalar && AggregateFunctions.Sum.ResultOf(scalar) is not null)
                {
                    Add(sum, field.Name, types.Scalar("Decimal"), field.Description);
                }
            }
        });

    private IGraphType Whole() => types.Get<EngineEnumType>(
        nameof(ShareOf),
        nameof(GroupTypes),
        "The whole that a share is part of.",
        whole =>
        {
            whole.Add("TOTAL", ShareOf.Total, "All nodes.");
            whole.Add("PARENT", ShareOf.Parent, "The rows of the group by all keys but the last.");
        }).NonNull();

    private FieldType Named(string name, ScalarField field, GroupKeyKind form) => new()
    {
        Name = name,
        Description = form switch
        {
            GroupKeyKind.Period => $"The first day of the period in which it lies. {field.Description}",
            GroupKeyKind.Range => $"The range in which it lies; null if there is no value. {field.Description}",
            _ => field.Description,
        },
        Arguments = new(Argument("as", types.Scalar("String"), "The name of the key, if the field has several.")),
        ResolvedType = form switch
        {
            GroupKeyKind.Period => types.Scalar("LocalDate"),
            GroupKeyKind.Range => Range(field.Type),
            _ => types.Scalar(field.Type),
        },
    };

    private static QueryArgument Argument(string name, IGraphType type, string description, object? value = null) =>
        new(type) { Name = name, Description = description, DefaultValue = value };

    private static void Add(ObjectGraphType type, string name, IGraphType result, string description) =>
        type.AddField(new FieldType { Name = name, Description = description, ResolvedType = result });
}
