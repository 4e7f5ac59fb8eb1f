using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQLParser.AST;
using ReformGraph.Engine.SchemaBuilding.Scalars;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>@specifiedBy, which says where a scalar's format is defined; GraphQL.NET declares it neither in the language nor in introspection.</summary>
internal static class SpecifiedByDirective
{
    private const string Name = "specifiedBy";

    /// <summary>Declares the directive and applies it to the scalars that have a specification.</summary>
    public static void Declare(Schema schema, IEnumerable<ScalarGraphType> scalars)
    {
        schema.Directives.Register(new Directive(Name, DirectiveLocation.Scalar)
        {
            Description = "Says where the format of a scalar is specified.",
            Arguments = new(new QueryArgument<NonNullGraphType<StringGraphType>> { Name = "url", Description = "The address of the specification." }),
        });
        foreach (var scalar in scalars)
        {
            if (AddressOf(scalar) is { } url)
            {
                scalar.ApplyDirective(Name, "url", url);
            }
        }
    }

    /// <summary>Adds <c>specifiedByURL</c> to the introspection of an initialized schema.</summary>
    public static void Introspect(Schema schema)
    {
        var type = (IObjectGraphType)schema.AllTypes["__Type"]!;
        type.AddField(new FieldType
        {
            Name = "specifiedByURL",
            Description = "Where the format of a scalar is specified.",
            ResolvedType = schema.AllTypes["String"],
            Resolver = new FuncFieldResolver<string>(context => AddressOf(context.Source)),
        });
    }

    private static string? AddressOf(object? type) => (type as IEngineScalar)?.Row.SpecifiedBy;
}
