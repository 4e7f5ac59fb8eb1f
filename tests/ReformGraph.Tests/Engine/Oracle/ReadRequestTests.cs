using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using GraphQL.Types;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.SchemaBuilding;
using ReformGraph.Engine.Settings;
using ReformGraph.Engine.Values;
using ReformGraph.Tests.Engine.Guarded;
using Xunit;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>A read request is a query that nobody has to write and to parse: in all else it is that query.</summary>
[Trait("Kind", "exhaustive")]
public sealed class ReadRequestTests(OracleFixture oracle) : IClassFixture<OracleFixture>
{
    private static readonly ConditionalWeakTable<DataModel, ISchema> Schemas = [];

    private readonly RandomReads reads = new(oracle);

    [Fact]
    public void A_random_read_request_has_the_statements_and_the_rows_of_the_query_that_asks_for_the_same() =>
        reads.Requests(damaged: false)
            .Sample(request => Agree(oracle.Engine, request, isAnswered: true), iter: Exhaustive.Share(400), print: Text);

    [Fact]
    public void A_random_read_request_with_a_wrong_value_is_refused_as_the_query_that_asks_for_the_same()
    {
        var refused = 0;
        reads.Requests(damaged: true)
            .Sample(request => refused += Agree(oracle.Engine, request) ? 0 : 1, iter: Exhaustive.Share(400), threads: 1, print: Text);
        Assert.True(refused > 20);
    }

    [Fact]
    public void Where_limits_are_tight_a_random_read_request_is_refused_as_the_query_that_asks_for_the_same()
    {
        var limits = new DocumentLimits
        {
            Tokens = 150,
            Nesting = 9,
            Fields = 20,
            DataDepth = 6,
            Aliases = 1,
            RootFields = 1,
            Conditions = 4,
            InputObjects = 8,
            Errors = 3
        };
        var options = new EngineOptions { Limits = limits, Paging = new() { MaxPageSize = 5, DefaultPageSize = 3 }, AnswerRows = 40 };
        using var tight =
            new QueryEngine(oracle.Database.Open, oracle.Database.OpenPast, [new CatalogueCards()], options, new ChangeClock());
        var answered = 0;
        reads.Requests(damaged: false)
            .Sample(request => answered += Agree(tight, request) ? 1 : 0, iter: Exhaustive.Share(400), threads: 1, print: Text);
        Assert.InRange(answered, 1, Exhaustive.Share(400) - 20);
    }

