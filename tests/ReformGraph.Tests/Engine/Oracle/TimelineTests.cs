using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Settings;
using Xunit;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>Time lines, against copies of the database that were made behind each change:
/// the first four days of 2026 have one each.</summary>
public sealed class TimelineTests(PastFixture past) : IClassFixture<PastFixture>
{
    private const string Numbers =
        "aggregate { count sum { pages plates } min { title } max { shelf { boards } } valueCount { plates } } dear: aggregate(where: { " +
        "price: { gt: 10 } }) { count avg { price } }";

    [Theory]
    [InlineData("")]
    [InlineData("where: { lending: { neq: LONG_LOAN } },")]
    [InlineData("where: { shelf: { room: { neq: null } }, loans: { some: { fine: { neq: null } } } },")]
    public async Task Each_step_has_the_numbers_of_its_instant(string where)
    {
        var line =
            await DataAsync(
            $"{{ of: books({where} first: 0) {{ timeline(every: DAY, from: \"2026-01-01T12:00:00Z\", to: \"2026-01-06T00:00:00Z\") {{ at " +
            $"sequence {Numbers} }} }} }}");
        var steps = line.GetProperty("of").GetProperty("timeline").EnumerateArray().ToList();
        Assert.Equal(["1 2026-01-01T12:00:00Z", "2 2026-01-02T12:00:00Z", "3 2026-01-03T12:00:00Z", "4 2026-01-04T12:00:00Z",
            "4 2026-01-05T12:00:00Z"], steps.Select(step => $"{step.GetProperty("sequence")} {step.GetProperty("at")}"));
        var answers = new HashSet<string>();
        foreach (var step in steps)
        {
            using var then = JsonDocument.Parse(await past.Then[step.GetProperty("sequence").GetInt32() - 1].AskAsync(
                $"{{ of: books({where} first: 0) {{ {Numbers} }} }}"));
            var expected = then.RootElement.GetProperty("data").GetProperty("of");
            Assert.Equal(expected.GetProperty("aggregate").GetRawText(), step.GetProperty("aggregate").GetRawText());
            Assert.Equal(expected.GetProperty("dear").GetRawText(), step.GetProperty("dear").GetRawText());
            answers.Add(expected.GetRawText());
        }

        Assert.True(answers.Count > 2);
    }

    [Fact]
    public async Task Below_rows_each_owner_has_its_own()
    {
        var line =
            await DataAsync(
            "{ shelves(first: 1000, where: { code: { nstartsWith: \"new in\" } }) { nodes { code books { timeline(every: DAY, from: " +
            "\"2026-01-01T12:00:00Z\", to: \"2026-01-05T00:00:00Z\") { sequence aggregate { count sum { pages } } } } } } }");
        var shelves = line.GetProperty("shelves").GetProperty("nodes").EnumerateArray().ToList();
        for (var number = 0; number < PastFixture.Changes; number++)
        {
            using var then =
                JsonDocument.Parse(
                await past.Then[number].AskAsync(
                "{ shelves(first: 1000, where: { code: { nstartsWith: \"new in\" } }) { nodes { code books { aggregate { count sum { " +
                "pages } } } } } }"));
            Assert.Equal(
                then.RootElement.GetProperty("data").GetProperty("shelves").GetProperty("nodes").EnumerateArray()
                    .Select(shelf => $"{shelf.GetProperty("code")} {shelf.GetProperty("books").GetProperty("aggregate")}"),
                shelves.Select(shelf =>
                    $"{shelf.GetProperty("code")} {shelf.GetProperty("books").GetProperty("timeline")[number].GetProperty("aggregate")}"));
        }
    }

