using System.Text.Json;
using ReformGraph.Tests.Checks;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Figures;

/// <summary>What does not add over reports, periods, places and rates has no sum, and a rate from which a base was derived is no
/// finding.</summary>
public sealed class AdditivityTests(TwoCounties counties) : IClassFixture<TwoCounties>
{
    [Theory]
    [InlineData("indicator: { code: { eq: \"tasks\" } } unit: { eq: ITEM } report: { code: { neq: \"later-report\" } }", "197")]
    [InlineData("indicator: { code: { eq: \"tasks\" } } unit: { eq: ITEM } report: { county: { code: { eq: \"county\" } } }", null)]
    [InlineData("indicator: { code: { eq: \"tasks\" } } unit: { eq: ITEM }", null)]
    [InlineData("indicator: { code: { eq: \"satisfaction\" } } role: { eq: LEVEL }", null)]
    [InlineData("indicator: { code: { eq: \"satisfaction\" } } role: { eq: LEVEL } county: { code: { eq: \"qinghe\" } }", "98.6")]
    [InlineData("indicator: { code: { eq: \"service-staff-per-township\" } } role: { eq: LEVEL }", null)]
    [InlineData("indicator: { code: { eq: \"complaints\" } } unit: { eq: PER_MILLE }", null)]
    [InlineData("indicator: { code: { eq: \"complaints\" } } unit: { eq: PER_UNIT }", null)]
    [InlineData("indicator: { code: { eq: \"complaints\" } } unit: { eq: PERSON_TIME }", "500")]
    [InlineData("indicator: { addsTo: { code: { eq: \"risk-villages\" } } }", null)] // high in both reports
    [InlineData("indicator: { addsTo: { code: { eq: \"risk-villages\" } } } report: { code: { neq: \"later-report\" } }", "123")]
    [InlineData("indicator: { code: { eq: \"output-value\" } }", null)] // a county and a village
    [InlineData("code: { in: [\"matters-2022\", \"matters-2023\"] }", "300")]
    [InlineData("code: { in: [\"matters-2023\", \"matters-until-june\"] }", null)] // the second is part of the first
    [InlineData("code: { in: [\"matters-2022\", \"service-matters-handled\"] }", null)] // whose year is not stated
    [InlineData("code: { in: [\"matters-undated\", \"service-matters-handled\"] }", null)]
    public async Task Only_what_adds_has_a_sum(string where, string? sum)
    {
        var answer = await counties.Server.SendAsync(
            $"{{ figures(where: {{ {where} }}) {{ aggregate {{ quantity {{ sum {{ value }} }} }} }} }}");
        Assert.Equal(sum is null ? "null" : $$"""{"value":{{sum}}}""", Quantity(answer).GetProperty("sum").GetRawText());
        if (sum is null)
        {
            Assert.Contains(Error(answer).GetProperty("code").GetString(), (string[])["QUANTITIES_NOT_ADDITIVE", "QUANTITIES_DIFFER"]);
        }
    }

