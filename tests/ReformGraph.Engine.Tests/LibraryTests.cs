using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Storage;
using Xunit;

namespace ReformGraph.Engine.Tests;

/// <summary>What the engine promises, it keeps by itself: history, rollups, groups and writes over a model that nobody prepared for
/// it.</summary>
public sealed class LibraryTests : IAsyncLifetime, IDisposable
{
    private readonly LibraryServer server = new();

    public Task InitializeAsync() => server.StartAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task Counts_and_groups_are_those_of_the_rows_of_a_rollup()
    {
        await server.StockAsync();
        Assert.Equal("""{"books":{"totalCount":3,"aggregate":{"count":3,"sum":{"pages":900}}}}""",
            await server.AskAsync("{ books { totalCount aggregate { count sum { pages } } } }"));
        Assert.Equal(
            """{"books":{"groups":{"nodes":[{"key":{"genre":"NOVEL"},"aggregate":{"count":2,"sum":{"pages":700}}},{"key":{"genre":"HISTORY"},"aggregate":{"count":1,"sum":{"pages":200}}}]}}}""",
            await server.AskAsync(
                "{ books { groups(by: [{ genre: {} }]) { nodes { key { genre } aggregate { count sum { pages } } } } } }"));
        await using var context = server.Open();
        var rollup = Assert.Single(await RollupVerification.RunAsync(context, CancellationToken.None));
        Assert.Equal(("BooksByGenre", 2, 0), (rollup.Name, rollup.Groups, rollup.Mismatches.Count));
    }

    [Fact]
    public async Task A_mutation_writes_a_row_its_history_and_its_rollup_and_the_past_stays_as_it_was()
    {
        var opened = await server.StockAsync();
        const string Update = """
            mutation { updateBook(input: { code: "B-1", version: 1, title: "Wa", genre: HISTORY, change: { kind: CORRECTION, reason: "A misprint." } })
              { book { code title genre version } change { sequence actor reason rowCount } errors { __typename } } }
            """;
        Assert.Equal(
            """{"updateBook":{"book":{"code":"B-1","title":"Wa","genre":"HISTORY","version":2},"change":{"sequence":2,"actor":"Ada","reason":"A misprint.","rowCount":1},"errors":null}}""",
            await server.AskAsync(Update));
        const string Query =
            """{ bookByCode(code: "B-1") { title version } books { aggregate { count } groups(by: [{ genre: {} }]) { nodes { key { genre } aggregate { count } } } } }""";
        Assert.Equal(
            """{"bookByCode":{"title":"Wa","version":2},"books":{"aggregate":{"count":3},"groups":{"nodes":[{"key":{"genre":"NOVEL"},"aggregate":{"count":1}},{"key":{"genre":"HISTORY"},"aggregate":{"count":2}}]}}}""",
            await server.AskAsync(Query));
        Assert.Equal(
            """{"bookByCode":{"title":"Frog","version":1},"books":{"aggregate":{"count":3},"groups":{"nodes":[{"key":{"genre":"NOVEL"},"aggregate":{"count":2}},{"key":{"genre":"HISTORY"},"aggregate":{"count":1}}]}}}""",
            await server.AskAsync(Query, new AsOf(opened, null)));
    }

    [Fact]
    public async Task Versions_differences_and_changed_rows_tell_what_a_mutation_did()
    {
        await server.StockAsync();
        await server.AskAsync(
            """mutation { updateBook(input: { code: "B-3", version: 1, pages: 201, change: { kind: CORRECTION, reason: "Counted again." } }) { errors { __typename } } }""");
        await server.AskAsync(
            """mutation { withdrawBook(input: { code: "B-2", version: 1, change: { kind: EVENT, reason: "Lost.", effectiveOn: "2026-01-02" } }) { errors { __typename } } }""");
        Assert.Equal(
            """{"bookByCode":{"history":{"nodes":[{"pages":200,"recordedBy":{"sequence":1},"endedBy":{"sequence":2}},{"pages":201,"recordedBy":{"sequence":2},"endedBy":null}]}}}""",
            await server.AskAsync(
                """{ bookByCode(code: "B-3") { history { nodes { pages recordedBy { sequence } endedBy { sequence } } } } }"""));
        Assert.Equal(
            """{"bookDiff":{"totalCount":2,"nodes":[{"action":"CHANGED","fields":[{"name":"pages","before":"200","after":"201"}]}]}}""",
            await server.AskAsync(
                "{ bookDiff(from: { sequence: 1 }, last: 1, order: [{ code: ASC }]) { totalCount nodes { action fields { name before " +
                "after } } } }"));
        Assert.Equal(
            """{"changedRows":{"totalCount":6,"nodes":[{"entity":"Book","code":"B-3","action":"CHANGED"},{"entity":"Book","code":"B-2","action":"WITHDRAWN"}]}}""",
            await server.AskAsync(
                "{ changedRows(last: 2, order: [{ change: { sequence: ASC } }]) { totalCount nodes { entity code action } } }"));
    }

