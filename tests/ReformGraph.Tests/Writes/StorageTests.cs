using System.Data.Common;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Writes;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Settings;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Writes;

/// <summary>What becomes of writes when the storage fails.</summary>
public sealed partial class StorageTests : IDisposable
{
    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_full_storage_refuses_writes_and_takes_them_again_by_itself()
    {
        // SQLite gives the same error as for a disk without room.
        var limit = "PRAGMA max_page_count = 1";
        await using var connection = new WriteQueue(() => OpenAsync(limit), new ChangeClock(), NullLogger<WriteQueue>.Instance);
        var refusal = await Assert.ThrowsAsync<RequestErrorException>(() => FillAsync(connection, 1, new string('张', 2_000)));
        Assert.Equal(ServerErrorCodes.StorageFull, refusal.Errors[0].Code);
        Assert.Equal([1], Sequences());

        limit = "PRAGMA max_page_count = 100000";
        Assert.Equal(2, (await FillAsync(connection, 1, new string('张', 2_000))).ChangeId);
        Assert.Equal([1, 2], Sequences());
        await WriteServer.AuditAsync(database.Path);
    }

    [Fact]
    public async Task A_storage_that_cannot_be_written_refuses_writes()
    {
        await using var connection =
            new WriteQueue(() => OpenAsync("PRAGMA query_only = ON"), new ChangeClock(), NullLogger<WriteQueue>.Instance);
        var refusal = await Assert.ThrowsAsync<RequestErrorException>(() => FillAsync(connection, 1, "x"));
        Assert.Equal(ServerErrorCodes.StorageFailed, refusal.Errors[0].Code);
    }

    [Fact]
    public async Task A_connection_that_cannot_be_closed_does_not_keep_the_next_write_from_a_new_one()
    {
        var opened = 0;
        await using var connection = new WriteQueue(() => OpenAsync("PRAGMA query_only = " + (opened == 0 ? "ON" : "OFF"),
            opened++ == 0 ? [new FailingClose()] : []), new ChangeClock(), NullLogger<WriteQueue>.Instance);
        var refusal = await Assert.ThrowsAsync<RequestErrorException>(() => FillAsync(connection, 1, "x"));
        Assert.Equal(ServerErrorCodes.StorageFailed, refusal.Errors[0].Code);
        Assert.Equal(2, (await FillAsync(connection, 1, "x").WaitAsync(TimeSpan.FromSeconds(60))).ChangeId);
        Assert.Equal(2, opened);
    }

    [Fact]
    public async Task One_that_fails_by_a_bug_does_not_take_the_others_of_its_transaction_with_it()
    {
        // The connection is opened only when all three wait.
        var begin = new TaskCompletionSource();
        await using var connection = WaitingFor(begin,
            "CREATE TEMP TRIGGER bug BEFORE UPDATE ON RiskVillages WHEN NEW.LeadOfficial = 'bug' BEGIN SELECT RAISE(ABORT, 'A bug.'); END");
        var first = FillAsync(connection, 1, "first");
        var bug = FillAsync(connection, 2, "bug");
        var last = FillAsync(connection, 3, "last");
        begin.SetResult();

        Assert.Equal(2, (await first).ChangeId);
        Assert.IsType<DbUpdateException>(await Record.ExceptionAsync(() => bug));
        Assert.Equal(3, (await last).ChangeId);
        Assert.Equal([1, 2, 3], Sequences());
        await WriteServer.AuditAsync(database.Path);
    }

    [Fact]
    public async Task Senders_that_wait_take_turns()
    {
        var begin = new TaskCompletionSource();
        await using var connection = WaitingFor(begin);
        _ = FillAsync(connection, 1, "the first", "many");
        await Task.Delay(100); // so that it has begun, and the others wait
        Task<WriteOutcome>[] many = [.. Enumerable.Range(2, 5).Select(number => FillAsync(connection, number, "x", "many"))];
        var few = FillAsync(connection, 7, "x", "few");
        begin.SetResult();
        Assert.Equal([3, 5, 6, 7, 8], (await Task.WhenAll(many)).Select(outcome => outcome.ChangeId!.Value));
        Assert.Equal(4, (await few).ChangeId);
    }