    [Theory]
    [InlineData("MONTH", "2026-01-31T12:00:00Z", "2026-05-01T00:00:00Z", null, "01-31T12 02-28T12 03-31T12 04-30T12")]
    [InlineData("MONTH", "2026-01-31T16:00:00Z", "2026-04-01T00:00:00Z", "Asia/Shanghai", "01-31T16 02-28T16 03-31T16")]
    [InlineData("MONTH", "2026-03-01T00:00:00+01:00", "2026-05-01T00:00:00Z", "Europe/Berlin", "02-28T23 03-31T22 04-30T22")]
    [InlineData("WEEK", "2026-02-20T00:00:00Z", "2026-03-06T00:00:00Z", null, "02-20T00 02-27T00 03-06T00")]
    [InlineData("QUARTER", "2026-01-05T00:00:00Z", "2026-09-01T00:00:00Z", null, "01-05T00 04-05T00 07-05T00")]
    [InlineData("HALF", "2026-01-05T00:00:00Z", "2026-09-01T00:00:00Z", null, "01-05T00 07-05T00")]
    [InlineData("YEAR", "2026-01-05T00:00:00Z", "2026-09-01T00:00:00Z", null, "01-05T00")]
    public async Task Periods_are_those_of_the_calendar_in_the_zone(string every, string from, string to, string? zone, string expected)
    {
        using var answer = JsonDocument.Parse(await past.Now.AskAsync(
            "query ($every: DateTruncation!, $from: DateTime!, $to: DateTime!, $zone: String) { of: books(first: 0) { timeline(every: " +
            "$every, from: $from, to: $to, timeZone: $zone) { at __typename } } }", new { every, from, to, zone }));
        var steps = answer.RootElement.GetProperty("data").GetProperty("of").GetProperty("timeline").EnumerateArray();
        Assert.Equal(expected, string.Join(' ', steps.Select(step => step.GetProperty("at").GetString()![5..13])));
    }

