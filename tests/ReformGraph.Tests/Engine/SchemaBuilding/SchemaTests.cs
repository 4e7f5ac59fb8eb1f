using System.Text.Json;
using GraphQL;
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
    private static readonly DataModel DataModel = TinyDatabase.CatalogAlone();
    private static readonly ISchema Schema = SchemaBuilder.Build(DataModel);

    [Fact]
    public void The_schema_is_printed_as_a_HotChocolate_server_would_shape_it()
    {
        var printed = SchemaText.Print(Schema);
        var definitions = SdlDifference.Definitions(printed);
        var names = definitions.Skip(2).Select(definition => definition.Name).ToList();
        Assert.Equal(printed, string.Join("\n\n", definitions.Select(definition => definition.Text)) + "\n");
        Assert.Equal(["schema", "Query"], definitions.Take(2).Select(definition => definition.Name));
        Assert.Equal(names.Order(StringComparer.Ordinal), names);

        var before = Snapshots.Kept();
        var letters = definitions.GroupBy(definition => char.ToUpperInvariant(definition.Name[0]), definition => definition.Text)
            .Select(letter => (string.Join("\n\n", letter) + "\n", new object[] { letter.Key }));
        if (Record.Exception(() => Snapshots.Match([.. letters])) is { } failure)
        {
            Assert.Fail($"Types differ from their snapshots:\n{SdlDifference.Between(before, printed)}{failure.Message}");
        }
    }

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
        var owner = DataModel.Entities.Single(candidate => candidate.Name == entity);
        Assert.Equal(connection, new ConnectionNames(DataModel).TypeName(owner, (ListField)owner.Find(field)!));
        Assert.Equal(connection, ((IObjectGraphType)Schema.AllTypes[entity]!).GetField(field)!.ResolvedType!.GetNamedType().Name);
        Assert.NotNull(Schema.AllTypes[ConnectionNames.EdgeOf(connection)]);
    }

    [Fact]
    public async Task Code_lists_are_answered_from_memory()
    {
        using var answer =
            JsonDocument.Parse(await AskAsync("{ codeLists { code description values { value labelZh labelEn description } } }"));
        Snapshot.Match(TinyEngine.Indented(answer.RootElement.GetProperty("data").GetRawText()));
    }

    [Fact]
    public async Task Introspection_shows_our_scalars_and_where_they_are_specified()
    {
        using var answer = JsonDocument.Parse(await AskAsync("""
            { date: __type(name: "LocalDate") { kind name specifiedByURL } text: __type(name: "String") { description specifiedByURL } }
            """));
        var data = answer.RootElement.GetProperty("data");
        Assert.Equal("https://www.graphql-scalars.com/local-date", data.GetProperty("date").GetProperty("specifiedByURL").GetString());
        Assert.Equal(JsonValueKind.Null, data.GetProperty("text").GetProperty("specifiedByURL").ValueKind);
        Assert.Contains("code point", data.GetProperty("text").GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Introspection_has_a_value_for_each_of_its_fields()
    {
        MetadataType[] types =
        [
            IntrospectionObjects.SchemaType, IntrospectionObjects.TypeType, IntrospectionObjects.FieldType,
                IntrospectionObjects.InputValueType,
            IntrospectionObjects.EnumValueType, IntrospectionObjects.DirectiveType, CodeListTypes.ListType, CodeListTypes.ValueType,
        ];
        var introspected = Schema.AllTypes.OfType<IObjectGraphType>().Where(type => type.Name.StartsWith("__", StringComparison.Ordinal))
            .Select(type => type.Name);
        Assert.Empty(introspected.Except(types.Select(type => type.Name)));
        foreach (var type in types)
        {
            Assert.Equal(((IObjectGraphType)Schema.AllTypes[type.Name]!).Fields.Select(field => field.Name).Order(), type.Members.Order());
        }
    }

    [Fact]
    public void Two_types_of_one_name_are_refused()
    {
        var types = new TypeRegistry();
        var first = types.Get<ObjectGraphType>("Thing", "one source", "A thing.", _ => { });
        Assert.Same(first, types.Get<ObjectGraphType>("Thing", "one source", "A thing.", _ => { }));
        Assert.Throws<ModelException>(() => types.Get<ObjectGraphType>("Thing", "another", "A thing.", _ => { }));
    }

    private static async Task<string> AskAsync(string query)
    {
        using var tiny = new TinyEngine();
        return await tiny.AskAsync(query);
    }

    private static void Described(string? description, string what) =>
        Assert.False(string.IsNullOrWhiteSpace(description), $"{what} has no description.");
}
