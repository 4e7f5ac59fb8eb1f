using System.CommandLine;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Commands;
using ReformGraph.Data.Auditing;
using ReformGraph.Data.Ledger;
using ReformGraph.Domain.Access;
using ReformGraph.Engine.Modeling;
using ReformGraph.Settings;
using ReformGraph.Tests.Access;
using ReformGraph.Tests.BadInput;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Ledger;

/// <summary>What a server gives to its auditors, which they check without it.</summary>
public sealed class LedgerEndpointTests : IAsyncLifetime
{
    private WriteServer server = null!;

    public async Task InitializeAsync() => server = await WriteServer.StartAsync();

    public Task DisposeAsync() => server.DisposeAsync().AsTask();

    [Fact]
    public async Task The_checkpoint_is_signed_and_stays_the_same_until_the_log_grows()
    {
        var (first, tag) = await CheckpointAsync();
        using var key = LedgerKey.OpenPublic(LedgerKey.PathOf(server.Database.Path));
        Assert.True(Checkpoint.IsSigned(first, key));
        Assert.Equal(1, Checkpoint.Parse(first)!.Size);
        Assert.Equal((first, tag), await CheckpointAsync());
        using (var held = await GetAsync("/checkpoint", ("If-None-Match", tag)))
        {
            Assert.Equal(HttpStatusCode.NotModified, held.StatusCode);
        }

        await ChangeAsync("MEDIUM");
        await ChangeAsync("LOW");
        var (later, other) = await CheckpointAsync();
        Assert.NotEqual(tag, other);
        Assert.True(Checkpoint.IsSigned(later, key));
        Assert.Equal((3, Checkpoint.Parse(first)!.Origin), (Checkpoint.Parse(later)!.Size, Checkpoint.Parse(later)!.Origin));
        Assert.Equal(Checkpoint.Parse(later)!.Root,
            new LogReader(server.Database.Path).Read(connection => ChangeLog.Now(connection, DateTime.UtcNow)).Root);
    }

    [Fact]
    public async Task Proofs_hold_for_the_checkpoints_that_were_given()
    {
        var first = Checkpoint.Parse((await CheckpointAsync()).Note)!;
        await ChangeAsync("LOW");
        var later = Checkpoint.Parse((await CheckpointAsync()).Note)!;

        var grown = Assert.IsType<ConsistencyProof>(await ProofAsync("/proofs/consistency?from=1&to=2"));
        Assert.True(grown.Holds);
        Assert.Equal([(first.Size, first.Root), (later.Size, later.Root)], grown.Ends);

        foreach (var (query, known, version) in ((string, Checkpoint, long)[])[("code=RV-H-001", later, 2),
            ("code=RV-H-001&version=1", later, 1), ("id=1&version=1&size=1", first, 1), ("code=RV-M-001", later, 1)])
        {
            var proof = Assert.IsType<InclusionProof>(await ProofAsync($"/proofs/inclusion?entity=RiskVillage&{query}"));
            Assert.True(proof.Holds);
            Assert.Equal((known.Size, known.Root, version), (proof.Size, proof.Root, proof.Row.Version));
        }
    }

