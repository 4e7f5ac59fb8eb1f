using System.Net;
using GraphQLParser;
using GraphQLParser.AST;
using ReformGraph.Tests.Access;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.Introspection;

/// <summary>The part of the schema about rows, which is small enough for generators.</summary>
public sealed class CoreSchemaTests(RoleTests.Keys keys) : IClassFixture<RoleTests.Keys>
{
    private static readonly string[] ToldOfRows =
        ["Aggregate", "Version", "Diff", "Mutation", "Timeline", "GroupBy", "History", ".history", "Payload"];

    [Theory]
    [InlineData("reader")]
    [InlineData("admin")]
    public async Task The_core_is_the_part_of_a_roles_schema_about_rows(string role)
    {
        var (whole, core) = (await MembersAsync(role, "/graphql?sdl"), await MembersAsync(role, "/graphql?sdl=core"));
        Assert.Empty(core.Except(whole));
        Assert.Equal(whole.Where(member => member.StartsWith("Query.", StringComparison.Ordinal) && !IsToldOfRows(member)),
            core.Where(member => member.StartsWith("Query.", StringComparison.Ordinal)));
        Assert.Equal(whole.Where(member => member.StartsWith("RiskVillage.", StringComparison.Ordinal) && !IsToldOfRows(member)),
            core.Where(member => member.StartsWith("RiskVillage.", StringComparison.Ordinal)));
        Assert.Contains("RiskVillageFilterInput.level: RiskLevelOperationFilterInput", core);
        Assert.Contains("RiskVillageSortInput.level: SortEnumType", core);
        Assert.DoesNotContain(core, IsToldOfRows);
    }

    [Fact]
    public async Task It_is_less_than_a_third()
    {
        var (whole, core) = (await keys.GetAsync("admin", "/graphql?sdl"), await keys.GetAsync("admin", "/graphql?sdl=core"));
        Assert.InRange((await core.Content.ReadAsStringAsync()).Length, 1, (await whole.Content.ReadAsStringAsync()).Length / 3);
        Assert.NotEqual(whole.Headers.ETag, core.Headers.ETag);
    }

    [Theory]
    [InlineData("Core")]
    [InlineData("core&sdl=core")]
    public async Task Any_other_part_is_refused(string part)
    {
        using var refused = await keys.GetAsync("reader", $"/graphql?sdl={part}");
        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_PARAMETER"), (refused.StatusCode, await RunningServer.CodeAsync(refused)));
    }

    private static bool IsToldOfRows(string member) =>
        ToldOfRows.Any(told => member.Contains(told, StringComparison.Ordinal));

    // Each field with its type, and each of its arguments.
    private async Task<List<string>> MembersAsync(string role, string path)
    {
        using var answer = await keys.GetAsync(role, path);
        var types = Parser.Parse<GraphQLDocument>(await answer.Content.ReadAsStringAsync()).Definitions;
        var outputs = from type in types.OfType<GraphQLObjectTypeDefinition>()
                      from field in type.Fields!
                      from member in (string[])[$": {Text(field.Type)}",
                          .. field.Arguments?.Select(argument => $"({argument.Name.StringValue}: {Text(argument.Type)})") ?? []]
                      select $"{type.Name.StringValue}.{field.Name.StringValue}{member}";
        var inputs = from type in types.OfType<GraphQLInputObjectTypeDefinition>()
                     from field in type.Fields!
                     select $"{type.Name.StringValue}.{field.Name.StringValue}: {Text(field.Type)}";
        return [.. outputs.Concat(inputs)];
    }

    private static string Text(GraphQLType type) => type switch
    {
        GraphQLNonNullType required => $"{Text(required.Type)}!",
        GraphQLListType list => $"[{Text(list.Type)}]",
        _ => ((GraphQLNamedType)type).Name.StringValue,
    };
}