    [Theory]
    [InlineData("every: DAY, from: \"2026-01-03T00:00:00Z\", to: \"2026-01-02T00:00:00Z\"", "TIMELINE_OUT_OF_RANGE")]
    [InlineData("every: DAY, from: \"2024-01-03T00:00:00Z\", to: \"2026-01-02T00:00:00Z\"", "TIMELINE_OUT_OF_RANGE")]
    [InlineData("every: DAY, from: \"0001-01-01T00:00:00Z\", to: \"9999-12-31T23:59:59Z\"", "TIMELINE_OUT_OF_RANGE")]
    [InlineData("every: DAY, from: \"2026-01-03T00:00:00Z\", to: \"2026-01-04T00:00:00Z\", timeZone: \"Asia/Peking\"", "TIME_ZONE_INVALID")]
    public async Task What_is_no_time_line_is_refused_with_its_place(string arguments, string code)
    {
        using var answer = JsonDocument.Parse(await past.Now.AskAsync($"{{ books {{ timeline({arguments}) {{ at }} }} }}"));
        var error = answer.RootElement.GetProperty("errors")[0];
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(1, error.GetProperty("locations")[0].GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task Before_the_first_change_there_is_nothing()
    {
        var data = await DataAsync($$"""
            { books {
                early: timeline(every: DAY, from: "2025-12-30T12:00:00Z", to: "2026-01-03T00:00:00Z") { at sequence {{Numbers}} }
                long: timeline(every: YEAR, from: "1949-10-01T00:00:00+08:00", to: "2026-01-02T12:00:00Z") { sequence aggregate { count } }
                aggregate { count } nothing: aggregate(where: { id: { in: [] } }) { count sum { pages plates } min { title } max { shelf { boards } } valueCount { plates } }
              }
              shelves(first: 3) { nodes { books { timeline(every: DAY, from: "2025-12-31T12:00:00Z", to: "2026-01-02T00:00:00Z") { sequence aggregate { count } } } } } }
            """);
        var early = data.GetProperty("books").GetProperty("early").EnumerateArray().ToList();
        Assert.Equal(["0 2025-12-30T12:00:00Z", "0 2025-12-31T12:00:00Z", "1 2026-01-01T12:00:00Z", "2 2026-01-02T12:00:00Z"],
            early.Select(step => $"{step.GetProperty("sequence")} {step.GetProperty("at")}"));
        Assert.All(early[..2], step =>
            Assert.Equal(data.GetProperty("books").GetProperty("nothing").GetRawText(), step.GetProperty("aggregate").GetRawText()));
        Assert.True(early[2].GetProperty("aggregate").GetProperty("count").GetInt32() > 0);
        Assert.Equal(77, data.GetProperty("books").GetProperty("long").GetArrayLength());
        foreach (var shelf in data.GetProperty("shelves").GetProperty("nodes").EnumerateArray())
        {
            var steps = shelf.GetProperty("books").GetProperty("timeline");
            Assert.Equal("""{"sequence":0,"aggregate":{"count":0}}""", steps[0].GetRawText());
            Assert.Equal(1, steps[1].GetProperty("sequence").GetInt32());
        }
    }

    [Theory]
    [InlineData("2026-01-04T11:59:59Z", "2026-01-02T12:00:00Z", "2300-01-01T00:00:00Z", 2)]
    [InlineData("2026-01-04T12:00:00Z", "2026-01-02T12:00:00Z", "9999-12-31T23:59:59Z", 3)]
    [InlineData("2026-01-04T12:00:00Z", "2026-01-04T12:00:01Z", "2026-01-09T00:00:00Z", 0)]
    [InlineData("2026-01-04T12:00:00Z", "9999-12-31T00:00:00Z", "9999-12-31T23:59:59Z", 0)]
    public async Task After_the_present_there_is_none(string now, string from, string to, int count)
    {
        var (answer, _) = await AskAtAsync(now, from, to);
        Assert.Equal(Enumerable.Range(0, count).Select(day => $"2026-01-{2 + day:00}T12:00:00Z"), answer.GetProperty("data")
            .GetProperty("books").GetProperty("timeline").EnumerateArray().Select(step => step.GetProperty("at").GetString()));
    }

    [Fact]
    public async Task An_answer_that_the_present_ends_has_another_tag_when_the_next_instant_has_come()
    {
        const string From = "2026-01-02T12:00:00Z", Later = "2300-01-01T00:00:00Z";
        var tags = new List<string>();
        foreach (var now in (string[])["2026-01-03T13:00:00Z", "2026-01-04T11:00:00Z", "2026-01-04T13:00:00Z"])
        {
            tags.Add((await AskAtAsync(now, From, Later)).Tag);
        }

        Assert.Equal((true, false), (tags[0] == tags[1], tags[1] == tags[2]));
        Assert.Equal((await AskAtAsync("2026-01-04T13:00:00Z", From, From)).Tag,
            (await AskAtAsync("2027-01-04T13:00:00Z", From, From)).Tag);
    }

    [Fact]
    public async Task A_stamped_answer_does_not_end_with_the_present()
    {
        var refused = await Assert.ThrowsAsync<RequestErrorException>(
            () => AskAtAsync("2026-01-04T13:00:00Z", "2026-01-02T12:00:00Z", "2026-01-06T00:00:00Z", isStamped: true));
        Assert.Equal("AS_OF_IN_FUTURE", refused.Errors[0].Code.Name);
        Assert.NotEmpty((await AskAtAsync("2026-01-06T13:00:00Z", "2026-01-02T12:00:00Z", "2026-01-06T00:00:00Z", isStamped: true)).Tag);
    }

    private async Task<(JsonElement Answer, string Tag)> AskAtAsync(string now, string from, string to, bool isStamped = false)
    {
        var clock = new ChangeClock(new SetTime(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)));
        using var engine = new QueryEngine(past.Database.Open, past.Database.OpenPast, [new CatalogueCards()], new EngineOptions(), clock);
        using var body = new MemoryStream();
        var output = PipeWriter.Create(body, new StreamPipeWriterOptions(leaveOpen: true));
        var tag = string.Empty;
        var request = new QueryRequest($"{{ books {{ timeline(every: DAY, from: \"{from}\", to: \"{to}\") {{ at }} }} }}", null,
            default)
        { Role = "admin", IsStamped = isStamped };
        await engine.RunAsync(engine.Prepare(request), output, head => tag = head.StateTag, CancellationToken.None);
        await output.CompleteAsync();
        return (JsonElement.Parse(body.ToArray()), tag);
    }

    private async Task<JsonElement> DataAsync(string document)
    {
        var answer = await past.Now.AskAsync(document);
        Assert.StartsWith("{\"data\"", answer, StringComparison.Ordinal);
        using var parsed = JsonDocument.Parse(answer);
        return parsed.RootElement.GetProperty("data").Clone();
    }

    private sealed class SetTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