    [Fact]
    public async Task A_sender_that_arrives_during_an_import_waits_for_one_write_of_each_other_sender()
    {
        var (begin, imported) = (new TaskCompletionSource(), new TaskCompletionSource());
        begin.SetResult();
        await using var connection = WaitingFor(begin);
        var import = connection.AloneAsync(
            async (_, _) =>
            {
                await imported.Task;
                return true;
            },
            CancellationToken.None);
        Task<WriteOutcome>[] many = [.. Enumerable.Range(1, 5).Select(number => FillAsync(connection, number, "x", "many"))];
        await Task.Delay(100); // so that the first of them would have begun
        var few = FillAsync(connection, 6, "x", "few");
        imported.SetResult();
        Assert.True(await import);
        Assert.Equal([2, 4, 5, 6, 7], (await Task.WhenAll(many)).Select(outcome => outcome.ChangeId!.Value));
        Assert.Equal(3, (await few).ChangeId);
    }

    [Fact]
    public async Task A_write_that_is_given_up_before_it_has_begun_is_not_begun()
    {
        var begin = new TaskCompletionSource();
        await using var connection = WaitingFor(begin);
        var first = FillAsync(connection, 1, "first");
        await Task.Delay(100); // so that it has begun
        using var client = new CancellationTokenSource();
        var begun = FillAsync(connection, 2, "given up", client.Token);
        await client.CancelAsync();
        begin.SetResult();
        Assert.Equal(2, (await first).ChangeId);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => begun);
        Assert.Equal([1, 2], Sequences());
    }

    [FactIfMounting]
    public async Task On_a_full_disk_writes_are_refused_reads_go_on_and_writes_are_taken_when_there_is_room_again()
    {
        using var disk = new SmallDisk(database.Folder, 6_000_000);
        var path = Path.Combine(disk.Folder, "small.db");
        File.Copy(database.Path, path);
        await using var server =
            await RunningServer.StartAsync(new ReformGraphOptions { Url = "http://127.0.0.1:0", Database = new() { File = path } });
        var stored = await WriteUntilAsync(server, "STORAGE_FULL", disk);
        Assert.StartsWith("{\"data\":",
            await (await server.PostAsync("""{"query":"{ riskVillages { totalCount } }"}""")).Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
        disk.MakeRoom();
        Assert.StartsWith("{\"data\":", await WriteAsync(server, stored + 1), StringComparison.Ordinal);
        await WriteServer.AuditAsync(path);
        await using var context = DatabaseFile.ReadingContextOf(path);
        Assert.Equal(stored + 2, await context.Set<Change>().CountAsync());
    }

    [FactIfMounting]
    public async Task An_error_lists_the_fields_of_its_request_that_were_stored_before_the_disk_was_full()
    {
        using var disk = new SmallDisk(database.Folder, 6_000_000);
        var path = Path.Combine(disk.Folder, "small.db");
        File.Copy(database.Path, path);
        await using var server =
            await RunningServer.StartAsync(new ReformGraphOptions { Url = "http://127.0.0.1:0", Database = new() { File = path } });
        await WriteAsync(server, 1);
        await disk.FillAsync(leaving: 300_000);
        var fields = Enumerable.Range(2, 20)
            .Select(number =>
            $"f{number}: updateRiskVillage(input: {{ {WriteServer.Note}, code: \"RV-M-0{number + 10}\", version: 1, riskFactors: " +
            $"\"{new string('x', 1_500)}\" }}) {{ change {{ sequence }} }}");
        var query = $"mutation {{ {string.Join(' ', fields)} }}";
        using var refused = await server.PostAsync(JsonSerializer.Serialize(new { query }), "Accept: application/graphql-response+json");
        Assert.Equal(HttpStatusCode.InsufficientStorage, refused.StatusCode);
        using var answer = JsonDocument.Parse(await refused.Content.ReadAsByteArrayAsync());
        Assert.Equal(["errors"], answer.RootElement.EnumerateObject().Select(member => member.Name));
        var error = Assert.Single(answer.RootElement.GetProperty("errors").EnumerateArray());
        Assert.Equal("STORAGE_FULL", error.GetProperty("extensions").GetProperty("code").GetString());
        var stored = error.GetProperty("extensions").GetProperty("stored").EnumerateArray().Select(key => key.GetString()).ToList();
        Assert.InRange(stored.Count, 1, 19);
        Assert.Equal(Enumerable.Range(2, stored.Count).Select(number => $"f{number}"), stored);
        Assert.Equal($"[\"f{stored.Count + 2}\"]", error.GetProperty("path").GetRawText());
        using var response = await server.PostAsync(
            """{"query":"{ riskVillages(where: { version: { neq: 1 } }) { totalCount } changes(last: 1) { nodes { sequence } } }"}""");
        Assert.Equal(FormattableString.Invariant($"{stored.Count + 1} {stored.Count + 2}"),
            string.Join(' ', Numbers().Matches(await response.Content.ReadAsStringAsync()).Select(number => number.Value)));
        await WriteServer.AuditAsync(path);
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();

    // All but what one more write would take is filled by another file.
    private static async Task<int> WriteUntilAsync(RunningServer server, string code, SmallDisk disk)
    {
        await WriteAsync(server, 1);
        await disk.FillAsync(leaving: 0);
        for (var number = 2; ; number++)
        {
            var answer = await WriteAsync(server, number);
            if (answer.Contains(code, StringComparison.Ordinal))
            {
                return number - 1;
            }

            Assert.StartsWith("{\"data\":", answer, StringComparison.Ordinal);
        }
    }

    private static async Task<string> WriteAsync(RunningServer server, int version)
    {
        var query =
            $"mutation {{ updateRiskVillage(input: {{ {WriteServer.Note}, code: \"RV-H-001\", version: {version}, riskFactors: " +
            $"\"{version}{new string('x', 1_500)}\" }}) {{ change {{ sequence }} errors {{ __typename }} }} }}";
        using var response = await server.PostAsync(JsonSerializer.Serialize(new { query }));
        return await response.Content.ReadAsStringAsync();
    }

    // A queue whose connection is opened only when it may begin.
    private WriteQueue WaitingFor(TaskCompletionSource begin, string sql = "SELECT 1") => new(
        async () =>
        {
            await begin.Task;
            return await OpenAsync(sql);
        },
        new ChangeClock(), NullLogger<WriteQueue>.Instance);

    private async Task<ReformDbContext> OpenAsync(string pragma, params IInterceptor[] interceptors)
    {
        var context = interceptors.Length == 0
            ? await DatabaseFile.WritingContextOfAsync(database.Path, TimeSpan.FromSeconds(5))
            : new ReformDbContext(new DbContextOptionsBuilder<ReformDbContext>().UseSqlite($"Data Source={database.Path};Pooling=False")
            .AddInterceptors(interceptors).Options);
        await context.Database.OpenConnectionAsync();
        await context.Database.ExecuteSqlRawAsync(pragma);
        return context;
    }

    private IEnumerable<long> Sequences()
    {
        using var context = database.Open();
        return [.. context.Set<Change>().OrderBy(change => change.Id).Select(change => change.Sequence)];
    }

    private Task<WriteOutcome> FillAsync(WriteQueue connection, int number, string lead, CancellationToken cancellation = default) =>
        FillAsync(connection, number, lead, "someone", cancellation);

    private Task<WriteOutcome> FillAsync(WriteQueue connection, int number, string lead, string actor,
        CancellationToken cancellation = default)
    {
        using var context = database.Open();
        var entity = DataModel.Create(context.Model).Entities.Single(one => one.Plural == "riskVillages");
        var row = new RowWrite(WriteAction.Update, entity, new Dictionary<string, object?> { ["leadOfficial"] = lead },
            ["input"])
        { Code = $"RV-H-00{number}", Version = 1 };
        return connection.WriteAsync(new WriteRequest("updateRiskVillage", actor,
            new WriteNote(ChangeKindInput.Correction, "A test.", null, null), [row]), cancellation);
    }

    /// <summary>A connection whose closing fails.</summary>
    private sealed class FailingClose : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionDisposingAsync(DbConnection connection, ConnectionEventData eventData,
            InterceptionResult result) => throw new IOException("It cannot be closed.");
    }
}
