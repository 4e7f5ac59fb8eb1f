using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Domain.Entities;
using ReformGraph.Tests.Import;
using Xunit;

namespace ReformGraph.Tests.Writes;

/// <summary>A code has one form, whoever sends it and for whatever purpose; older rows keep theirs.</summary>
public sealed class CodeTests
{
    private const string Composed = "caf\u00E9";
    private const string Decomposed = "cafe\u0301";
    private const string ByCode = "query ($code: String!) { townshipByCode(code: $code) { code knownAs } }";

    [Theory]
    [InlineData(Composed)]
    [InlineData(Decomposed)]
    [InlineData(" cafe\u0301\u3000")]
    public async Task A_row_is_found_by_its_code_however_it_is_written(string sent)
    {
        await using var own = await WriteServer.StartAsync();
        await CreateAsync(own, Decomposed);
        Assert.Equal(Composed, (await own.FieldAsync(ByCode, new { code = sent })).GetProperty("code").GetString());
        Assert.Equal(Composed,
            (await own.FieldAsync($"{{ townshipByCode(code: {JsonSerializer.Serialize(sent)}) {{ code }} }}")).GetProperty("code")
            .GetString());
        var referring = await own.FieldAsync(
            $$"""mutation ($code: String) { updateRiskVillage(input: { {{WriteServer.Note}}, code: " RV-H-001", version: 1, township: $code }) { riskVillage { township { code } } } }""", new { code = sent });
        Assert.Equal(Composed, referring.GetProperty("riskVillage").GetProperty("township").GetProperty("code").GetString());
        var again = await CreateAsync(own, sent);
        Assert.Equal("UNIQUE", again.GetProperty("errors")[0].GetProperty("rule").GetString());
    }

    [Fact]
    public async Task Filters_compare_what_is_stored()
    {
        await using var own = await WriteServer.StartAsync();
        await CreateAsync(own, Decomposed);
        const string Query = "query ($code: String!) { townships(where: { code: { eq: $code } }) { totalCount } }";
        Assert.Equal(1, (await own.FieldAsync(Query, new { code = Composed })).GetProperty("totalCount").GetInt32());
        Assert.Equal(0, (await own.FieldAsync(Query, new { code = Decomposed })).GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Tables_identify_rows_and_references_by_their_normal_form()
    {
        await using var own = await WriteServer.StartAsync();
        var created = await Importing.RunAsync(own.Database.Path, "townships", $"code,knownAs,county\n{Decomposed},one,county\n");
        Assert.Equal((1, 0), (created.Created.Total, created.Refused));
        var changed = await Importing.RunAsync(own.Database.Path, "townships", $"code,knownAs\n{Composed},two\n");
        Assert.Equal((0, 1), (changed.Created.Total, changed.Changed.Total));
        Assert.Equal(1, (await Importing.RunAsync(own.Database.Path, "townships", $"code,knownAs\n{Decomposed},two\n")).Unchanged);
        Assert.Equal(1,
            (await Importing.RunAsync(own.Database.Path, "risk-villages", $"code,township\nRV-H-001,{Decomposed}\n")).Changed.Total);
        var twins = await Importing.RunAsync(own.Database.Path, "townships", $"code,knownAs,county\nne\u0301,x,county\nn\u00E9,x,county\n");
        Assert.Equal("UNIQUE", Assert.Single(twins.RefusedCells.Listed).Rule);
        var unseen = await Importing.RunAsync(own.Database.Path, "townships", $"code,knownAs,county\nn\u200B,x,county\n");
        Assert.Equal("CHARACTERS", Assert.Single(unseen.RefusedCells.Listed).Rule);
        await WriteServer.AuditAsync(own.Database.Path);
    }

    [Fact]
    public async Task Tables_refer_to_later_rows_by_their_normal_form()
    {
        await using var own = await WriteServer.StartAsync();
        var report = await Importing.RunAsync(own.Database.Path, "townships",
            $"code,knownAs,county,successor\nA-1,x,county,{Decomposed}\n{Composed},x,county,\n");
        Assert.Equal((2, 0), (report.Created.Total, report.Refused));
        await WriteServer.AuditAsync(own.Database.Path);
    }

    [Fact]
    public async Task Rows_from_before_keep_their_codes_and_are_found_by_them()
    {
        await using var own = await WriteServer.StartAsync();
        await CreateAsync(own, "one", "one");
        await CreateAsync(own, "two", "two");
        await CreateAsync(own, "three", "three");
        await WriteServer.RecordAsync(own.Database.Path, context =>
        {
            foreach (var (code, before) in new[] { ("one", Composed), ("two", Decomposed), ("three", "\u200B") })
            {
                context.Set<Township>().Single(row => row.Code == code).Code = before;
            }
        });

        await FindAsync(Composed, "one");
        await FindAsync(Decomposed, "two");
        await FindAsync(" " + Decomposed, "one");
        await FindAsync("\u200B", "three");
        var update = await own.FieldAsync(
            $$"""mutation ($code: String) { updateTownship(input: { {{WriteServer.Note}}, code: $code, version: 2, nameZh: "镇" }) { township { code knownAs } } }""", new { code = Decomposed });
        Assert.Equal((Decomposed, "two"), (update.GetProperty("township").GetProperty("code").GetString(),
            update.GetProperty("township").GetProperty("knownAs").GetString()));
        var report =
            await Importing.RunAsync(own.Database.Path, "townships", $"code,nameZh\n{Composed},甲\n{Decomposed},乙\n\u200B,丙\n");
        Assert.Equal((0, 3, 0), (report.Created.Total, report.Changed.Total, report.Refused));
        await using var after = own.Database.Open();
        Assert.Equal(
            [(Composed, "甲"), (Decomposed, "乙"), ("\u200B", "丙")],
            (await after.Set<Township>().Where(row => row.NameZh != null).ToListAsync()).OrderBy(row => row.Id).TakeLast(3)
                .Select(row => (row.Code, row.NameZh!)));

        async Task FindAsync(string code, string known)
        {
            Assert.Equal(known, (await own.FieldAsync(ByCode, new { code })).GetProperty("knownAs").GetString());
            Assert.Equal(known,
                (await own.FieldAsync($"{{ townshipByCode(code: {JsonSerializer.Serialize(code)}) {{ knownAs }} }}")).GetProperty("knownAs")
                .GetString());
        }
    }

    [Fact]
    public async Task Proofs_are_found_by_the_normal_form()
    {
        await using var own = await WriteServer.StartAsync();
        await CreateAsync(own, Composed);
        using var response =
            await own.Server.SendAsync(HttpMethod.Get, "/proofs/inclusion?entity=Township&code=" + Uri.EscapeDataString(Decomposed), null);
        Assert.Contains(Composed, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }

    private static Task<JsonElement> CreateAsync(WriteServer own, string code, string knownAs = "x") => own.FieldAsync(
        $$"""mutation ($code: String!, $knownAs: String!) { createTownship(input: { {{WriteServer.Note}}, code: $code, knownAs: $knownAs, county: "county" }) { township { code } errors { ... on ValidationError { rule } } } }""",
        new { code, knownAs });
}
