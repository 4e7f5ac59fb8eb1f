using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL;
using GraphQL.Types;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.SchemaBuilding;
using ReformGraph.Engine.Settings;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.BadInput;

/// <summary>A variable of any input type of the schema is refused where a member of it is missing, null,
/// unknown or of another type.</summary>
public sealed class CoercionTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly ISchema Schema = SchemaBuilder.Build(CatalogOfTheProduct());

    private static readonly IReadOnlyList<IInputObjectGraphType> Inputs = [.. Schema.AllTypes.OfType<IInputObjectGraphType>()];

    private static readonly Dictionary<string, JsonNode> Scalars = new()
    {
        ["Boolean"] = true,
        ["Int"] = 1,
        ["Long"] = 1,
        ["Decimal"] = 1,
        ["String"] = "a",
        ["ID"] = "1",
        ["LocalDate"] = "2026-01-02",
        ["DateTime"] = "2026-01-02T03:04:05Z",
    };

    public static TheoryData<string> Mutations() => [.. Schema.Mutation!.Fields.Select(field => field.Name)];

    [Fact]
    public void What_is_right_is_read() => Assert.All(Inputs, type =>
    {
        Assert.Empty(Errors($"{type.Name}!", Right(type)));
        Assert.Empty(Errors($"[{type.Name}!]!", Right(type)));
        Assert.All(type.IsOneOf ? [] : type.Fields,
            field => Assert.Empty(Errors(type.Name, With(type, field, Right(field.ResolvedType!)))));
    });

    [Fact]
    public void What_is_missing_is_named_all_of_it() => Assert.All(Inputs, type =>
    {
        var required = type.Fields.Where(field => field.ResolvedType is NonNullGraphType).ToList();
        Assert.All(required, field => Refused(type.Name, With(type, field, null, isGiven: false),
            [$"$v.{field.Name} is not valid: it is required, because its type is {field.ResolvedType}."]));
        Assert.All(required, field => Refused($"[{type.Name}!]", new JsonArray(Right(type), With(type, field, null, isGiven: false)),
            [$"$v[1].{field.Name} is not valid: it is required,"]));
        if (required.Count > 0)
        {
            Refused(type.Name, new JsonObject(), [.. required.Select(field => $"$v.{field.Name} is not valid: it is required,")]);
        }
    });

    [Fact]
    public void Null_is_refused_of_what_may_not_be_null() => Assert.All(Inputs, type =>
    {
        Refused($"{type.Name}!", null, ["$v is not valid: it must not be null."]);
        Refused($"[{type.Name}!]", new JsonArray(Right(type), null), ["$v[1] is not valid: it must not be null."]);
        Assert.All(type.Fields, field =>
        {
            Refused(type.Name, With(type, field, null),
                field.ResolvedType is NonNullGraphType || type.IsOneOf ? [$"$v.{field.Name} is not valid: it must not be null."] : []);
            if (Nullable(field.ResolvedType!) is ListGraphType { ResolvedType: var item })
            {
                Refused(type.Name, With(type, field, new JsonArray(Right(item!), null)),
                    item is NonNullGraphType ? [$"$v.{field.Name}[1] is not valid: it must not be null."] : []);
            }
        });
    });

    [Fact]
    public void A_value_of_another_type_is_rejected_with_its_place() => Assert.All(Inputs, type =>
    {
        Refused(type.Name, "text", [$"$v is not valid: it must be an object of type {type.Name}."]);
        Assert.All(type.Fields, field =>
        {
            var isObject = field.ResolvedType!.GetNamedType() is IInputObjectGraphType;
            JsonNode Wrong() => isObject ? 1 : new JsonObject();
            Refused(type.Name, With(type, field, Wrong()), [$"$v.{field.Name} is not valid: it must be "]);
            var isList = Nullable(field.ResolvedType!) is ListGraphType;
            Refused(type.Name, With(type, field, new JsonArray(Wrong())),
                [$"$v.{field.Name}{(isList ? "[0]" : "")} is not valid: it must be "]);
        });
    });

    [Fact]
    public void What_is_not_known_is_refused_with_what_is() => Assert.All(Inputs, type =>
    {
        var given = Right(type);
        given["nothing"] = 1;
        Refused(type.Name, given, [$"$v is not valid: {type.Name} has no field \"nothing\"; it has {type.Fields.First().Name}"]);
    });

    [Fact]
    public void Of_several_alternatives_one_is_given() => Assert.All(Inputs.Where(type => type.IsOneOf), type =>
    {
        Refused(type.Name, new JsonObject(), [$"$v is not valid: exactly one field of {type.Name} must be given"]);
        Refused(type.Name,
            new JsonObject(type.Fields.Take(2).Select(field => KeyValuePair.Create(field.Name, Right(field.ResolvedType!)))!),
            [$"$v is not valid: exactly one field of {type.Name} must be given"]);
    });

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task A_mutation_whose_variable_lacks_what_is_required_is_refused(string mutation)
    {
        var type = (IInputObjectGraphType)Schema.Mutation!.GetField(mutation)!.Arguments!.Find("input")!.ResolvedType!.GetNamedType();
        var query = $"mutation ($input: {type.Name}!) {{ {mutation}(input: $input) {{ __typename }} }}";
        Assert.All(await AskAsync(query, new JsonObject()), error => Assert.StartsWith("$input.", error.Message, StringComparison.Ordinal));
        foreach (var field in type.Fields.Where(field => field.ResolvedType is NonNullGraphType))
        {
            var error = Assert.Single(await AskAsync(query, With(type, field, null, isGiven: false)));
            Assert.Equal((ErrorCodes.VariableInvalid.Name,
                $"$input.{field.Name} is not valid: it is required, because its type is {field.ResolvedType}."), error);
        }
    }

    [Fact]
    public void No_more_errors_come_back_than_are_allowed()
    {
        var document = DocumentParse.Parse(
            $"query ({string.Concat(Enumerable.Range(0, 50).Select(number => $"$v{number}: Int!"))}) {{ __typename }}");
        Assert.Equal(20, Errors(document, new JsonObject()).Count);
    }

    private async Task<IReadOnlyList<(string Code, string Message)>> AskAsync(string query, JsonObject input)
    {
        using var response = await server.PostAsync(JsonSerializer.Serialize(new { query, variables = new { input } }));
        using var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return [.. body.RootElement.GetProperty("errors").EnumerateArray().Select(error =>
            (error.GetProperty("extensions").GetProperty("code").GetString()!, error.GetProperty("message").GetString()!))];
    }

    private static void Refused(string type, JsonNode? value, string[] beginnings)
    {
        var errors = Errors(type, value);
        Assert.All(errors,
            error => Assert.Equal((ErrorCodes.VariableInvalid, new ErrorLocation(1, 8)), (error.Code, Assert.Single(error.Locations))));
        Assert.Equal(beginnings, errors.Select((error, number) => beginnings.ElementAtOrDefault(number) is { } beginning
            && error.Message.StartsWith(beginning, StringComparison.Ordinal) ? beginning : error.Message));
    }

    private static IReadOnlyList<RequestError> Errors(string type, JsonNode? value) =>
        Errors(DocumentParse.Parse($"query ($v: {type}) {{ __typename }}"), new JsonObject { ["v"] = value });

    private static IReadOnlyList<RequestError> Errors(ParsedDocument document, JsonObject variables)
    {
        try
        {
            VariableReader.Read(document, document.Operations[0], JsonSerializer.SerializeToElement(variables), Schema,
                new DocumentLimits());
            return [];
        }
        catch (RequestErrorException refused)
        {
            return refused.Errors;
        }
    }

    private static JsonObject Right(IInputObjectGraphType type) =>
        new((type.IsOneOf ? [Alternative(type)] : type.Fields.Where(field => field.ResolvedType is NonNullGraphType))
        .Select(field => KeyValuePair.Create(field.Name, (JsonNode?)Right(field.ResolvedType!))));

    private static JsonNode Right(IGraphType type) => Nullable(type) switch
    {
        ListGraphType list => new JsonArray(Right(list.ResolvedType!)),
        IInputObjectGraphType named => Right(named),
        EnumerationGraphType named => named.Values.First().Name,
        var scalar => Scalars[scalar.Name].DeepClone(),
    };

    // The first that goes no deeper.
    private static FieldType Alternative(IInputObjectGraphType type) =>
        type.Fields.First(field => field.ResolvedType is not IInputObjectGraphType { IsOneOf: true });

    /// <summary>A right value but for one field; of a OneOf input that field alone.</summary>
    private static JsonObject With(IInputObjectGraphType type, FieldType field, JsonNode? value, bool isGiven = true)
    {
        var given = type.IsOneOf ? [] : Right(type);
        given.Remove(field.Name);
        if (isGiven)
        {
            given[field.Name] = value;
        }

        return given;
    }

    private static IGraphType Nullable(IGraphType type) => type is NonNullGraphType required ? required.ResolvedType! : type;

    private static DataModel CatalogOfTheProduct()
    {
        using var context = SeededDatabase.Open("none.db"); // the model alone: nothing is opened
        return DataModel.Create(context.Model);
    }
}
