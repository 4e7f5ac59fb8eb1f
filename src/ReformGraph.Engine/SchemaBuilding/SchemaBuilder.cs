using GraphQL.Conversion;
using GraphQL.Types;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>
/// Builds the schema. Input: entities with their fields. Output: an initialized schema with the types, names and nullabilities of a
/// HotChocolate server over the same classes, a description of every member, and resolvers only for what is in memory: plans answer data
/// fields. It rejects a model in which two types would share a name.
/// </summary>
internal sealed class SchemaBuilder
{
    private readonly DataModel dataModel;
    private readonly TypeRegistry types = new();
    private readonly ConnectionNames names;
    private readonly ConnectionTypes connections;

    private SchemaBuilder(DataModel dataModel, PagingOptions paging)
    {
        this.dataModel = dataModel;
        names = new ConnectionNames(dataModel);
        var filters = new FilterTypes(types);
        var sorts = new SortTypes(types);
        var aggregates = new AggregateTypes(types, filters);
        var conditions = new AggregateInputTypes(types, filters, sorts);
        (filters.Aggregates, sorts.Aggregates) = (conditions.Filter, conditions.Sort);
        var groups = new GroupTypes(types, new GroupInputTypes(types, sorts, conditions), conditions, aggregates);
        connections = new ConnectionTypes(types, filters, sorts, aggregates, groups, ObjectOf, paging);
    }

    /// <summary>Builds the schema.</summary>
    /// <param name="dataModel">The entities.</param>
    /// <param name="paging">The page sizes, by which costs are computed.</param>
    /// <exception cref="ModelException">Two types would share a name, or an enum has no description.</exception>
    public static ISchema Build(DataModel dataModel, PagingOptions? paging = null)
    {
        var builder = new SchemaBuilder(dataModel, paging ?? new());
        var schema = new Schema
        {
            Description = "Filter, order, page and project every list, at every depth.",
            NameConverter = DefaultNameConverter.Instance,
            Query = builder.Query(),
            Mutation = builder.Mutations(),
        };
        schema.Features.RepeatableDirectives = true;
        schema.Features.DeprecationOfInputValues = true;
        SpecifiedByDirective.Declare(schema, builder.types.Scalars);
        CostDirectives.Declare(schema, builder.types);
        IntrospectionFields.Declare(schema);

        // Registered scalars replace GraphQL.NET's own scalars of the same name, in introspection too; GraphQL.NET does not find an
        // interface by itself.
        foreach (var type in builder.types.Scalars.Concat<IGraphType>(builder.types.Interfaces))
        {
            schema.RegisterType(type);
        }

        schema.Initialize();
        IntrospectionFields.AddTo(schema);
        return schema;
    }

    private ObjectGraphType? Mutations() =>
        new MutationTypes(types, new MutationErrorTypes(types, dataModel, ObjectOf), dataModel, ObjectOf).Type();

    private ObjectGraphType Query() => types.Get<ObjectGraphType>("Query", nameof(SchemaBuilder), "What can be read.", query =>
    {
        foreach (var entity in dataModel.Entities)
        {
            var collection = connections.Field(entity.Plural, entity.Description, ConnectionNames.TypeName(entity), entity);
            Instants(entity).ForEach(collection.Arguments!.Add);
            query.AddField(collection);
            foreach (var key in entity.SingleKeys)
            {
                query.AddField(Single(entity, key));
            }
        }

        query.AddField(new CodeListTypes(types).Field());
    });

    private FieldType Single(EntityModel entity, ScalarField key) => new FieldType
    {
        Name = entity.SingleFieldName(key),
        Description = $"The {entity.Name} with this {key.Name}, or null.",
        Arguments = new(
            [new QueryArgument(types.Scalar(key.Type).NonNull()) { Name = key.Name, Description = key.Description },
                .. Within(entity, key), .. Instants(entity)]),
        ResolvedType = ObjectOf(entity),
    }.ReadAlone();

