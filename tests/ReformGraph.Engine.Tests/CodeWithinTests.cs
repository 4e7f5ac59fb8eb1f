using ReformGraph.Engine.Planning;
using Xunit;

namespace ReformGraph.Engine.Tests;

/// <summary>Codes that are unique within another row: the rooms of a branch, and the shelves in its rooms.</summary>
public sealed class CodeWithinTests : IAsyncLifetime, IDisposable
{
    private const string Note = """change: { kind: CORRECTION, reason: "As it is." }""";

    private readonly LibraryServer server = new();

    public async Task InitializeAsync()
    {
        await server.StartAsync();
        await server.AskAsync($$"""
            mutation {
              batch(input: { {{Note}}, operations: [
                { createBranch: { code: "north" } }
                { createBranch: { code: "south" } }
                { createRoom: { code: "1", seats: 10, branch: "north" } }
                { createRoom: { code: "1", seats: 20, branch: "south" } }
                { createRoom: { code: "2", seats: 30, branch: "south", next: "1" } }
                { createShelf: { code: "A", room: "1", branch: "north" } }
                { createShelf: { code: "A", room: "1", branch: "south" } }
                { createShelf: { code: "B", room: "2", beside: "A" } }
              ] }) { errors { __typename } }
            }
            """);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task A_code_is_found_within_the_row_that_the_argument_names()
    {
        Assert.Equal("""{"north":{"seats":10},"south":{"seats":20},"none":null,"nowhere":null}""", await server.AskAsync(
            """
            { north: roomByCode(code: "1", branch: "north") { seats } south: roomByCode(code: "1", branch: " south ") { seats }
              none: roomByCode(code: "2", branch: "north") { seats } nowhere: roomByCode(code: "1", branch: "west") { seats } }
            """));
        Assert.Equal("""{"shelfByCode":{"room":{"branch":{"code":"south"}}}}""",
            await server.AskAsync("""{ shelfByCode(code: "A", branch: "south") { room { branch { code } } } }"""));
    }

    [Fact]
    public async Task Without_the_argument_the_only_row_with_a_code_is_found()
    {
        Assert.Equal("""{"roomByCode":{"seats":30,"shelves":{"nodes":[{"code":"B","beside":{"room":{"seats":20}}}]}},"none":null}""",
            await server.AskAsync(
                """
                { roomByCode(code: "2", branch: null) { seats shelves { nodes { code beside { room { seats } } } } } none: roomByCode(code: "9") { id } }
                """));
    }

    [Theory]
    [InlineData("{ rooms { totalCount } roomByCode(code: \"1\") { seats } }", "roomByCode")]
    [InlineData("{ room: roomByCode(code: \"1\") { seats shelves { nodes { code } } } }", "room")]
    [InlineData("{ shelfByCode(code: \"A\") { code } }", "shelfByCode")]
    public async Task A_code_of_several_rows_is_an_error_that_names_those_within_which_they_lie(string query, string path)
    {
        var errors = await server.AskAsync(query);
        Assert.Contains("Rows of several branches have this code: north, south. Say which one is meant by the argument branch.", errors,
            StringComparison.Ordinal);
        Assert.Contains("\"code\":\"CODE_AMBIGUOUS\",\"argument\":\"branch\",\"values\":[\"north\",\"south\"]", errors,
            StringComparison.Ordinal);
        Assert.Contains($"\"path\":[\"{path}\"]", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_difference_by_a_code_of_several_rows_is_an_error_however_many_of_them_differ()
    {
        const string Query = """{ roomDifferenceByCode(code: "1", from: { sequence: 1 }) { action } }""";
        const string Ambiguous = "Rows of several branches have this code: north, south.";
        Assert.Contains(Ambiguous, await server.AskAsync(Query), StringComparison.Ordinal);
        await server.AskAsync($$"""mutation { updateRoom(input: { code: "1", branch: "south", version: 1, seats: 21, {{Note}} }) { errors { __typename } } }""");
        Assert.Contains(Ambiguous, await server.AskAsync(Query), StringComparison.Ordinal);
        Assert.Equal("""{"roomDifferenceByCode":{"action":"CHANGED"},"north":null}""", await server.AskAsync(
            """
            { roomDifferenceByCode(code: "1", branch: "south", from: { sequence: 1 }) { action }
              north: roomDifferenceByCode(code: "1", branch: "north", from: { sequence: 1 }) { action } }
            """));
    }

    [Fact]
    public async Task A_code_is_looked_up_as_of_the_instant_that_is_read()
    {
        await server.AskAsync($$"""mutation { withdrawShelf(input: { code: "A", branch: "north", version: 1, {{Note}} }) { errors { __typename } } }""");
        await server.AskAsync($$"""mutation { withdrawRoom(input: { code: "1", branch: "north", version: 1, {{Note}} }) { errors { __typename } } }""");
        const string Query = """{ roomByCode(code: "1") { seats } }""";
        Assert.Equal("""{"roomByCode":{"seats":20}}""", await server.AskAsync(Query));
        Assert.Contains("CODE_AMBIGUOUS", await server.AskAsync(Query, new AsOf(1, null)), StringComparison.Ordinal);
        Assert.Equal("""{"roomByCode":{"seats":10}}""",
            await server.AskAsync("""{ roomByCode(code: "1", branch: "north", asOf: { sequence: 1 }) { seats } }"""));
        Assert.Equal("""{"roomDifferenceByCode":{"action":"WITHDRAWN"},"south":null}""", await server.AskAsync(
            """
            { roomDifferenceByCode(code: "1", branch: "north", from: { sequence: 1 }) { action }
              south: roomDifferenceByCode(code: "1", branch: "south", from: { sequence: 1 }) { action } }
            """));
        Assert.Contains("CODE_AMBIGUOUS", await server.AskAsync(
            """{ shelfDifferenceByCode(code: "A", from: { sequence: 0 }, to: { sequence: 1 }) { action } }"""), StringComparison.Ordinal);
        Assert.Contains("CODE_AMBIGUOUS", await server.AskAsync(
            """{ shelfDifferenceByCode(code: "A", from: { sequence: 1 }) { action } }"""), StringComparison.Ordinal);
        Assert.Equal("""{"shelfDifferenceByCode":{"action":"WITHDRAWN","before":{"code":"A"}}}""", await server.AskAsync(
            """{ shelfDifferenceByCode(code: "A", branch: "north", from: { sequence: 1 }) { action before { code } } }"""));
    }

    [Theory]
    [InlineData("""createRoom(input: { code: "1", seats: 1, branch: "south", """,
        "code must be unique: another row of Room within the Branch south already has this value.", "UNIQUE")]
    [InlineData("""createShelf(input: { code: "A", room: "2", """,
        "code must be unique: another row of Shelf within the Branch south already has this value.", "UNIQUE")]
    [InlineData("""createShelf(input: { code: "C", room: "1", """,
        "room must be the code of a row of Room; rows of several branches have this code (north, south).", "CODE_AMBIGUOUS")]
    [InlineData("""createShelf(input: { code: "C", room: "1", branch: "west", """,
        "branch must be the code of a row of Branch; no row has this code.", "REFERENCE")]
    [InlineData("""createShelf(input: { code: "C", room: "2", branch: "north", """,
        "room must be the code of a row of Room; no row within the Branch north has this code.", "REFERENCE")]
    [InlineData("""createShelf(input: { code: "C", room: "1", branch: "north", beside: "B", """,
        "beside must be the code of a row of Shelf; no row within the Branch north has this code.", "REFERENCE")]
    [InlineData("""createRoom(input: { code: "3", seats: 1, branch: "north", next: "2", """,
        "next must be the code of a row of Room; no row within the Branch north has this code.", "REFERENCE")]
    [InlineData("""updateRoom(input: { code: "1", version: 1, seats: 1, """,
        "rows of several branches have this code (north, south): say which one is meant by branch.", "CODE_AMBIGUOUS")]
    [InlineData("""withdrawShelf(input: { code: "A", version: 1, """,
        "rows of several branches have this code (north, south): say which one is meant by branch.", "CODE_AMBIGUOUS")]
    [InlineData("""updateRoom(input: { id: "1", version: 1, branch: "south", """,
        "code must be unique: another row of Room within the Branch south already has this value.", "UNIQUE")]
    public async Task A_write_looks_codes_up_where_its_row_belongs(string mutation, string message, string rule) =>
        Assert.Contains($$"""[{"message":"{{message}}","rule":"{{rule}}"}]""",
            await server.AskAsync($$"""mutation { {{mutation}} {{Note}} }) { errors { ... on ValidationError { message rule } } } }"""),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_row_is_updated_within_the_row_that_its_input_names()
    {
        Assert.Equal("""{"updateRoom":{"room":{"seats":21,"branch":{"code":"south"}},"errors":null}}""", await server.AskAsync(
            $$"""mutation { updateRoom(input: { code: "1", branch: "south", version: 1, seats: 21, {{Note}} }) { room { seats branch { code } } errors { ... on ValidationError { message } } } }"""));
        Assert.Equal("""{"updateRoom":{"room":{"branch":{"code":"north"}},"errors":null}}""", await server.AskAsync(
            $$"""mutation { updateRoom(input: { code: "2", branch: "north", version: 1, {{Note}} }) { room { branch { code } } errors { ... on ValidationError { message } } } }"""));
        Assert.Equal("""{"withdrawShelf":{"errors":[{"message":"There is no Shelf with the code B in the Branch south; it may have been withdrawn."}]}}""",
            await server.AskAsync(
                $$"""mutation { withdrawShelf(input: { code: "B", branch: "south", version: 1, {{Note}} }) { errors { ... on NotFoundError { message } } } }"""));
    }

    [Fact]
    public async Task A_field_is_computed_with_its_argument()
    {
        Assert.Equal(
            """{"rooms":{"nodes":[{"few":0,"many":15,"none":null,"next":null},{"few":0,"many":5,"none":null,"next":null},{"few":0,"many":0,"none":null,"next":{"many":5}}]}}""",
            await server.AskAsync(
                """
                { rooms { nodes { few: standing(people: 3) many: standing(people: 25) none: standing(people: -1) next { many: standing(people: 25) } } } }
                """));
        Assert.Equal("""{"roomByCode":{"standing":8,"shelves":{"nodes":[{"room":{"standing":9}}]}}}""", await server.AskAsync(
            """{ roomByCode(code: "1", branch: "north", asOf: { sequence: 1 }) { standing(people: 18) shelves { nodes { room { standing(people: 19) } } } } }"""));
        Assert.Contains("standing(", server.Sdl, StringComparison.Ordinal);
        Assert.Contains("people: Int!", server.Sdl, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_arguments_and_inputs_that_need_not_be_given_are_added_to_the_schema()
    {
        Assert.Contains("roomByCode(\n", server.Sdl.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var sdl = server.Sdl.Split('\n').Select(line => line.Trim()).ToList();
        Assert.Contains("branch: String", sdl);
        Assert.DoesNotContain("branch: String!", sdl.Skip(sdl.IndexOf("input UpdateRoomInput {")).Take(40));
    }
}
