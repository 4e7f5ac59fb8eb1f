using GraphQL.Types;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.SchemaBuilding.Scalars;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>
/// What <c>groups</c> of a connection gives: a connection of groups, each with its key, the numbers about its rows, its share and its
/// rows. A key stands where its field stands in a node.
/// </summary>
internal sealed class GroupTypes(TypeRegistry types, GroupInputTypes inputs, AggregateInputTypes conditions, AggregateTypes aggregates)
{
    /// <summary>The field of a connection.</summary>
    /// <param name="entity">What the connection lists.</param>
    /// <param name="connections">Makes the connections of groups, and of the rows of a group.</param>
    public FieldType Field(EntityModel entity, ConnectionTypes connections) => new()
    {
        Name = "groups",
        Description = "All nodes on all pages together, grouped by what they have in common.",
        Arguments = new(
        [
            Argument("by", inputs.By(entity).NonNull().List().NonNull(), "The keys, the coarsest first."),
            Argument("having", conditions.Filter(entity), "Which groups are meant; totalCount counts these."),
            Argument("order", inputs.Sort(entity).NonNull().List(), "By what the groups are ordered, the weightiest first; without it, by the keys."),
            Argument("fillGaps", inputs.FillGaps(), "Gives every period, also those without rows. It needs one key, which is a truncated date, and no order but by it; the page is the whole."),
            .. connections.PageArguments(),
        ]),
        ResolvedType = connections.Connection(GroupNames.Connection(entity), (entity, "groups"), $"group of {entity.Name}", Group(entity, connections), connection =>
            Add(connection, "subtotals", Subtotal(entity).NonNull().List().NonNull(), "The groups by fewer keys: by all but the last, by all but the last two, and so on to all nodes together; each level by its keys, the finest first. They are of all nodes, whatever having and the page leave out.")).NonNull(),
    };

    private ObjectGraphType Group(EntityModel entity, ConnectionTypes connections) => types.Get<ObjectGraphType>(
        GroupNames.Group(entity),
        (entity, "group"),
        $"Rows of {entity.Name} that have their keys in common.",
        group =>
        {
            Add(group, "key", Key(entity).NonNull(), "What they have in common.");
            group.AddField(aggregates.Field(entity, "Numbers about the rows of the group."));
            group.AddField(Share(entity));
            group.AddField(connections.Field("rows", "The rows of the group, a list like any other. An answer has those of at most 50 groups.", ConnectionNames.TypeName(entity), entity));
        });

    private ObjectGraphType Subtotal(EntityModel entity) => types.Get<ObjectGraphType>(
        GroupNames.Subtotal(entity),
        (entity, "subtotal"),
        $"Rows of {entity.Name} that have the first of the keys in common.",
        subtotal =>
        {
            Add(subtotal, "level", types.Scalar("Int").NonNull(), "By how many of the keys they are grouped: 0 is all nodes together.");
            Add(subtotal, "key", Key(entity).NonNull(), "These keys; those behind them are null here.");
            subtotal.AddField(aggregates.Field(entity, "Numbers about the rows of the group."));
        });

    private ObjectGraphType Key(EntityModel entity) => types.Get<ObjectGraphType>(
        GroupNames.Key(entity),
        (entity, "group key"),
        $"What rows of {entity.Name} in a group have in common. Only what they are grouped by can be selected.",
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
        $"The range of a {type.Name}.",
        range =>
        {
            Add(range, "from", types.Scalar(type), "The least value in it; null where it has none.");
            Add(range, "to", types.Scalar(type), "The least value above it; null where it has no end.");
        });

    private FieldType Share(EntityModel entity) => new()
    {
        Name = "share",
        Description = "How large a part the group is, from 0 to 1; rounded to six decimal places, a half away from zero.",
        Arguments = new(
            Argument("of", Whole(), "Of what; without it, of all nodes.", ShareOf.Total),
            Argument("cumulative", types.Scalar("Boolean").NonNull(), "Together with all groups in front of it in the order of the groups, those on earlier pages included.", false)),
        ResolvedType = types.Get<ObjectGraphType>(GroupNames.Share(entity), (entity, "share"), $"A part of several rows of {entity.Name}.", share =>
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
        "By the sum of values; null where the whole has none, or its sum is 0.",
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
        "What a share is a part of.",
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
            GroupKeyKind.Range => $"The range in which it lies; null where there is no value. {field.Description}",
            _ => field.Description,
        },
        Arguments = new(Argument("as", types.Scalar("String"), "The name of the key, where the field has several.")),
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
