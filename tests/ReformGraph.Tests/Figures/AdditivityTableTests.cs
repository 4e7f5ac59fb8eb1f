using System.Text.Json;
using ReformGraph.Tests.Checks;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Figures;

/// <summary>Two figures of one indicator, in every combination of role, unit, place and time: what has a sum or an average.</summary>
public sealed class AdditivityTableTests(FigurePairs pairs) : IClassFixture<FigurePairs>
{
    // A letter for each role of FigurePairs.Roles: s for a sum and an average, a for an average only, - for neither.
    [Theory]
    [InlineData("counties-on-one-day", "sssssss")]
    [InlineData("counties-without-days", "sssssss")]
    [InlineData("counties-on-two-days", "-------")]
    [InlineData("counties-one-without-day", "-------")]
    [InlineData("counties-in-one-period", "sssssss")]
    [InlineData("counties-in-two-periods", "-------")]
    [InlineData("counties-in-months-of-no-year", "-------")]
    [InlineData("counties-one-without-period", "-------")]
    [InlineData("townships", "sssssss")]
    [InlineData("county-and-township", "-------")]
    [InlineData("township-and-village", "-------")]
    [InlineData("reports-of-two-days", "a-aaaaa")]
    [InlineData("reports-of-one-day", "-------")]
    [InlineData("reports-without-days", "-------")]
    [InlineData("years", "asaaaaa")]
    [InlineData("quarters", "asaaaaa")]
    [InlineData("half-and-quarter-after-it", "a+aaaaa")]
    [InlineData("year-and-months-of-the-next", "a+aaaaa")]
    [InlineData("year-and-its-half", "a-aaaaa")]
    [InlineData("periods-that-overlap", "a-aaaaa")]
    [InlineData("period-and-the-same-in-another-report", "-------")]
    public async Task Only_what_adds_has_a_sum(string pair, string expected)
    {
        Assert.Equal(expected, string.Concat(await Task.WhenAll(FigurePairs.Roles.Select(role => pairs.MadeAsync(pair, role, "NUMBER")))));
        foreach (var unit in (string[])["PERCENT", "PERSON_PER_TOWNSHIP"])
        {
            Assert.Equal(new string('-', expected.Length),
                string.Concat(await Task.WhenAll(FigurePairs.Roles.Select(role => pairs.MadeAsync(pair, role, unit)))));
        }
    }
}

/// <summary>A server with pairs of figures.</summary>
public sealed class FigurePairs : IAsyncLifetime
{
    public static readonly IReadOnlyList<string> Roles = ["LEVEL", "FLOW", "CUMULATIVE", "CHANGE", "BASELINE", "TARGET", "NEED"];

    // Each report: its county, its day. Each figure: its report, township, village, year, first month, last month.
    private static readonly string[] Reports =
        ["a,qinghe,2023-09-30", "b,qinghe,2024-09-30", "c,qinghe,2024-09-30", "d,qinghe,", "e,qinghe,", "x,county,2023-09-30",
        "y,county,2022-12-31", "z,county,"];

    private static readonly (string Pair, string One, string Other)[] Pairs =
    [
        ("counties-on-one-day", "a,,,,,", "x,,,,,"),
        ("counties-without-days", "d,,,,,", "z,,,,,"),
        ("counties-on-two-days", "a,,,,,", "y,,,,,"),
        ("counties-one-without-day", "a,,,,,", "z,,,,,"),
        ("counties-in-one-period", "a,,,2023,1,9", "y,,,2023,1,9"),
        ("counties-in-two-periods", "a,,,2023,1,9", "x,,,2023,1,10"),
        ("counties-in-months-of-no-year", "d,,,,1,9", "z,,,,1,10"),
        ("counties-one-without-period", "a,,,2023,,", "x,,,,,"),
        ("townships", "a,qh-town,,,,", "a,qh-other-town,,,,"),
        ("county-and-township", "a,,,,,", "a,qh-town,,,,"),
        ("township-and-village", "a,qh-town,,,,", "a,qh-other-town,qh-village,,,"),
        ("reports-of-two-days", "a,,,,,", "b,,,,,"),
        ("reports-of-one-day", "b,,,,,", "c,,,,,"),
        ("reports-without-days", "d,,,,,", "e,,,,,"),
        ("years", "a,,,2022,,", "b,,,2023,,"),
        ("quarters", "a,,,2023,1,3", "a,,,2023,4,6"),
        ("half-and-quarter-after-it", "a,,,2023,1,6", "a,,,2023,7,9"),
        ("year-and-months-of-the-next", "a,,,2022,,", "a,,,2023,1,9"),
        ("year-and-its-half", "a,,,2023,,", "a,,,2023,7,12"),
        ("periods-that-overlap", "a,,,2023,1,6", "a,,,2023,4,9"),
        ("period-and-the-same-in-another-report", "a,,,2023,1,6", "b,,,2023,1,6"),
    ];