    [Theory]
    [InlineData("keeper")]
    [InlineData("visitor")]
    [InlineData("insurer")]
    [InlineData(EngineRequest.Public)]
    public void A_role_reads_by_it_what_it_may_read_by_a_query(string role)
    {
        using var engine = new QueryEngine(() => new MuseumContext(), () => new MuseumPastContext(), [new CatalogueCards()],
            new EngineOptions(), new ChangeClock());
        var outcomes = engine.DataModel.Entities.Where(entity => entity is { IsDifference: false, IsVersion: false })
            .SelectMany(entity => entity.Fields, Ways).SelectMany(ways => ways)
            .Select(root => (Read: Refusal(() => engine.Prepare(new ReadRequest(root) { Role = role })),
                Query: Refusal(() => engine.Prepare(AsQuery(engine, new ReadRequest(root) { Role = role })))))
            .ToList();
        Assert.All(outcomes, outcome => Assert.Equal(outcome.Query, outcome.Read));
        Assert.Contains(outcomes, outcome => outcome.Read.Length == 0);
        Assert.Contains(outcomes, outcome => outcome.Read.StartsWith(ErrorCodes.Forbidden.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_field_that_the_schema_does_not_have_is_the_programs_mistake()
    {
        var (books, loans) = (Entity("Book"), Entity("Loan"));
        Assert.Throws<ArgumentException>(
            () => oracle.Engine.Prepare(new ReadRequest(ReadField.Rows(books, [], ReadField.Nodes(ReadField.Of(loans.Find("fine")!))))));
        Assert.Throws<ArgumentException>(() => oracle.Engine.Prepare(new ReadRequest(ReadField.Rows(books, [], ReadField.Nodes()))));
        Assert.Throws<ArgumentException>(
            () => oracle.Engine.Prepare(new ReadRequest(ReadField.Rows(books, [], ReadField.TotalCount, ReadField.TotalCount))));
        var (one, other) = (new ReadValue("same", JsonElement.Parse("1")), new ReadValue("same", JsonElement.Parse("null")));
        Assert.Throws<ArgumentException>(() => oracle.Engine.Prepare(
            new ReadRequest(ReadField.Rows(books, [ReadArgument.First(one), ReadArgument.Where(other)], ReadField.TotalCount))));
    }

    [Fact]
    public void Requests_that_differ_only_in_values_share_a_plan()
    {
        ReadRequest Asking(int first) =>
            new(ReadField.Rows(Entity("Book"), [ReadArgument.First(new ReadValue("first", JsonSerializer.SerializeToElement(first)))],
            ReadField.TotalCount))
            { Role = "admin" };
        Assert.Same(oracle.Engine.Prepare(Asking(1)).Compiled, oracle.Engine.Prepare(Asking(2)).Compiled);
        Assert.NotEqual(Asking(1).Question(), Asking(2).Question());
    }

    private EntityModel Entity(string name) => oracle.Engine.DataModel.Entities.Single(entity => entity.Name == name);

    private static string Text(ReadRequest request) => request.Question();

    // Whether it is answered.
    private static bool Agree(QueryEngine engine, ReadRequest request, bool isAnswered = false)
    {
        var query = AsQuery(engine, request);
        var (expected, found) = (Outcome(engine, () => engine.Prepare(query)), Outcome(engine, () => engine.Prepare(request)));
        // An error names a variable with a dollar sign, and a value of a read request without.
        Assert.Equal(expected.StartsWith('{') ? expected : request.Values().Keys.Aggregate(expected,
            (text, name) => text.Replace($"${name}", name, StringComparison.Ordinal)), found);
        if (!expected.StartsWith('{'))
        {
            return isAnswered ? throw new InvalidOperationException(expected) : false;
        }

        var (one, other) = (engine.Prepare(query), engine.Prepare(request));
        Assert.Equal(StatementsOf(one), StatementsOf(other));
        Assert.Equal(one.Values, other.Values);
        using var json = new JsonText();
        engine.ReadAsync(request, result => RandomReads.Write(json, request, result), CancellationToken.None).GetAwaiter().GetResult();
        Assert.Equal(expected, Encoding.UTF8.GetString(json.Written));
        return true;
    }

    private static QueryRequest AsQuery(QueryEngine engine, ReadRequest request)
    {
        var document = ReadDocument.Create(request.Name, request.Fields,
            Schemas.GetValue(engine.DataModel, model => SchemaBuilder.Build(model)),
            new DocumentLimits { Errors = 1_000 });
        var variables =
            new JsonObject(request.Values().Select(value => KeyValuePair.Create(value.Key, JsonNode.Parse(value.Value.GetRawText()))));
        return new QueryRequest(document.Text, null, JsonSerializer.SerializeToElement(variables))
        {
            Role = request.Role,
            AsOf = request.AsOf
        };
    }

    private static IEnumerable<string> StatementsOf(PreparedQuery query) =>
        query.Compiled.Roots.OfType<ReformGraph.Engine.Compilation.ListStatements>().SelectMany(root => root.InOrder)
            .Select(statement => statement.Sql);

    private static string Outcome(QueryEngine engine, Func<PreparedQuery> prepare)
    {
        var answer = string.Empty;
        var refusal = Refusal(() =>
        {
            using var body = new MemoryStream();
            var output = PipeWriter.Create(body, new StreamPipeWriterOptions(leaveOpen: true));
            engine.RunAsync(prepare(), output, _ => { }, CancellationToken.None).GetAwaiter().GetResult();
            output.Complete();
            answer = Encoding.UTF8.GetString(body.ToArray());
        });
        return refusal.Length > 0 ? refusal : answer;
    }

    // The places aside: a read request has none.
    private static string Refusal(Action action)
    {
        try
        {
            action();
            return string.Empty;
        }
        catch (RequestErrorException refused)
        {
            return string.Join('\n',
                refused.Errors.Select(error => $"{error.Code.Name}: {error.Message} {JsonSerializer.Serialize(error.Details)}"));
        }
    }

    private static IEnumerable<ReadField> Ways(EntityModel entity, Field field)
    {
        ReadField Listed(params ReadArgument[] arguments) => ReadField.Rows(entity, arguments, ReadField.TotalCount);
        ReadValue Value(string json) => new("value", JsonElement.Parse(json));
        switch (field)
        {
            case ScalarField scalar:
                yield return ReadField.Rows(entity, [], ReadField.Nodes(ReadField.Of(field)));
                yield return ReadField.Row(entity, Value("\"1\""), ReadField.Of(field));
                yield return Listed(ReadArgument.Where(Value($$"""{ "{{field.Name}}": {} }""")));
                yield return ReadField.Rows(entity, [ReadArgument.Order(Value($$"""[{ "{{field.Name}}": "ASC" }]"""))],
                    ReadField.Nodes(ReadField.Of(entity.Key)));
                yield return ReadField.Rows(entity, [],
                    ReadField.Groups([ReadArgument.By(Value($$"""[{ "{{field.Name}}": {} }]"""))], ReadField.TotalCount));
                foreach (var function in AggregateFunctions.All.Where(function => function.ResultOf(scalar) is not null))
                {
                    yield return ReadField.Rows(entity, [], ReadField.Aggregate(ReadField.Of(function, ReadField.Of(field))));
                }

                break;
            case LookupField:
                yield return ReadField.Rows(entity, [], ReadField.Nodes(ReadField.Of(field)));
                break;
            case ReferenceField reference:
                yield return ReadField.Rows(entity, [], ReadField.Nodes(ReadField.Of(field, ReadField.Of(reference.Target.Key))));
                yield return Listed(ReadArgument.Where(Value($$"""{ "{{field.Name}}": null }""")));
                break;
            case ListField list:
                yield return ReadField.Rows(entity, [], ReadField.Nodes(ReadField.Of(list, [], ReadField.TotalCount)));
                yield return Listed(ReadArgument.Where(Value($$"""{ "{{field.Name}}": { "any": true } }""")));
                break;
        }
    }
}
