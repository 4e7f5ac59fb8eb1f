using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.Writes;

/// <summary>Many who write at once.</summary>
[Trait("Kind", "exhaustive")]
public sealed class EditorTests
{
    private const int Editors = 32;

    private static readonly int Raises = Exhaustive.Share(5);
    private static readonly int LockHeld = Environment.GetEnvironmentVariable("CRASH_KILLS") is null ? 2 : 10; // seconds

    [Fact]
    public async Task Thirty_two_editors_of_one_row_lose_no_update_and_leave_no_gap()
    {
        await using var own = await WriteServer.StartAsync();
        var conflicts = await Task.WhenAll(Enumerable.Range(0, Editors).Select(_ => RaiseAsync(own)));
        Assert.NotEqual(0, conflicts.Sum());

        var task = await own.FieldAsync("""{ reformTaskByCode(code: "RT-T-001") { version progress } }""");
        Assert.Equal((1 + (Editors * Raises), (decimal)(Editors * Raises) / 2),
            (task.GetProperty("version").GetInt32(), task.GetProperty("progress").GetDecimal()));
        Assert.Equal(Enumerable.Range(1, 1 + (Editors * Raises)).Select(number => (long)number), await own.SequencesAsync());
        await WriteServer.AuditAsync(own.Database.Path);
    }

    [Fact]
    public async Task A_write_waits_for_another_process_that_writes()
    {
        await using var own = await WriteServer.StartAsync();
        await using var foreign = own.Database.Open();
        await using var lockHeld = await foreign.Database.BeginTransactionAsync();
        var write = own.FieldAsync(Update("waited for"));
        await Task.Delay(TimeSpan.FromSeconds(LockHeld));
        Assert.False(write.IsCompleted);
        await own.FieldAsync("{ riskVillages { totalCount } }"); // reads go on

        await lockHeld.RollbackAsync();
        Assert.Equal(2, (await write).GetProperty("change").GetProperty("sequence").GetInt64());
    }

    [Fact]
    public async Task A_write_that_waits_too_long_for_another_process_is_refused_and_the_next_one_is_not()
    {
        await using var own = await WriteServer.StartAsync(lockWait: TimeSpan.FromSeconds(1));
        await using (var foreign = own.Database.Open())
        {
            await using var lockHeld = await foreign.Database.BeginTransactionAsync();
            var answer = await own.SendAsync(Update("in vain"));
            var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
            Assert.Equal("WRITE_LOCKED", error.GetProperty("extensions").GetProperty("code").GetString());
            Assert.Equal("[\"updateRiskVillage\"]", error.GetProperty("path").GetRawText());
        }

        Assert.Equal(2, (await own.FieldAsync(Update("again"))).GetProperty("change").GetProperty("sequence").GetInt64());
    }

