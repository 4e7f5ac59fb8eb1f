using System.Text.Json;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ReformGraph.Engine;
using ReformGraph.Engine.Dialects;
using ReformGraph.Engine.Execution;
using ReformGraph.Tests.Engine;
using ReformGraph.Tests.Engine.Oracle;
using Xunit;

namespace ReformGraph.Tests.Postgres;

/// <summary>The tiny model in both databases.</summary>
public sealed class TinyModelInBoth(PostgresCluster cluster) : IDisposable
{
    private readonly Lazy<(OracleFixture Oracle, DbContextOptions<TinyContext> Postgres, BothProviders Both)> made = new(() =>
    {
        var oracle = new OracleFixture();
        var options = cluster.Create<TinyContext>(options => new TinyContext(options));
        using var sqlite = oracle.Database.Open();
        using var context = new TinyContext(options);
        context.TakeOver(sqlite, oracle.Database.Rows.All);
        return (oracle, options, new BothProviders(oracle.Engine, () => new TinyContext(options),
            () => new TinyPastContext(new DbContextOptionsBuilder<TinyPastContext>().UseNpgsql("Host=nowhere").Options)));
    });

    internal OracleFixture Oracle => made.Value.Oracle;

    internal BothProviders Both => made.Value.Both;

    internal TinyContext Postgres() => new(made.Value.Postgres);

    public void Dispose()
    {
        if (made.IsValueCreated)
        {
            made.Value.Oracle.Dispose();
        }
    }
}

/// <summary>The engine's questions have the same answers on PostgreSQL as on SQLite.</summary>
[Trait("Kind", "exhaustive")]
[Collection(PostgresCluster.Name)]
public sealed class EngineAnswerTests(TinyModelInBoth tiny) : IClassFixture<TinyModelInBoth>
{
    public static TheoryData<string> Cases() =>
        [.. GraphQLCase.In("Engine").Where(name => !name.StartsWith("refused-", StringComparison.Ordinal))];

    [TheoryIfPostgres]
    [MemberData(nameof(Cases))]
    public async Task A_case_has_the_same_answer(string name)
    {
        var request = GraphQLCase.Read("Engine", name);
        await tiny.Both.AgreeAsync(new QueryRequest(request.Text, null, request.Variables ?? default) { Role = "admin" });
    }

    [FactIfPostgres]
    public void A_random_filter_finds_the_same_rows_in_the_same_order() => Agree(questions => questions.Filters().Array[1], 500);

    [FactIfPostgres]
    public void A_random_page_of_lists_in_lists_is_the_same() => Agree(questions => questions.Pages(depth: 3).Array[1, 2], 150);

    [FactIfPostgres]
    public void Random_groups_of_a_random_filter_are_the_same() => Agree(questions => questions.Groups().Array[1], 150);

    [FactIfPostgres]
    public void Random_groups_below_rows_are_the_same() => Agree(questions => questions.GroupsBelowRows().Array[1], 50);

    [FactIfPostgres]
    public void Random_aggregates_of_a_random_filter_are_the_same() => Agree(questions => questions.Aggregates().Array[1], 250);

    [TheoryIfPostgres]
    [InlineData("books", "Book")]
    [InlineData("loans", "Loan")]
    public void A_random_condition_on_what_functions_make_finds_the_same_rows(string collection, string entity) =>
        ValueConditions.Of(collection).Sample(
        condition => tiny.Both.AgreeAsync(new QueryRequest(ValueConditionTests.Document(collection, entity), null,
            JsonSerializer.SerializeToElement(ValueConditionTests.Variables(condition)))
        {
            Role = "admin",
            TakesValueConditions = true,
        }).GetAwaiter().GetResult(),
        iter: Exhaustive.Share(250),
        print: condition => condition.Json);

    [FactIfPostgres]
    public void The_tables_are_found_to_be_of_the_same_size_and_their_texts_of_the_same_length()
    {
        using var connection = new ReadConnection(tiny.Oracle.Database.ConnectionString, capacity: 100);
        using var context = tiny.Postgres();
        context.Database.OpenConnection();
        var dataModel = tiny.Oracle.Database.DataModel;
        var entities = TinyContext.EntityTypes;
        var sqlite = new TableSizes(dataModel, SqliteDialect.Instance).Get(entities, connection, "now");
        var postgres = new TableSizes(dataModel, PostgreSqlDialect.Instance).Get(entities,
            new PostgreSqlSource(context.Database.GetDbConnection()), "now");
        Assert.NotEmpty(entities);
        foreach (var entity in entities)
        {
            Assert.Equal((entity, sqlite[entity].Rows), (entity, postgres[entity].Rows));
            Assert.Equal(sqlite[entity].Widths, postgres[entity].Widths);
        }
    }

    private void Agree(Func<QuestionGenerator, Gen<ListQuestion[]>> generated, int count) =>
        generated(new QuestionGenerator(tiny.Oracle.Database)).Sample(
        lists =>
        {
            var (document, variables) = Written(lists, asVariables: true);
            try
            {
                tiny.Both.AgreeAsync(new QueryRequest(document, null, variables ?? default) { Role = "admin" }).GetAwaiter().GetResult();
            }
            catch (PostgresException wrong) when (wrong.SqlState == PostgresErrorCodes.UndefinedFunction)
            {
                // A condition that EF Core knows to be false makes an aggregate MAX(NULL), which has no type to compare.
            }
        },
        iter: Exhaustive.Share(count),
        print: lists => Written(lists, asVariables: false).Document);

    private (string Document, JsonElement? Variables) Written(ListQuestion[] lists, bool asVariables) =>
        new QuestionWriter(asVariables, tiny.Oracle.CursorAt).Write(lists);
}