    private static readonly (string Unit, string Wording)[] Units =
        [("NUMBER", "9个"), ("PERCENT", "9.5%"), ("PERSON_PER_TOWNSHIP", "9人")];

    private WriteServer server = null!;

    public async Task InitializeAsync()
    {
        server = await WriteServer.StartAsync();
        await SecondCounty.LoadAsync(server.Database);
        List<(string Code, string Report, string Row)> figures = [.. from pair in Pairs
            from unit in Units
            from role in Roles
            from figure in new[] { pair.One, pair.Other }.Index()
            let parts = figure.Item.Split(',', 2)
            let code = $"{pair.Pair}-{unit.Unit}-{role}-{figure.Index}"
            select (code, parts[0], $"{code},{parts[0]},pair-{pair.Pair}-{unit.Unit},OTHER,{role},{unit.Unit},{unit.Wording}," +
                $"{(role == "CHANGE" ? "UP" : "")},{CountyOf(parts[0])},F-{code},{parts[1]}")];
        await SecondCounty.LoadAsync(server.Database,
        [
            ("reports", "code,county,asAt,titleZh,titleEn,sha256\n" + string.Join('\n',
                Reports.Select((report, at) => $"{report},报告,A report,{new string((char)('2' + at), 64)}"))),
            ("indicators", "code,nameZh,nameEn,definition\n" + string.Join('\n', Pairs.SelectMany(pair => Units.Select(unit =>
                $"pair-{pair.Pair}-{unit.Unit},一对,A pair,As named.")))),
            ("locators", "code,report,section,paragraph,start,length,sentenceSha256\n" + string.Join('\n',
                figures.Select((figure, at) => $"F-{figure.Code},{figure.Report},一,1,{at * 10},2,{new string('1', 64)}"))),
            ("figures",
                "code,report,indicator,theme,role,unit,wording,direction,county,locator,township,village,year,firstMonth,lastMonth\n" +
                string.Join('\n', figures.Select(figure => figure.Row))),
        ]);
    }

    public Task DisposeAsync() => server.DisposeAsync().AsTask();

    /// <summary>What a pair of figures has: s for a sum and an average, + for a sum only, a for an average only, - for neither.</summary>
    internal async Task<char> MadeAsync(string pair, string role, string unit)
    {
        var answer = await server.SendAsync($$"""
            {
              figures(where: { indicator: { code: { eq: "pair-{{pair}}-{{unit}}" } } role: { eq: {{role}} } }) {
                totalCount aggregate { quantity { sum { value } avg { value } } }
              }
            }
            """);
        var figures = answer.GetProperty("data").GetProperty("figures");
        Assert.Equal(2, figures.GetProperty("totalCount").GetInt32());
        var quantity = figures.GetProperty("aggregate").GetProperty("quantity");
        var (sum, average) = (IsGiven("sum"), IsGiven("avg"));
        Assert.Equal((sum ? 0 : 1) + (average ? 0 : 1),
            answer.TryGetProperty("errors", out var errors) ? errors.EnumerateArray().Count(error => error.GetProperty("extensions")
                .GetProperty("code").GetString() is "QUANTITIES_NOT_ADDITIVE" or "QUANTITIES_DIFFER") : 0);
        return (sum, average) switch
        {
            (true, true) => 's',
            (true, false) => '+',
            (false, true) => 'a',
            _ => '-',
        };

        bool IsGiven(string name) => quantity.GetProperty(name).ValueKind is not JsonValueKind.Null;
    }

    private static string CountyOf(string report) => Reports.Single(row => row.StartsWith(report, StringComparison.Ordinal)).Split(',')[1];
}