    [Fact]
    public async Task Percentages_have_no_average_without_their_weights()
    {
        var answer = await counties.Server.SendAsync("""
            {
              figures(where: { indicator: { code: { eq: "satisfaction" } } role: { eq: LEVEL } }) {
                aggregate { quantity { avg { value } } }
              }
            }
            """);
        Assert.Equal(JsonValueKind.Null, Quantity(answer).GetProperty("avg").ValueKind);
        Assert.Equal("QUANTITIES_NOT_ADDITIVE", Error(answer).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_sum_over_an_area_and_its_part_names_what_differs()
    {
        var answer = await counties.Server.SendAsync(
            """{ figures(where: { indicator: { code: { eq: "output-value" } } }) { aggregate { quantity { sum { value } } } } }""");
        Assert.Equal("""["township","village"]""", Error(answer).GetProperty("fields").GetRawText());
    }

    [Theory]
    [InlineData("qh-complaints", "county")]
    [InlineData("complaints-half", "period")]
    public async Task A_change_to_another_place_or_to_a_part_of_a_year_names_what_differs(string level, string field)
    {
        var answer = await counties.Server.SendAsync($$"""
            {
              figures(where: { code: { in: ["complaints-before", "{{level}}"] } }) {
                aggregate { quantity { change { difference { value } } } }
              }
            }
            """);
        Assert.Equal(JsonValueKind.Null, Quantity(answer).GetProperty("change").ValueKind);
        Assert.Equal(("QUANTITIES_DIFFER", $"[\"{field}\"]"),
            (Error(answer).GetProperty("code").GetString(), Error(answer).GetProperty("fields").GetRawText()));
    }

    [Fact]
    public async Task A_base_after_a_fall_is_above_the_present_and_its_rate_is_no_finding()
    {
        var answer = await counties.Server.SendAsync("""
            {
              figures(where: { code: { in: ["complaints", "complaints-before", "complaints-change"] } }) {
                nodes { code value lower upper direction }
                aggregate {
                  quantity {
                    change { baseline { value lower upper } difference { value } ratio { value } percentage { value } derivedFrom }
                  }
                }
                groups(by: [{ unit: {} }]) { nodes { aggregate { quantity { change { derivedFrom } } } } }
              }
            }
            """);
        var figures = answer.GetProperty("data").GetProperty("figures");
        Assert.Equal(
            [
                """{"code":"complaints","value":56000,"lower":55500,"upper":56500,"direction":null}""",
                """{"code":"complaints-change","value":-3.2,"lower":-3.25,"upper":-3.15,"direction":"DOWN"}""",
                """{"code":"complaints-before","value":57851,"lower":57306,"upper":58398,"direction":null}""",
            ],
            figures.GetProperty("nodes").EnumerateArray().Select(node => node.GetRawText()));
        Assert.Equal(
            """{"baseline":{"value":57851,"lower":57306,"upper":58398},"difference":{"value":-1851},"ratio":null""" +
            ""","percentage":null,"derivedFrom":"complaints-change"}""",
            Quantity(answer).GetProperty("change").GetRawText());
        Assert.Contains("complaints-change", figures.GetProperty("groups").GetRawText(), StringComparison.Ordinal);
    }

    private static JsonElement Quantity(JsonElement answer) =>
        answer.GetProperty("data").GetProperty("figures").GetProperty("aggregate").GetProperty("quantity");

    private static JsonElement Error(JsonElement answer) => Assert.Single(answer.GetProperty("errors").EnumerateArray())
        .GetProperty("extensions");
}

/// <summary>A server with two counties, and two reports of the first.</summary>
public sealed class TwoCounties : IAsyncLifetime
{
    private static readonly string[] Figures =
    [
        "later-tasks,later-report,tasks,REFORM_TASKS,LEVEL,ITEM,154项,,,,,,county",
        "later-high,later-report,high-risk-villages,RISK_VILLAGES,CUMULATIVE,NUMBER,9个,,,,,,county",
        "qh-satisfaction,qinghe-report,satisfaction,CONVENIENCE_SERVICES,LEVEL,PERCENT,98.6%,,,,,,qinghe",
        "qh-staff,qinghe-report,service-staff-per-township,CONVENIENCE_SERVICES,LEVEL,PERSON_PER_TOWNSHIP,6人,,,,,,qinghe",
        "county-output,later-report,output-value,INDUSTRY,FLOW,YUAN,2亿元,,,,,,county",
        "matters-2022,later-report,service-matters-handled,CONVENIENCE_SERVICES,FLOW,MATTER,100件,,,2022,,,county",
        "matters-2023,later-report,service-matters-handled,CONVENIENCE_SERVICES,FLOW,MATTER,200件,,,2023,,,county",
        "matters-until-june,later-report,service-matters-handled,CONVENIENCE_SERVICES,FLOW,MATTER,90件,,,2023,1,6,county",
        "matters-undated,later-report,service-matters-handled,CONVENIENCE_SERVICES,FLOW,MATTER,70件,,,,1,10,county",
        "complaint-rate,later-report,complaints,CONVENIENCE_SERVICES,LEVEL,PER_MILLE,3.2‰,,,,,,county",
        "qh-complaint-rate,qinghe-report,complaints,CONVENIENCE_SERVICES,LEVEL,PER_MILLE,2.1‰,,,,,,qinghe",
        "complaint-cost,later-report,complaints,CONVENIENCE_SERVICES,TARGET,PER_UNIT,500元/件,,,,,,county",
        "qh-complaint-cost,qinghe-report,complaints,CONVENIENCE_SERVICES,TARGET,PER_UNIT,300元/件,,,,,,qinghe",
        "complainants,later-report,complaints,CONVENIENCE_SERVICES,CUMULATIVE,PERSON_TIME,300人次,,,,,,county",
        "qh-complainants,qinghe-report,complaints,CONVENIENCE_SERVICES,CUMULATIVE,PERSON_TIME,200人次,,,,,,qinghe",
        "complaints,later-report,complaints,CONVENIENCE_SERVICES,FLOW,MATTER,5.6万件,,,2023,,,county",
        "complaints-half,later-report,complaints,CONVENIENCE_SERVICES,FLOW,MATTER,3.1万件,,,2023,1,6,county",
        "qh-complaints,qinghe-report,complaints,CONVENIENCE_SERVICES,FLOW,MATTER,90件,,,2023,,,qinghe",
        "complaints-change,later-report,complaints,CONVENIENCE_SERVICES,GROWTH_RATE,PERCENT,3.2%,DOWN,,2023,,,county",
        "complaints-before,later-report,complaints,CONVENIENCE_SERVICES,BASELINE,MATTER,,,LEVEL_BEFORE_GROWTH,2022,,,county",
    ];

    internal WriteServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var hash = new string('1', 64);
        var stated = Figures.Select(figure => figure.Split(',')).Where(figure => figure[6].Length > 0)
            .ToDictionary(figure => figure[0], figure => $"F-{figure[0]},{figure[1]},一,1,{figure[0].Length},{figure[6].Length},{hash}");
        Server = await WriteServer.StartAsync();
        await SecondCounty.LoadAsync(Server.Database);
        await SecondCounty.LoadAsync(Server.Database,
        [
            ("reports", $"code,titleZh,titleEn,county,sha256\nlater-report,后一份报告,A later report,county,{hash}\n"),
            ("indicators", "code,nameZh,nameEn,definition\ncomplaints,投诉,Complaints,As named.\n"),
            ("locators", $"code,report,section,paragraph,start,length,sentenceSha256\n{string.Join('\n', stated.Values)}\n"),
            ("figures",
                "code,report,indicator,theme,role,unit,wording,direction,derivation,year,firstMonth,lastMonth,county,locator\n" +
                string.Join('\n', Figures.Select(row => $"{row},{stated.GetValueOrDefault(row.Split(',')[0])?.Split(',')[0]}"))),
            ("figure-inputs",
                "figure,position,input\ncomplaints-before,1,complaints\ncomplaints-before,2,complaints-change\n"),
        ]);
    }

    public Task DisposeAsync() => Server.DisposeAsync().AsTask();
}