    [Fact]
    public async Task A_row_is_created_with_a_reference_by_its_code_and_once_only()
    {
        await server.StockAsync();
        const string Create = """
            mutation { createBook(input: { code: "B-4", title: "Sandalwood Death", genre: NOVEL, pages: 500, author: "A-1", change: { kind: CORRECTION, reason: "It was left out." } })
              { book { code author { name } } errors { __typename ... on ValidationError { message rule } } } }
            """;
        Assert.Equal("""{"createBook":{"book":{"code":"B-4","author":{"name":"Mo Yan"}},"errors":null}}""", await server.AskAsync(Create));
        Assert.Equal(
            """{"createBook":{"book":null,"errors":[{"__typename":"ValidationError","message":"code must be unique: another row of Book already has this value.","rule":"UNIQUE"}]}}""",
            await server.AskAsync(Create));
        Assert.Equal("""{"changes":{"totalCount":2}}""", await server.AskAsync("{ changes { totalCount } }"));
    }

    [Fact]
    public async Task What_the_writer_cannot_do_it_says()
    {
        await server.StockAsync();
        Assert.Equal("FORBIDDEN The role visitor may not change data.",
            await server.AskAsync(
            """mutation { withdrawBook(input: { code: "B-1", version: 1, change: { kind: CORRECTION, reason: "No." } }) { errors { __typename } } }""", role: "visitor"));
        Assert.Equal(
            """{"updateBook":{"errors":[{"message":"This server does not support idempotencyKey: leave it out."}]}}""",
            await server.AskAsync(
                """mutation { updateBook(input: { code: "B-1", version: 1, pages: 1, idempotencyKey: "k", change: { kind: CORRECTION, reason: "No." } }) { errors { ... on ValidationError { message } } } }"""));
        Assert.Equal(
            """{"updateAuthor":{"errors":[{"message":"name is not valid: The field name must be a string or array type with a maximum length of '100'.","rule":"MAX_LENGTH"}]}}""",
            await server.AskAsync("mutation { updateAuthor(input: { code: \"A-1\", version: 1, name: \"" + new string('x', 101)
                + "\", change: { kind: CORRECTION, reason: \"No.\" } }) { errors { ... on ValidationError { message rule } } } }"));
        Assert.Equal("""{"changes":{"totalCount":1}}""", await server.AskAsync("{ changes { totalCount } }"));
    }

    [Fact]
    public async Task Roles_are_those_that_the_application_names()
    {
        await server.StockAsync();
        const string Who = "{ changes { nodes { actor } } }";
        Assert.Equal("""{"changes":{"nodes":[{"actor":"Ada"}]}}""", await server.AskAsync(Who));
        Assert.Equal("FORBIDDEN The role visitor may not read Change.actor, or filter, order or count by it. Roles that may: librarian.",
            await server.AskAsync(Who, role: "visitor"));
        Assert.Equal("""{"changes":{"nodes":[{"reason":"The library opens."}]}}""",
            await server.AskAsync("{ changes { nodes { reason } } }", role: "visitor"));
    }

    [Fact]
    public void Nothing_of_a_product_is_needed() => Assert.Equal(
        ["ReformGraph.Engine"],
        typeof(LibraryTests).Assembly.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name.StartsWith("ReformGraph", StringComparison.Ordinal)));

    [Fact]
    public async Task A_code_list_without_labels_is_called_by_its_names()
    {
        Assert.Equal(
            """{"codeLists":[{"values":[{"value":"ADDED"},{"value":"CHANGED"},{"value":"WITHDRAWN"}]},{"values":[{"value":"SEED"},{"value":"CORRECTION"},{"value":"EVENT"}]},{"values":[{"value":"NOVEL"},{"value":"HISTORY"}]}]}""",
            await server.AskAsync("{ codeLists { values { value } } }"));
        Assert.Equal("""{"__type":{"enumValues":[{"description":"Made up."},{"description":"As it happened."}]}}""",
            await server.AskAsync("""{ __type(name: "Genre") { enumValues { description } } }"""));
    }

    [Fact]
    public async Task A_foreign_key_that_is_shown_next_to_its_reference_is_a_field_of_rows_and_versions_and_is_set_by_the_reference()
    {
        await server.StockAsync();
        Assert.Equal(
            """{"bookByCode":{"authorId":1,"author":{"id":"1"},"history":{"nodes":[{"authorId":1}]}}}""",
            await server.AskAsync("""{ bookByCode(code: "B-1") { authorId author { id } history { nodes { authorId } } } }"""));
        Assert.DoesNotContain("authorId", server.Sdl.Split("input CreateBookInput")[1].Split('}')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_engine_brings_along_is_in_English_unless_the_model_labels_it()
    {
        const string Query = "{ codeLists { code values { value labelZh labelEn description } } }";
        var answers = await server.AskAsync(Query) + server.Sdl;
        Assert.Contains("""{"value":"SEED","labelZh":"seed","labelEn":"seed","description":"The first load of the record."}""", answers,
            StringComparison.Ordinal);
        Assert.DoesNotContain(answers, character => character is >= '\u4e00' and <= '\u9fff');
    }
}
