using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using GraphQLParser.Visitors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>
/// The schema in the schema definition language. Types are sorted by name, after the query type, so that a new type moves no other; fields
/// are in order of declaration.
/// </summary>
public static class SchemaText
{
    /// <summary>Prints the schema of a data model.</summary>
    /// <param name="dataModel">The entities.</param>
    /// <param name="paging">The page sizes; null for the default ones.</param>
    /// <exception cref="ModelException">No schema can be built from it.</exception>
    public static string Print(DataModel dataModel, PagingOptions? paging = null) => Print(SchemaBuilder.Build(dataModel, paging));

    /// <summary>Prints a schema.</summary>
    internal static string Print(ISchema schema)
    {
        var document = schema.ToAST();
        document.Definitions.Sort((left, right) => string.CompareOrdinal(Rank(left, schema), Rank(right, schema)));
        return new SDLPrinter().Print(document).ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    private static string Rank(ASTNode definition, ISchema schema) => definition switch
    {
        GraphQLSchemaDefinition => "0",
        GraphQLDirectiveDefinition directive => $"3{directive.Name.StringValue}",
        GraphQLObjectTypeDefinition type when type.Name == schema.Query.Name => "1",
        GraphQLTypeDefinition type => $"2{type.Name.StringValue}",
        _ => throw new InvalidOperationException($"A schema cannot contain a {definition.Kind}."),
    };
}
