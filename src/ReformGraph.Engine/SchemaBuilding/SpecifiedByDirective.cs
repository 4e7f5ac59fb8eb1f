using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using ReformGraph.Engine.SchemaBuilding.Scalars;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>@specifiedBy, which states where a scalar's format is defined; GraphQL.NET does not declare it.</summary>
internal static class SpecifiedByDirective
{
    private const string Name = "specifiedBy";

    /// <summary>Declares the directive and applies it to the scalars that have a specification.</summary>
    public static void Declare(Schema schema, IEnumerable<ScalarGraphType> scalars)
    {
        schema.Directives.Register(new Directive(Name, DirectiveLocation.Scalar)
        {
            Description = "Says where the format of a scalar is specified.",
            Arguments = new(
                new QueryArgument<NonNullGraphType<StringGraphType>> { Name = "url", Description = "The address of the specification." }),
        });
        foreach (var scalar in scalars)
        {
            if (AddressOf(scalar) is { } url)
            {
                scalar.ApplyDirective(Name, "url", url);
            }
        }
    }

    private static string? AddressOf(ScalarGraphType type) => (type as IEngineScalar)?.Type.SpecifiedBy;
}