    private IEnumerable<QueryArgument> Within(EntityModel entity, ScalarField key) =>
        key.Name != "code" || entity.Within is not { } within ? []
        : [new(types.Scalar(within.Code.Type)) { Name = within.Name,
            Description =
            $"The code of the {within.Entity.Name} within which the code is looked up. Without it, rows of several " +
            $"{within.Entity.Plural} with this code are an error (CODE_AMBIGUOUS)." }];

    private List<QueryArgument> Instants(EntityModel entity) => entity.IsDifference
        ?
        [
            new(AsOf().NonNull()) { Name = "from", Description = "The first instant. It must not be later than the second." },
            new(AsOf()) { Name = "to", Description = "The second instant. By default, that of the As-Of header; without the header, now." },
        ]
        : !entity.HasPast ? []
        : [new(AsOf()) { Name = "asOf",
            Description =
            "The point in the history at which this field and everything below it are read. By default, that of the As-Of header; " +
            "without the header, the present." }];

    private InputObjectGraphType AsOf() => types.Get<InputObjectGraphType>(
        "AsOfInput",
        nameof(AsOf),
        "The point in the history at which the record is read: after a change, or at an instant.",
        input =>
        {
            input.IsOneOf = true;
            input.AddField(new FieldType
            {
                Name = "sequence",
                Description =
                "The sequence number of a change: reads what was recorded after this change.",
                ResolvedType = types.Scalar("Long")
            });
            input.AddField(
                new FieldType
                {
                    Name = "at",
                    Description = "An instant, which must not be in the future: reads what was recorded at that time.",
                    ResolvedType = types.Scalar("DateTime")
                });
        });

    private ObjectGraphType ObjectOf(EntityModel entity) =>
        types.Get<ObjectGraphType>(entity.Name, (entity, "object"), entity.Description, type =>
    {
        foreach (var field in entity.Fields)
        {
            type.AddField(FieldOf(entity, field, type));
        }
    });

    private FieldType FieldOf(EntityModel entity, Field field, ObjectGraphType owner) => field switch
    {
        ListField list => connections.Field(list.Name, list.Description, names.TypeName(entity, list), list.Target),
        ReferenceField reference => Plain(field, ObjectOf(reference.Target).Nullable(reference.IsNullable)),
        ScalarField scalar => Plain(field, types.Scalar(scalar.Type).Nullable(scalar.IsNullable)),
        ArgumentField computed => new FieldType
        {
            Name = field.Name,
            Description = field.Description,
            Arguments = new(new QueryArgument(types.Scalar(computed.Argument).NonNull())
            {
                Name = computed.ArgumentName,
                Description = computed.ArgumentDescription,
            }),
            ResolvedType = types.Scalar(computed.Value.Type).Nullable(computed.Value.IsNullable),
        },
        LookupField => Plain(field, types.Scalar("String")),
        DifferencesField => Plain(field, FieldDifference().NonNull().List().NonNull()),
        _ => throw new ModelException($"{owner.Name}.{field.Name} is of a kind that the schema does not know."),
    };

    private ObjectGraphType FieldDifference() => types.Get<ObjectGraphType>(
        DifferencesField.TypeName,
        nameof(DifferencesField),
        "A field of a row whose value differs between the two instants.",
        type =>
        {
            type.AddField(new FieldType
            {
                Name = "name",
                Description =
                "The name of the field. For a reference, the name is followed by Id.",
                ResolvedType = types.Scalar("String").NonNull()
            });
            type.AddField(
                new FieldType
                {
                    Name = "before",
                    Description = "The value as of the first instant, written as in JSON but without quotes. Null if there was none.",
                    ResolvedType = types.Scalar("String")
                });
            type.AddField(new FieldType
            {
                Name = "after",
                Description = "The value as of the second instant, in the same form.",
                ResolvedType = types.Scalar("String")
            });
        });

    private static FieldType Plain(Field field, IGraphType type) =>
        new() { Name = field.Name, Description = field.Description, ResolvedType = type };
}