    [Fact]
    public async Task Retries_with_the_same_key_at_once_write_once_and_get_the_same_answer()
    {
        await using var own = await WriteServer.StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => own.FieldAsync(Update("once", key: "k-1"))));
        Assert.Single(answers.Select(answer => answer.GetRawText()).Distinct());
        Assert.Equal([1, 2], await own.SequencesAsync());

        // Behind a later change of the same row too: an answer is as of its own change.
        await own.FieldAsync(Update("another", version: 2));
        Assert.Equal(answers[0].GetRawText(), (await own.FieldAsync(Update("once", key: "k-1"))).GetRawText());
        Assert.Equal([1, 2, 3], await own.SequencesAsync());
    }

    [Fact]
    public async Task A_mutation_is_of_the_present()
    {
        await using var own = await WriteServer.StartAsync();
        using var response = await own.Server.PostAsync(JsonSerializer.Serialize(new { query = Update("then") }), "As-Of: 1");
        Assert.Equal("OPERATION_NOT_SUPPORTED", await RunningServer.CodeAsync(response));
        Assert.Equal([1], await own.SequencesAsync());
    }

    [Fact]
    public async Task A_key_is_let_go_of_after_seven_days()
    {
        await using var own = await WriteServer.StartAsync();
        await own.FieldAsync(Update("once", key: "k-1"));
        await using (var context = own.Database.Open())
        {
            Assert.Equal(1,
                await context.Database.ExecuteSqlAsync($"UPDATE IdempotencyKeys SET CreatedAt = {DateTime.UtcNow.AddDays(-7)}"));
        }

        var late = await own.FieldAsync(Update("once", key: "k-1"));
        Assert.Equal("RiskVillageVersionConflictError",
            Assert.Single(late.GetProperty("errors").EnumerateArray()).GetProperty("__typename").GetString());
        Assert.Equal(3,
            (await own.FieldAsync(Update("twice", key: "k-1", version: 2))).GetProperty("change").GetProperty("sequence").GetInt64());
    }

    [Fact]
    public async Task A_payload_that_cannot_be_read_is_null_with_an_error_and_its_write_is_kept()
    {
        await using var own = await WriteServer.StartAsync(gatheredRows: 1_000);
        var lists = string.Join(' ',
            Enumerable.Range(0, 4).Select(number => $"list{number}: facilityConsolidations(first: 1000) {{ nodes {{ id }} }}"));
        var answer =
            await own.SendAsync(
            $$"""mutation { createRiskVillage(input: { {{WriteServer.Note}}, code: "RV-N-1", level: LOW, county: "county" }) { riskVillage { county { {{lists}} } } errors { __typename } } }""");
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal(("ANSWER_TOO_LARGE", """["createRiskVillage","riskVillage"]"""),
            (error.GetProperty("extensions").GetProperty("code").GetString(), error.GetProperty("path").GetRawText()));
        Assert.Equal("""{"createRiskVillage":{"riskVillage":null,"errors":null}}""", answer.GetProperty("data").GetRawText());
        Assert.Equal([1, 2], await own.SequencesAsync());
    }

    [Fact]
    public async Task A_payload_whose_reading_takes_too_long_is_null_with_an_error_that_says_that_its_write_is_kept()
    {
        await using var own = await WriteServer.StartAsync(timeout: TimeSpan.Zero);
        var answer =
            await own.SendAsync(
            $$"""mutation { createRiskVillage(input: { {{WriteServer.Note}}, code: "RV-N-1", level: LOW, county: "county" }) { riskVillage { county { facilityConsolidations(first: 1000) { nodes { id code } } } } } }""");
        Assert.Equal("""{"createRiskVillage":{"riskVillage":null}}""", answer.GetProperty("data").GetRawText());
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal("TIMEOUT", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("The change is stored, but reading it took longer than 00:00:00 (Timeout).",
            error.GetProperty("message").GetString());
        Assert.Equal([1, 2], await own.SequencesAsync());
    }

    [Fact]
    public async Task Payloads_that_can_be_too_large_together_are_refused_before_anything_is_written()
    {
        await using var own = await WriteServer.StartAsync();
        const string Payload =
            "{ riskVillage { county { facilityConsolidations(first: 1000) { nodes { county { riskVillages(first: 100) { nodes { code } } " +
            "} } } } } }";
        var create =
            (string code) =>
            $$"""{{code.Replace("-", "")}}: createRiskVillage(input: { {{WriteServer.Note}}, code: "{{code}}", level: LOW, county: "county" }) {{Payload}}""";
        var answer =
            await own.SendAsync($"mutation {{ {string.Join(' ', Enumerable.Range(1, 16).Select(number => create($"RV-N-{number}")))} }}");
        Assert.False(answer.TryGetProperty("data", out _));
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray()).GetProperty("extensions");
        Assert.Equal(("ANSWER_TOO_LARGE", "half of GatheredBytes"),
            (error.GetProperty("code").GetString(), error.GetProperty("limit").GetString()));
        Assert.Equal([1], await own.SequencesAsync());
        Assert.NotEqual(default, await own.FieldAsync($"mutation {{ {create("RV-N-1")} }}"));
    }

    [Fact]
    public async Task A_payload_whose_texts_are_longer_than_usual_is_null_with_an_error_and_its_write_is_kept()
    {
        await using var own = await WriteServer.StartAsync(gatheredBytes: 1_000_000);
        var lead = string.Concat(Enumerable.Repeat("长", 700));
        var answer =
            await own.SendAsync(
            $$"""mutation { first: updateRiskVillage(input: { {{WriteServer.Note}}, code: "RV-H-001", version: 1, leadOfficial: "{{lead}}" }) { riskVillage { version } } second: updateRiskVillage(input: { {{WriteServer.Note}}, code: "RV-H-001", version: 2, riskFactors: "x" }) { riskVillage { county { facilityConsolidations(first: 1000) { nodes { county { riskVillages(first: 1000, where: { code: { eq: "RV-H-001" } }) { nodes { leadOfficial } } } } } } } } }""");
        Assert.Equal("""{"first":{"riskVillage":{"version":2}},"second":{"riskVillage":null}}""", answer.GetProperty("data").GetRawText());
        Assert.Equal("ANSWER_TOO_LARGE",
            Assert.Single(answer.GetProperty("errors").EnumerateArray()).GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal([1, 2, 3], await own.SequencesAsync());
    }

    private static string Update(string lead, string? key = null, int version = 1) =>
        $"mutation {{ updateRiskVillage(input: {{ {WriteServer.Note}, code: \"RV-H-001\", version: {version}, leadOfficial: " +
        $"\"{lead}\"{(key is null ? "" : $", idempotencyKey: \"{key}\"")} }}) {{ change {{ sequence recordedAt }} riskVillage {{ version " +
        $"leadOfficial county {{ riskVillages(where: {{ leadOfficial: {{ neq: null }} }}) {{ nodes {{ leadOfficial }} }} }} }} errors {{ " +
        $"__typename }} }} }}";

    /// <returns>How often somebody else was first.</returns>
    private static async Task<int> RaiseAsync(WriteServer own)
    {
        var conflicts = 0;
        var (version, progress) = (1, 0m);
        for (var raised = 0; raised < Raises;)
        {
            var wanted = (progress + 0.5m).ToString(CultureInfo.InvariantCulture);
            var answer =
                await own.FieldAsync(
                $$"""mutation { updateReformTask(input: { {{WriteServer.Note}}, code: "RT-T-001", version: {{version}}, progress: {{wanted}} }) { reformTask { ...State } errors { ... on ReformTaskVersionConflictError { reformTask { ...State } } } } } fragment State on ReformTask { version progress }""");
            var conflict = answer.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors
                ? Assert.Single(errors.EnumerateArray()) : (JsonElement?)null;
            var state = (conflict ?? answer).GetProperty("reformTask");
            (version, progress) = (state.GetProperty("version").GetInt32(),
                state.GetProperty("progress") is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : 0);
            _ = conflict is null ? raised++ : conflicts++;
        }

        return conflicts;
    }
}
