using System.Text.Json;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.Checks;

/// <summary>The registers hold what the report counts, seen as a client sees it. No number stands here twice:
/// each is a figure's value.</summary>
public sealed class RegisterCountTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly string[] Registers = ["reformTasks", "facilityConsolidations", "assetHandovers", "riskVillages"];

    [Fact]
    public async Task Each_register_has_as_many_rows_as_the_figures_that_prove_them_add_up_to()
    {
        var counts = string.Join(' ', Registers.Select(register => $"{register} {{ totalCount }}"));
        var data = await AskAsync($"{{ {counts} figures(first: 100) {{ nodes {{ code value {counts} }} }} }}");
        foreach (var register in Registers)
        {
            var proving = Nodes(data, "figures").Where(figure => Total(figure, register) > 0).ToList();
            Assert.NotEmpty(proving);
            Assert.All(proving, figure => Assert.Equal(Value(figure), Total(figure, register)));
            Assert.Equal(proving.Sum(Value), Total(data, register));
        }
    }

    [Fact]
    public async Task Every_check_that_counts_rows_is_repeated_by_asking_for_them()
    {
        var data =
            await AskAsync("{ checks(first: 100, where: { rows: { neq: null } }) { totalCount nodes { rows actual expected status } } }");
        Assert.NotEmpty(Nodes(data, "checks"));
        foreach (var check in Nodes(data, "checks"))
        {
            var rows = await AskAsync($"{{ rows: {Filtered(check.GetProperty("rows").GetString()!)} {{ totalCount }} }}");
            Assert.Equal(check.GetProperty("actual").GetDecimal(), Total(rows, "rows"));
            Assert.Equal(check.GetProperty("expected").GetDecimal() == Total(rows, "rows") ? "HOLDS" : "NOT_RECONCILED",
                check.GetProperty("status").GetString());
        }
    }

    [Fact]
    public async Task The_levels_of_risk_add_up_to_the_villages_at_risk()
    {
        var data = await AskAsync(
            """
            {
              all: riskVillages { totalCount }
              high: riskVillages(where: { level: { eq: HIGH } }) { totalCount }
              medium: riskVillages(where: { level: { eq: MEDIUM } }) { totalCount }
              low: riskVillages(where: { level: { eq: LOW } }) { totalCount }
              stated: figureByCode(code: "risk-villages") { value }
            }
            """);
        Assert.Equal(Value(data.GetProperty("stated")), Total(data, "all"));
        Assert.Equal(Total(data, "all"), Total(data, "high") + Total(data, "medium") + Total(data, "low"));
    }

    [Theory]
    [InlineData("reformTasks")]
    [InlineData("facilityConsolidations")]
    [InlineData("assetHandovers")]
    [InlineData("riskVillages")]
    [InlineData("figures")]
    [InlineData("initiatives")]
    [InlineData("checks")]
    public async Task Walking_the_pages_gives_every_row_once(string collection)
    {
        var codes = new List<string>();
        var after = "null";
        bool more;
        do
        {
            var data =
                await AskAsync(
                $"{{ page: {collection}(first: 97, after: {after}, order: {{ code: DESC }}) {{ totalCount nodes {{ code }} pageInfo {{ " +
                $"hasNextPage endCursor }} }} }}");
            codes.AddRange(Nodes(data, "page").Select(node => node.GetProperty("code").GetString()!));
            var info = data.GetProperty("page").GetProperty("pageInfo");
            (more, after) = (info.GetProperty("hasNextPage").GetBoolean(), info.GetProperty("endCursor").GetRawText());
            Assert.Equal(!more, codes.Count == Total(data, "page"));
        }
        while (more);

        Assert.Equal(codes.Distinct().OrderDescending(StringComparer.Ordinal), codes);
    }

    /// <summary>From riskVillages(level: HIGH), as a check writes it, to riskVillages(where: { level: { eq: HIGH } }); a value in
    /// lower case is the code of a row that is referred to.</summary>
    private static string Filtered(string rows)
    {
        var parts = rows.TrimEnd(')').Split('(');
        var conditions = parts.Length == 1
            ? [] : parts[1].Split(", ").Select(term => term.Split(": "))
                .Select(term => char.IsLower(term[1][0])
                    ? $"{term[0]}: {{ code: {{ eq: \"{term[1]}\" }} }}" : $"{term[0]}: {{ eq: {term[1]} }}");
        return $"{parts[0]}(where: {{ {string.Join(' ', conditions)} }})";
    }

    private async Task<JsonElement> AskAsync(string query)
    {
        using var response = await server.PostAsync(JsonSerializer.Serialize(new { query }));
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("data");
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement data, string collection) =>
        data.GetProperty(collection).GetProperty("nodes").EnumerateArray();

    private static decimal Total(JsonElement data, string collection) =>
        data.GetProperty(collection).GetProperty("totalCount").GetDecimal();

    private static decimal Value(JsonElement figure) => figure.GetProperty("value").GetDecimal();
}
