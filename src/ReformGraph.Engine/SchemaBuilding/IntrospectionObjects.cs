using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using GraphQLParser.Visitors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.SchemaBuilding.Scalars;
using static ReformGraph.Engine.Modeling.MetadataObject;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>
/// Creates the answers to introspection from a schema. Input: an initialized schema. Output: its objects, created once, in the form of
/// responses; a type that occurs at several places is one object.
/// </summary>
internal sealed class IntrospectionObjects
{
    /// <summary>The types of introspection.</summary>
    public static readonly MetadataType
        SchemaType = new("__Schema", "description", "types", "queryType", "mutationType", "subscriptionType", "directives"),
        TypeType = new("__Type", "kind", "name", "description", "specifiedByURL", "isOneOf", "fields", "interfaces", "possibleTypes",
            "enumValues", "inputFields", "ofType"),
        FieldType = new("__Field", "name", "description", "args", "type", "isDeprecated", "deprecationReason"),
        InputValueType = new("__InputValue", "name", "description", "type", "defaultValue", "isDeprecated", "deprecationReason"),
        EnumValueType = new("__EnumValue", "name", "description", "isDeprecated", "deprecationReason"),
        DirectiveType = new("__Directive", "name", "description", "isRepeatable", "locations", "args", "isDeprecated", "deprecationReason",
            "onOperation", "onFragment", "onField");

    private readonly Dictionary<string, MetadataObject> types = [];
    private readonly Dictionary<string, MetadataObject> wrapped = [];

    private IntrospectionObjects(ISchema schema)
    {
        foreach (var type in schema.AllTypes)
        {
            types.Add(type.Name, new MetadataObject(TypeType));
        }

        foreach (var type in schema.AllTypes)
        {
            Fill(types[type.Name], type);
        }
    }

    /// <summary>The objects of a schema, and its code lists.</summary>
    public static MetadataGraph Create(ISchema schema, DataModel dataModel)
    {
        var objects = new IntrospectionObjects(schema);
        return new MetadataGraph(objects.Schema(schema), objects.types, CodeListTypes.Objects(dataModel));
    }

    private MetadataObject Schema(ISchema schema) => new MetadataObject(SchemaType).Fill(
        Json(schema.Description),
        schema.AllTypes.Select(type => types[type.Name]).ToArray(),
        types[schema.Query.Name],
        schema.Mutation is { } mutation ? types[mutation.Name] : null,
        schema.Subscription is { } subscription ? types[subscription.Name] : null,
        schema.Directives.Select(Create).ToArray());

    private void Fill(MetadataObject made, IGraphType type)
    {
        var input = type as IInputObjectGraphType;
        made.Fill(
            Json(KindOf(type)),
            Json(type.Name),
            Json(type.Description),
            Json((type as IEngineScalar)?.Type.SpecifiedBy),
            Json(input?.IsOneOf),
            input is null ? (type as IComplexGraphType)?.Fields.Select(Create).ToArray() : null,
            input is null && type is IImplementInterfaces implementing
                ? implementing.ResolvedInterfaces.Select(one => types[one.Name]).ToArray() : null,
            (type as IAbstractGraphType)?.PossibleTypes.Select(one => types[one.Name]).ToArray(),
            (type as EnumerationGraphType)?.Values.Select(Create).ToArray(),
            input?.Fields.Select(field =>
                InputValue(field.Name, field.Description, field.ResolvedType!, field.DefaultValue, field.DeprecationReason)).ToArray(),
            null);
    }

    private MetadataObject Create(FieldType field) =>
        new MetadataObject(FieldType) { IsDeprecated = field.DeprecationReason is not null }.Fill(
        Json(field.Name),
        Json(field.Description),
        Create(field.Arguments),
        Reference(field.ResolvedType!),
        Json(field.DeprecationReason is not null),
        Json(field.DeprecationReason));

    private MetadataObject[] Create(QueryArguments? arguments) =>
        [.. (arguments ?? []).Select(argument =>
            InputValue(argument.Name, argument.Description, argument.ResolvedType!, argument.DefaultValue, argument.DeprecationReason))];

    private MetadataObject InputValue(string name, string? description, IGraphType type, object? standard, string? deprecation) =>
        new MetadataObject(InputValueType) { IsDeprecated = deprecation is not null }.Fill(
        Json(name),
        Json(description),
        Reference(type),
        standard is null ? null : Json(new SDLPrinter().Print(type.ToAST(standard))),
        Json(deprecation is not null),
        Json(deprecation));

    private static MetadataObject Create(EnumValueDefinition value) =>
        new MetadataObject(EnumValueType) { IsDeprecated = value.DeprecationReason is not null }.Fill(
        Json(value.Name),
        Json(value.Description),
        Json(value.DeprecationReason is not null),
        Json(value.DeprecationReason));

    private MetadataObject Create(Directive directive) => new MetadataObject(DirectiveType).Fill(
        Json(directive.Name),
        Json(directive.Description),
        Json(directive.Repeatable),
        Json(directive.Locations.Select(location => SchemaNames.UpperSnake(location.ToString()))),
        Create(directive.Arguments),
        Json(false), // GraphQL.NET has no repeatable directive
        null,
        Json(directive.Locations.Exists(
            location => location is DirectiveLocation.Query or DirectiveLocation.Mutation or DirectiveLocation.Subscription)),
        Json(directive.Locations.Exists(location =>
            location is DirectiveLocation.FragmentSpread or DirectiveLocation.InlineFragment or DirectiveLocation.FragmentDefinition)),
        Json(directive.Locations.Exists(location => location is DirectiveLocation.Field)));

    // A type with its wrappers, as the schema writes it, is one object wherever it occurs.
    private MetadataObject Reference(IGraphType type)
    {
        if (type is not IProvideResolvedType around)
        {
            return types[type.Name];
        }

        var name = type.ToString()!;
        return wrapped.TryGetValue(name, out var known) ? known
            : wrapped[name] = new MetadataObject(TypeType).Fill(Json(KindOf(type)), null, null, null, null, null, null, null, null, null,
                Reference(around.ResolvedType!));
    }

    private static string KindOf(IGraphType type) => type switch
    {
        NonNullGraphType => "NON_NULL",
        ListGraphType => "LIST",
        EnumerationGraphType => "ENUM",
        ScalarGraphType => "SCALAR",
        IInputObjectGraphType => "INPUT_OBJECT",
        IInterfaceGraphType => "INTERFACE",
        UnionGraphType => "UNION",
        IObjectGraphType => "OBJECT",
        _ => throw new InvalidOperationException($"Introspection knows no kind for {type}."),
    };
}
