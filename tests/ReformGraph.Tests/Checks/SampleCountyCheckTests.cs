using System.Text.Json;
using ReformGraph.Settings;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Import;
using ReformGraph.Tests.Reports;
using Xunit;

namespace ReformGraph.Tests.Checks;

/// <summary>The report and the registers of the sample county disagree where its key says so, and nowhere else.</summary>
public sealed class SampleCountyCheckTests(SampleRegisters registers) : IClassFixture<SampleRegisters>
{
    private static readonly Dictionary<string, string> Collections = new()
    {
        ["risk-villages.xlsx"] = "riskVillages",
        ["asset-handovers.xlsx"] = "assetHandovers",
        ["facilities.xlsx"] = "facilityConsolidations",
        ["reform-tasks.xlsx"] = "reformTasks",
    };

    [Fact]
    public async Task Its_deliberate_contradictions_are_found_and_no_others()
    {
        await using var server = await RunningServer.StartAsync(
            new ReformGraphOptions { Url = "http://127.0.0.1:0", Database = new() { File = registers.File } });
        var ties = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(SampleRegisters.Folder, "contradictions.json")))
            .GetProperty("ties").EnumerateArray().Select(Tie.Read).ToList();
        var report = (await AskAsync(server, $$"""
            mutation {
              addReport(input: {
                change: { kind: CORRECTION, reason: "The report." }, county: "990101"
                text: {{JsonSerializer.Serialize(await File.ReadAllTextAsync(SampleReport.Text))}}
                figures: [{{string.Join(' ', ties.Select(tie => tie.Figure))}}]
              }) {
                report { code figures(first: 50) { nodes { code unit indicator { code } } } }
                errors { ... on Error { message } }
              }
            }
            """)).GetProperty("addReport");
        Assert.Equal(JsonValueKind.Null, report.GetProperty("errors").ValueKind);
        var code = report.GetProperty("report").GetProperty("code").GetString();
        var figures = report.GetProperty("report").GetProperty("figures").GetProperty("nodes").EnumerateArray()
            .ToDictionary(figure => figure.GetProperty("indicator").GetProperty("code").GetString()!,
                figure => (Code: figure.GetProperty("code").GetString()!, Unit: figure.GetProperty("unit").GetString()!));
        var batch = (await AskAsync(server, $$"""
            mutation {
              batch(input: { change: { kind: CORRECTION, reason: "The ties." }, operations: [
                {{string.Join('\n', ties.Select(tie => tie.Check(code!, figures[tie.Indicator])))}}
              ] }) { errors { ... on Error { message } } }
            }
            """)).GetProperty("batch");
        Assert.Equal(JsonValueKind.Null, batch.GetProperty("errors").ValueKind);

        var checks = await ResultsAsync(server, code!);
        Assert.Equal(ties.Select(tie => tie.Result).Order(StringComparer.Ordinal), checks.Order(StringComparer.Ordinal));
        Assert.Equal(2, ties.Count(tie => tie.Result.Contains(" NOT_RECONCILED ", StringComparison.Ordinal)));
        await CheckFirstCountyAsync(server);
    }

    private static async Task CheckFirstCountyAsync(RunningServer server)
    {
        var others = await AskAsync(server, """
            { checks(where: { report: { county: { code: { eq: "county" } } }, status: { eq: NOT_RECONCILED } }, order: [{ code: ASC }]) {
              nodes { code } } }
            """);
        Assert.Equal(["health-centres-equal-service-centres", "local-matters-sum", "rows-townships", "rows-villages"],
            others.GetProperty("checks").GetProperty("nodes").EnumerateArray().Select(check => check.GetProperty("code").GetString()));
    }

    private static async Task<IEnumerable<string>> ResultsAsync(RunningServer server, string report) => (await AskAsync(server, $$"""
        { checks(first: 50, where: { report: { code: { eq: "{{report}}" } } }) { nodes { code status expected actual } } }
        """)).GetProperty("checks").GetProperty("nodes").EnumerateArray().Select(check =>
        $"{check.GetProperty("code")} {check.GetProperty("status")} {check.GetProperty("expected")} {check.GetProperty("actual")}");

    private static async Task<JsonElement> AskAsync(RunningServer server, string query)
    {
        using var response = await server.PostAsync(JsonSerializer.Serialize(new { query }));
        return JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("data");
    }

    /// <summary>A figure of the report, and the rows that it counts.</summary>
    private sealed record Tie(string Indicator, string Figure, string Rows, string Result)
    {
        public static Tie Read(JsonElement tie)
        {
            string Text(string member) => tie.GetProperty(member).GetString()!;
            var wording = Text("wording");
            var field = tie.GetProperty("field").GetString() is { } named ? SampleRegisterTests.Named(named) : "";
            var rows = Collections[Text("file")] + Text("measure") switch
            {
                "rowCount" => string.Empty,
                "count" => $"({field}: {SampleRegisterTests.Named(Text("member"))})",
                "distinct" => $" {{ countDistinct {{ {field} }} }}",
                var measure => $" {{ {measure} {{ {field} }} }}",
            };
            return new(Text("figure"),
                $"{{ start: {tie.GetProperty("offset")}, length: {wording.EnumerateRunes().Count()}, " +
                $"wording: \"{wording}\", indicator: \"{Text("figure")}\", role: LEVEL }}",
                rows,
                $"{Text("figure")} {(tie.GetProperty("holds").GetBoolean() ? "HOLDS" : "NOT_RECONCILED")} {Text("reportValue")} " +
                Text("registerValue"));
        }

        public string Check(string report, (string Code, string Unit) figure) => $$"""
            { createCheck: { code: "{{Indicator}}", report: "{{report}}", theme: OTHER, rule: "They agree.", explanation: "A tie.",
              relation: EQUAL, unit: {{figure.Unit}}, expectedBy: SAME_AS, rows: {{JsonSerializer.Serialize(Rows)}} } }
            { createCheckInput: { check: "{{Indicator}}", side: EXPECTED, position: 1, figure: "{{figure.Code}}" } }
            """;
    }
}
