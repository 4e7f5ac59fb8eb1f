using System.Net;
using ReformGraph.Domain.Access;
using ReformGraph.Engine.Modeling;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Access;

/// <summary>Each cell of the reference's table of who may do what, asked over HTTP with a key of the role.</summary>
public sealed class RoleTests(RoleTests.Keys keys) : IClassFixture<RoleTests.Keys>
{
    private static readonly DataModel DataModel = CatalogOfTheProduct();

    public static TheoryData<string, string, bool> Cells()
    {
        var cells = new TheoryData<string, string, bool>();
        foreach (var (restricted, role) in AccessTable.Restricted(DataModel)
            .SelectMany(_ => RoleNames.All, (restricted, role) => (restricted, role)))
        {
            cells.Add(restricted.Name, role, restricted.Readers.Contains(role));
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_restricted_field_is_read_by_the_roles_that_the_table_names_and_by_no_other(string name, string role, bool readable)
    {
        var restricted = AccessTable.Restricted(DataModel).Single(one => one.Name == name);
        var list = restricted.Entity.Plural;
        var queries = restricted.Field switch
        {
            null => [$"{{ {list} {{ totalCount }} }}"],
            LookupField lookup => [$"{{ {list} {{ nodes {{ {lookup.Name} }} }} }}"],
            var field => (string[])
            [
                $"{{ {list} {{ nodes {{ {field.Name} }} }} }}",
                $"{{ {list}(where: {{ {field.Name}: {{ neq: null }} }}) {{ totalCount }} }}",
                $"{{ {list}(order: [{{ {field.Name}: ASC }}]) {{ nodes {{ id }} }} }}",
                $"{{ {list} {{ aggregate {{ countDistinct {{ {field.Name} }} }} }} }}",
                $"{{ {list} {{ groups(by: [{{ {field.Name}: {{}} }}]) {{ totalCount }} }} }}",
            ],
        };
        foreach (var query in queries)
        {
            using var response = await keys.AskAsync(role, query, "application/graphql-response+json");
            using var json = await keys.AskAsync(role, query, "application/json");
            Assert.Equal((readable ? HttpStatusCode.OK : HttpStatusCode.Forbidden, HttpStatusCode.OK),
                (response.StatusCode, json.StatusCode));
            Assert.Equal(await response.Content.ReadAsStringAsync(), await json.Content.ReadAsStringAsync());
            if (readable)
            {
                Assert.StartsWith("""{"data":""", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
            else
            {
                Assert.Equal("FORBIDDEN", await RunningServer.CodeAsync(response));
            }
        }
    }

    [Theory]
    [InlineData("reader")]
    [InlineData("editor")]
    [InlineData("auditor")]
    [InlineData("admin")]
    public async Task Every_role_reads_everything_else(string role)
    {
        foreach (var entity in DataModel.Entities.Where(entity => entity.Readers is null))
        {
            var fields = entity.Fields.OfType<ScalarField>().Where(field => field.Readers is null).Select(field => field.Name);
            using var response =
                await keys.AskAsync(role,
                $"{{ {entity.Plural}(first: 3{(entity.IsDifference ? ", from: { sequence: 1 }" : "")}) {{ nodes {{ " +
                $"{string.Join(' ', fields)} }} }} }}", "application/graphql-response+json");
            Assert.Equal((entity.Name, HttpStatusCode.OK), (entity.Name, response.StatusCode));
        }
    }

    public static TheoryData<string, string, bool> Mutations()
    {
        var cells = new TheoryData<string, string, bool>();
        foreach (var (mutation, role) in AccessTable.Mutations(DataModel)
            .SelectMany(_ => RoleNames.All, (mutation, role) => (mutation, role)))
        {
            cells.Add(mutation, role, role is "editor" or "admin");
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task Data_are_changed_by_editors_and_admins(string name, string role, bool may)
    {
        // One that every role's request would come to nothing by: what it names is not there.
        var mutation = DataModel.Mutations.SingleOrDefault(one => one.Name == name);
        var own = DataModel.OwnMutations.SingleOrDefault(one => one.Name == name);
        var row = own is not null
            ? string.Join(", ", own.Input.Members.Where(member => member.IsRequired).Select(member => $"{member.Name}: \"none\""))
            : mutation is null ? "operations: []"
            : mutation.Action == WriteAction.Create ? string.Join(", ", mutation.GivenFields.Select(Given).OfType<string>())
            : $"{mutation.Entity.SingleKeys.Last().Name}: \"0\", version: 1";
        var query =
            $"mutation {{ {name}(input: {{ change: {{ kind: CORRECTION, reason: \" \" }}, {row} }}) {{ errors {{ ... on Error {{ " +
            $"message }} }} }} }}";
        using var response = await keys.AskAsync(role, query, "application/graphql-response+json");
        if (may)
        {
            Assert.StartsWith($$$"""{"data":{"{{{name}}}":{"errors":[{"message":"reason must not be blank."}""",
                await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal((HttpStatusCode.Forbidden, "FORBIDDEN"), (response.StatusCode, await RunningServer.CodeAsync(response)));
        }

        static string? Given(Field field) => field switch
        {
            ReferenceField { IsNullable: false } => $"{field.Name}: \"none\"",
            ScalarField { IsNullable: false, Type.IsEnum: true } scalar => $"{field.Name}: {scalar.Type.EnumValues()[0].Name}",
            ScalarField { IsNullable: false, Type.Name: "String" } => $"{field.Name}: \"none\"",
            ScalarField { IsNullable: false } => $"{field.Name}: 1",
            _ => null,
        };
    }

    [Fact]
    public void Who_made_a_change_and_why_and_the_text_of_a_report_are_not_for_readers() => Assert.Equal(
        ["Change.actor", "Change.reason", "Change.evidenceReference", "Change.evidenceSha256", "Locator.sentence", "Report.text"],
        AccessTable.Restricted(DataModel).Where(restricted => !restricted.Readers.Contains("reader"))
            .Select(restricted => restricted.Name));

    [Fact]
    public void Declarations_name_only_roles_that_there_are() =>
        Assert.Empty(AccessTable.Restricted(DataModel).SelectMany(restricted => restricted.Readers).Except(RoleNames.All));

    private static DataModel CatalogOfTheProduct()
    {
        using var context = SeededDatabase.Open("none.db"); // the model alone: nothing is opened
        return DataModel.Create(context.Model);
    }

    /// <summary>A server with a key for each role.</summary>
    public sealed class Keys : IAsyncLifetime
    {
        private readonly Dictionary<string, string> keys = [];
        private GuardedServer guarded = null!;

        public async Task InitializeAsync()
        {
            guarded = await GuardedServer.StartAsync();
            foreach (var role in Enum.GetValues<Role>())
            {
                keys.Add(role.Name(), await guarded.KeyAsync(role));
            }
        }

        public Task<HttpResponseMessage> AskAsync(string role, string query, string accept) =>
            guarded.AskAsync("Bearer " + keys[role], query, accept);

        public Task<HttpResponseMessage> GetAsync(string role, string path, params string[] headers) =>
            guarded.Server.SendAsync(HttpMethod.Get, path, null, [$"Authorization: Bearer {keys[role]}", .. headers]);

        public Task DisposeAsync() => guarded.DisposeAsync().AsTask();
    }
}