    [Fact]
    public async Task The_commands_check_what_the_server_gave()
    {
        var (first, _) = await CheckpointAsync();
        await ChangeAsync("LOW");
        string Kept(string name) => Path.Combine(server.Database.Folder, name);
        await File.WriteAllTextAsync(Kept("first"), first);
        await File.WriteAllTextAsync(Kept("later"), (await CheckpointAsync()).Note);
        await File.WriteAllTextAsync(Kept("grown"), await server.Server.Client.GetStringAsync("/proofs/consistency?from=1&to=2"));
        var key = LedgerKey.PathOf(server.Database.Path);
        foreach (var arguments in (string[][])[["verify", "--checkpoint", Kept("first"), "--key", key],
            ["check-proof", Kept("grown"), "--checkpoint", Kept("first"), "--checkpoint", Kept("later"), "--key", key]])
        {
            var command = AuditCommand.Create(() => new ReformGraphOptions { Database = new() { File = server.Database.Path } });
            Assert.Equal(0, await command.Parse(arguments)
                .InvokeAsync(new InvocationConfiguration { Output = TextWriter.Null, EnableDefaultExceptionHandler = false }));
        }

        using var head = await server.Server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/checkpoint"));
        Assert.Equal((HttpStatusCode.OK, ""), (head.StatusCode, await head.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_proof_is_made_from_the_rows_where_the_leaves_kept_of_them_are_gone()
    {
        var path = "/proofs/inclusion?entity=Figure&code=villages-assessed";
        var before = await ProofAsync(path);
        Forgery.Write(server.Database.Path, "DELETE FROM ChangeLeaves");
        Assert.Equal(before.ToJson(), (await ProofAsync(path)).ToJson());

        Forgery.Write(server.Database.Path, "UPDATE FiguresRevisions SET Wording = 'x'");
        await RefusedAsync(path, HttpStatusCode.ServiceUnavailable, "LEDGER_UNAVAILABLE");
    }

    [Theory]
    [InlineData("/checkpoint?size=1", 400, "INVALID_PARAMETER", "A parameter is wrong: this address has none.")]
    [InlineData("/proofs/inclusion", 400, "INVALID_PARAMETER",
        "A parameter is wrong: entity is missing: name the type of the row, for example RiskVillage.")]
    [InlineData("/proofs/inclusion?entity=RiskVillage", 400, "INVALID_PARAMETER",
        "A parameter is wrong: name the row by either id or code.")]
    [InlineData("/proofs/inclusion?entity=RiskVillage&id=1&code=RV-H-001", 400, "INVALID_PARAMETER",
        "A parameter is wrong: name the row by either id or code.")]
    [InlineData("/proofs/inclusion?entity=RiskVillage&id=-1", 400, "INVALID_PARAMETER", "A parameter is wrong: id must be a whole number.")]
    [InlineData("/proofs/inclusion?entity=RiskVillage&id=99999999999999999999", 400, "INVALID_PARAMETER",
        "A parameter is wrong: id must be a whole number.")]
    [InlineData("/proofs/inclusion?entity=RiskVillage&id=1&id=2", 400, "INVALID_PARAMETER",
        "A parameter is wrong: this address has entity, id, code, county, version, size, each at most once.")]
    [InlineData("/proofs/inclusion?entity=riskVillages&id=1", 404, "PROOF_NOT_FOUND",
        "There is no such entity with versions. Entities with versions: AssetHandover, Check, ")]
    [InlineData("/proofs/inclusion?entity=RiskVillage&code=%00'", 404, "PROOF_NOT_FOUND", "There is no RiskVillage with this code.")]
    [InlineData("/proofs/inclusion?entity=CheckInput&code=x", 404, "PROOF_NOT_FOUND", "The rows of CheckInput have no codes.")]
    [InlineData("/proofs/inclusion?entity=RiskVillage&id=9999", 404, "PROOF_NOT_FOUND", "There is no such version of RiskVillage 9999.")]
    [InlineData("/proofs/inclusion?entity=RiskVillage&id=1&version=7", 404, "PROOF_NOT_FOUND",
        "There is no such version of RiskVillage 1.")]
    [InlineData("/proofs/inclusion?entity=RiskVillage&id=1&size=0", 404, "PROOF_NOT_FOUND",
        "It was recorded by change 1, so the log of 0 changes does not prove it.")]
    [InlineData("/proofs/inclusion?entity=RiskVillage&id=1&size=9", 404, "PROOF_NOT_FOUND", "The log has 1 change, not 9.")]
    [InlineData("/proofs/consistency", 400, "INVALID_PARAMETER",
        "A parameter is wrong: from is missing: give the size of the earlier checkpoint.")]
    [InlineData("/proofs/consistency?from=0", 400, "INVALID_PARAMETER",
        "A parameter is wrong: from must be at least 1: every log starts empty, so there is nothing to prove.")]
    [InlineData("/proofs/consistency?from=0&to=0", 400, "INVALID_PARAMETER",
        "A parameter is wrong: from must be at least 1: every log starts empty, so there is nothing to prove.")]
    [InlineData("/proofs/consistency?from=00&to=1", 400, "INVALID_PARAMETER",
        "A parameter is wrong: from must be at least 1: every log starts empty, so there is nothing to prove.")]
    [InlineData("/proofs/consistency?from=9", 404, "PROOF_NOT_FOUND", "The log has 1 change, not 9.")]
    [InlineData("/proofs/consistency?from=1&to=0", 404, "PROOF_NOT_FOUND", "The log has 0 changes, not 1.")]
    public Task What_cannot_be_proved_is_refused(string path, int status, string code, string message) =>
        RefusedAsync(path, (HttpStatusCode)status, code, message);

    [Fact]
    public Task No_damaged_address_is_the_servers_mistake() => DamagedAddress.AskAsync(
        server.Server,
        ["/proofs/inclusion?entity=RiskVillage&code=RV-H-001&version=1", "/proofs/consistency?from=1&to=1"],
        ["=", "&", "?", "/", "%", "\0", "圈", "-1", "0", "1.5", "99999999999999999999", "id", "&id=7", "&size=1", "Figure", "Change"],
        [200, 400, 404],
        1_000);

    [Fact]
    public async Task Nothing_is_changed_there()
    {
        foreach (var path in (string[])["/checkpoint", "/proofs/inclusion", "/proofs/consistency"])
        {
            using var response = await server.Server.Client.PostAsync(path, null);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
            Assert.Equal("METHOD_NOT_ALLOWED", await RunningServer.CodeAsync(response));
            Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
        }
    }

    [Fact]
    public async Task Without_a_key_that_can_be_read_there_is_no_checkpoint_and_no_path_in_the_answer()
    {
        await File.WriteAllTextAsync(LedgerKey.PathOf(server.Database.Path), "no key");
        await RefusedAsync("/checkpoint", HttpStatusCode.ServiceUnavailable, "LEDGER_UNAVAILABLE",
            "The server cannot read its log of changes, or the key that signs checkpoints; see the server's own log.");
    }

    [Theory]
    [InlineData("reader", false)]
    [InlineData("editor", true)]
    [InlineData("auditor", true)]
    [InlineData("admin", true)]
    public async Task A_proof_of_a_row_is_for_who_may_read_all_of_it(string role, bool may)
    {
        await using var guarded = await GuardedServer.StartAsync();
        var key = "Bearer " + await guarded.KeyAsync(Enum.GetValues<Role>().Single(each => each.Name() == role));
        var expected = may ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
        foreach (var (path, status) in ((string, HttpStatusCode)[])[("/proofs/inclusion?entity=RiskVillage&code=RV-H-001", expected),
            ("/proofs/consistency?from=1", HttpStatusCode.OK), ("/checkpoint", HttpStatusCode.OK)])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            using var anonymous = await guarded.Server.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.Unauthorized, anonymous.StatusCode);
            request.Headers.TryAddWithoutValidation("Authorization", key);
            using var response = await guarded.Server.Client.SendAsync(request);
            Assert.Equal((path, status), (path, response.StatusCode));
            Assert.True(status == HttpStatusCode.OK || await RunningServer.CodeAsync(response) == "FORBIDDEN");
        }
    }

    [Fact]
    public async Task Nobody_finds_out_by_trying_who_made_a_change_and_why()
    {
        await ChangeAsync("LOW");
        await ChangeAsync("MEDIUM");
        await ChangeAsync("LOW");
        await using var context = server.Database.Open();
        var changes = await context.Set<Change>().AsNoTracking().OrderBy(change => change.Id).ToListAsync();
        Assert.Equal(changes.Count, changes.Select(change => Convert.ToHexString(change.Salt!)).Distinct().Count());
        Assert.All(changes, change => Assert.Equal(32, change.Salt!.Length));
        foreach (var change in changes)
        {
            // Whoever guesses all of it right, but for the salt, has none of the hashes that the log shows him.
            var guessed = new Change
            {
                Sequence = change.Sequence,
                RecordedAt = change.RecordedAt,
                Actor = change.Actor,
                Kind = change.Kind,
                Reason = change.Reason,
                RowCount = change.RowCount,
                RowsRoot = change.RowsRoot
            };
            Assert.NotEqual(change.Hash, ChangeHeader.Create(guessed).Leaf.ToString());
            Assert.Equal(change.Hash, ChangeHeader.Create(change).Leaf.ToString());
        }

        Assert.DoesNotContain("salt", Repository.Read("schema/schema.graphql"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("salt", await server.Server.Client.GetStringAsync("/proofs/consistency?from=1"),
            StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_has_versions_has_no_field_that_not_every_role_reads_as_its_hashes_are_not_salted()
    {
        using var context = server.Database.Open();
        Assert.DoesNotContain(AccessTable.Restricted(DataModel.Create(context.Model)),
            restricted => restricted.Entity.IsVersioned && restricted.Field is not LookupField); // no hash covers what is looked up
    }

    private async Task<(string Note, string Tag)> CheckpointAsync()
    {
        using var response = await GetAsync("/checkpoint");
        Assert.Equal((HttpStatusCode.OK, "text/plain; charset=utf-8"), (response.StatusCode, $"{response.Content.Headers.ContentType}"));
        return (await response.Content.ReadAsStringAsync(), $"{response.Headers.ETag}");
    }

    private async Task<Proof> ProofAsync(string path)
    {
        using var response = await GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, "application/json; charset=utf-8"),
            (response.StatusCode, $"{response.Content.Headers.ContentType}"));
        var file = Path.Combine(server.Database.Folder, "proof");
        await File.WriteAllBytesAsync(file, await response.Content.ReadAsByteArrayAsync());
        return Proof.Read(file);
    }

    private async Task RefusedAsync(string path, HttpStatusCode status, string code, string message = "")
    {
        using var response = await GetAsync(path);
        Assert.Equal((status, code), (response.StatusCode, await RunningServer.CodeAsync(response)));
        var answer = await response.Content.ReadAsStringAsync();
        Assert.StartsWith(message, JsonDocument.Parse(answer).RootElement.GetProperty("errors")[0].GetProperty("message").GetString(),
            StringComparison.Ordinal);
        Assert.DoesNotContain(server.Database.Folder, answer, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await server.Server.Client.SendAsync(request);
    }

    private async Task ChangeAsync(string level)
    {
        var row = await server.FieldAsync("""{ riskVillageByCode(code: "RV-H-001") { version } }""");
        await server.FieldAsync(
            $$"""mutation { updateRiskVillage(input: { {{WriteServer.Note}}, code: "RV-H-001", version: {{row.GetProperty("version")}}, level: {{level}} }) { change { sequence } } }""");
    }
}
