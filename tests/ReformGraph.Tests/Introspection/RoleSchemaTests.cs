using System.Net;
using System.Text.Json;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Settings;
using ReformGraph.Tests.Access;
using ReformGraph.Tests.Engine;
using ReformGraph.Tests.Engine.Guarded;
using ReformGraph.Tests.Seeding;
using Snapshooter.Xunit;
using Xunit;

namespace ReformGraph.Tests.Introspection;

/// <summary>Each role is shown what it may use of the schema, and nothing else.</summary>
public sealed class RoleSchemaTests(RoleTests.Keys keys) : IClassFixture<RoleTests.Keys>
{
    private const string Everything = "{ __schema { mutationType { name } types { name fields { name } inputFields { name } } } }";

    [Theory]
    [InlineData("keeper")]
    [InlineData("insurer")]
    [InlineData("visitor")]
    public void What_a_role_is_shown_it_may_use_and_what_it_is_not_shown_is_forbidden(string role)
    {
        using var engine = new QueryEngine(() => new MuseumContext(), () => new MuseumPastContext(), [new CatalogueCards()],
            new EngineOptions(), new ChangeClock());
        var members = MemberDocuments.Of(engine.DataModel, role, writes: true).ToList();
        Assert.InRange(members.Count(member => member.IsShown), 300, 5_000);
        Assert.Contains(members, member => !member.IsShown);
        foreach (var (member, document, isShown) in members)
        {
            Assert.Equal((member, document, isShown), (member, document, !IsForbidden(engine, document, role)));
        }
    }

    [Fact]
    public void What_a_reader_is_not_shown_is_what_a_reader_may_not_read()
    {
        using var engine = new QueryEngine(() => SeededDatabase.Open("none.db"), // the model alone: nothing is opened
            () => throw new InvalidOperationException(), [], new EngineOptions(), new ChangeClock());
        var hidden = MemberDocuments.Of(engine.DataModel, "reader", writes: false).Where(member => !member.IsShown).ToList();
        Assert.All(hidden, member => Assert.True(IsForbidden(engine, member.Document, "reader"), member.Document));
        Snapshot.Match(string.Join('\n', hidden.Select(member => member.Member).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("reader", false, false)]
    [InlineData("auditor", false, true)]
    [InlineData("editor", true, true)]
    [InlineData("admin", true, true)]
    public async Task The_text_and_introspection_show_a_role_the_same(string role, bool mutations, bool actor)
    {
        using var text = await keys.GetAsync(role, "/graphql?sdl");
        var sdl = await text.Content.ReadAsStringAsync();
        using var answer = await keys.AskAsync(role, Everything, "application/json");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        var schema = json.RootElement.GetProperty("data").GetProperty("__schema");
        var types = schema.GetProperty("types").EnumerateArray().ToDictionary(type => type.GetProperty("name").GetString()!);
        var change = types["Change"].GetProperty("fields").EnumerateArray()
            .Select(field => field.GetProperty("name").GetString()!).ToList();

        Assert.Equal((mutations, mutations), (schema.GetProperty("mutationType").ValueKind != JsonValueKind.Null,
            sdl.Contains("\n  mutation: Mutation\n", StringComparison.Ordinal)));
        Assert.Equal((mutations, mutations),
            (types.ContainsKey("UpdateRiskVillageInput"), sdl.Contains("input UpdateRiskVillageInput ", StringComparison.Ordinal)));
        Assert.Equal((actor, actor), (change.Contains("actor"), sdl.Contains("\n  actor: String", StringComparison.Ordinal)));
        Assert.Equal(mutations, sdl == Repository.Read("schema/schema.graphql"));
        Assert.Equal((true, "private"), (text.Headers.Vary.Contains("Authorization"), text.Headers.CacheControl!.Private ? "private" : ""));
    }

    [Fact]
    public async Task What_one_role_was_answered_is_given_to_no_other()
    {
        var bodies = new List<string>();
        foreach (var role in new[] { "admin", "reader", "admin", "reader" })
        {
            using var answer = await keys.AskAsync(role, Everything, "application/json");
            bodies.Add(await answer.Content.ReadAsStringAsync());
        }

        Assert.Equal((bodies[0], bodies[1]), (bodies[2], bodies[3]));
        Assert.NotEqual(bodies[0], bodies[1]);

        using var admins = await keys.GetAsync("admin", "/graphql?sdl");
        using var readers = await keys.GetAsync("reader", "/graphql?sdl", $"If-None-Match: {admins.Headers.ETag}");
        Assert.Equal(HttpStatusCode.OK, readers.StatusCode);
        Assert.NotEqual(admins.Headers.ETag, readers.Headers.ETag);
    }

    private static bool IsForbidden(QueryEngine engine, string document, string role)
    {
        try
        {
            engine.Prepare(new QueryRequest(document, null, default) { Role = role });
            return false;
        }
        catch (RequestErrorException refused)
        {
            Assert.DoesNotContain(refused.Errors, error => error.Code.Stage is Stage.Parse or Stage.Limits or Stage.Validate);
            return refused.Errors[0].Code == ErrorCodes.Forbidden;
        }
    }
}
