using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.SchemaBuilding;
using Snapshooter.Xunit;
using Xunit;

namespace ReformGraph.Tests.Engine.SchemaBuilding;

public sealed class SchemaTests
{
    private static readonly EntityCatalog Catalog = TinyDatabase.CatalogAlone();
    private static readonly ISchema Schema = SchemaBuilder.Build(Catalog);

    [Fact]
    public void The_schema_is_printed_as_a_HotChocolate_server_would_shape_it() => Snapshot.Match(SchemaText.Print(Schema));

    [Fact]
    public void The_printed_schema_can_be_parsed() => Assert.NotEmpty(Parser.Parse<GraphQLDocument>(SchemaText.Print(Schema)).Definitions);

    [Fact]
    public void Printing_does_not_depend_on_the_build() =>
        Assert.Equal(SchemaText.Print(Schema), SchemaText.Print(TinyDatabase.CatalogAlone()));

    [Fact]
    public void Everything_has_a_description()
    {
        var types = Schema.AllTypes.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)).ToList();
        foreach (var type in types)
        {
            Described(type.Description, type.Name);
        }

        foreach (var field in types.OfType<IComplexGraphType>().SelectMany(type => type.Fields))
        {
            Described(field.Description, field.Name);
            foreach (var argument in field.Arguments ?? new QueryArguments())
            {
                Described(argument.Description, $"{field.Name}({argument.Name}:)");
            }
        }

        foreach (var value in types.OfType<EnumerationGraphType>().SelectMany(type => type.Values))
        {
            Described(value.Description, value.Name);
        }

        foreach (var directive in Schema.Directives)
        {
            Described(directive.Description, $"@{directive.Name}");
        }
    }

    [Theory]
    [InlineData("Shelf", "books", "BooksConnection")]
    [InlineData("Book", "loans", "LoansConnection")]
    [InlineData("Author", "written", "WrittenConnection")]
    [InlineData("Author", "edited", "EditedConnection")]
    [InlineData("Shelf", "parts", "ShelfPartsConnection")]
    [InlineData("Book", "parts", "BookPartsConnection")]
    public void A_connection_is_named_after_its_field_unless_that_name_has_another_meaning(string entity, string field, string connection)
    {
        var owner = Catalog.Entities.Single(candidate => candidate.Name == entity);
        Assert.Equal(connection, new ConnectionNames(Catalog).Of(owner, (ListField)owner.Find(field)!));
        Assert.Equal(connection, ((IObjectGraphType)Schema.AllTypes[entity]!).GetField(field)!.ResolvedType!.GetNamedType().Name);
        Assert.NotNull(Schema.AllTypes[ConnectionNames.EdgeOf(connection)]);
    }

    [Fact]
    public async Task Code_lists_are_answered_from_memory()
    {
        var answer = await Execute("{ codeLists { code description values { value labelZh labelEn description } } }");
        Snapshot.Match(answer);
    }

    [Fact]
    public async Task Introspection_shows_our_scalars_and_where_they_are_specified()
    {
        var answer = await Execute("""
            { date: __type(name: "LocalDate") { kind name specifiedByURL } text: __type(name: "String") { description specifiedByURL } }
            """);
        Assert.Equal("https://www.graphql-scalars.com/local-date", At(answer, "date", "specifiedByURL"));
        Assert.Null(At(answer, "text", "specifiedByURL"));
        Assert.Contains("code point", (string)At(answer, "text", "description")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Introspection_as_client_tools_ask_for_it_is_answered()
    {
        var answer = await Execute("""
            {
              __schema {
                description queryType { name } mutationType { name } subscriptionType { name }
                types {
                  kind name description specifiedByURL
                  fields(includeDeprecated: true) { name description args { ...Input } type { ...Type } isDeprecated deprecationReason }
                  inputFields { ...Input }
                  interfaces { ...Type }
                  enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
                  possibleTypes { ...Type }
                }
                directives { name description isRepeatable locations args { ...Input } }
              }
            }
            fragment Input on __InputValue { name description type { ...Type } defaultValue }
            fragment Type on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
            """);
        var types = (IEnumerable<object?>)At(answer, "__schema", "types")!;
        Assert.Contains("BookFilterInput", types.Select(type => At(type!, "name")));
    }

    [Fact]
    public void Two_types_of_one_name_are_refused()
    {
        var types = new TypeRegistry();
        var first = types.Get<ObjectGraphType>("Thing", "one source", "A thing.", _ => { });
        Assert.Same(first, types.Get<ObjectGraphType>("Thing", "one source", "A thing.", _ => { }));
        Assert.Throws<ModelException>(() => types.Get<ObjectGraphType>("Thing", "another", "A thing.", _ => { }));
    }

    private static async Task<object> Execute(string query)
    {
        var result = await new DocumentExecuter().ExecuteAsync(new ExecutionOptions { Schema = Schema, Query = query });
        Assert.Equal("", string.Join("; ", result.Errors?.Select(error => error.Message) ?? []));
        return ((RootExecutionNode)result.Data!).ToValue()!;
    }

    private static object? At(object answer, params IEnumerable<string> path) =>
        path.Aggregate((object?)answer, (value, name) => ((IReadOnlyDictionary<string, object?>)value!)[name]);

    private static void Described(string? description, string what) =>
        Assert.False(string.IsNullOrWhiteSpace(description), $"{what} has no description.");
}
