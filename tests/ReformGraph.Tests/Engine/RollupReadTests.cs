using System.Text.Json.Nodes;
using ReformGraph.Engine.Settings;
using Xunit;

namespace ReformGraph.Tests.Engine;

/// <summary>What is read from a rollup is what the rows give, and only what a rollup has is read from one.</summary>
[Trait("Kind", "exhaustive")]
public sealed class RollupReadTests(RollupReadTests.Engines engines) : IClassFixture<RollupReadTests.Engines>
{
    private static readonly string[] Conditions =
    [
        "", "", "where: { wear: { eq: GOOD } }", "where: { lending: { in: [LONG_LOAN, SHORT_LOAN] } }",
            "where: { or: [{ wear: { eq: null } }, { lending: { neq: LONG_LOAN } }] }",
        "where: { shelf: { room: { neq: null } } }", "where: { pages: { gt: 100 } }",
            "where: { shelf: { parts: { some: { boards: { gt: 1 } } } } }", "where: { editor: { id: { in: [\"1\", \"2\", \"3\"] } } }",
    ];

    private static readonly string[] Keys = ["lending: {}", "wear: {}", "shelf: { id: {} }", "shelf: { code: {} }",
        "shelf: { boards: { boundaries: [1, 3] } }", "editor: { name: {} }", "author: { id: {} }"];

    private static readonly string[] Numbers =
    [
        "count", "sum { pages plates }", "avg { pages price }", "valueCount { wear plates title }", "countDistinct { lending wear }",
            "min { wear }", "max { shelf { room } }", "min { pages }",
    ];

    private static readonly string[] Orders =
    [
        "", "order: [{ aggregate: { count: DESC } }]", "order: [{ aggregate: { sum: { pages: ASC } } }]",
            "order: [{ aggregate: { avg: { plates: DESC } } }]",
        "order: [{ aggregate: { where: { wear: { eq: GOOD } }, count: DESC } }]",
            "order: [{ aggregate: { countDistinct: { wear: ASC } } }]",
    ];

    private static readonly string[] Havings =
    [
        "", "", "having: { count: { gt: 2 } }", "having: { sum: { pages: { gte: 1000 } } }",
            "having: { or: [{ avg: { plates: { lt: 15 } } }, { valueCount: { plates: { eq: 0 } } }] }",
            "having: { where: { lending: { eq: LONG_LOAN } }, count: { gt: 0 } }",
    ];

    [Theory]
    [InlineData(
        "{ books { totalCount aggregate { count sum { pages } avg { plates } countDistinct { wear } max { lending } } } }", "BooksBy")]
    [InlineData("{ books(where: { wear: { eq: GOOD } }) { totalCount good: aggregate(where: { lending: { eq: LONG_LOAN } }) { count } } }",
        "BooksByLendingWear")]
    [InlineData(
        "{ books { groups(by: [{ wear: {} }, { lending: {} }]) { totalCount nodes { key { wear lending } aggregate { count sum { pages " +
        "plates } avg { price } } } } } }", "BooksByLendingWear")]
    [InlineData(
        "{ books { groups(by: [{ shelf: { code: {} } }, { wear: {} }], order: [{ aggregate: { count: DESC } }], first: 5) { nodes { key " +
        "{ shelf { code } wear } aggregate { count } share { count } } } } }", "BooksByShelfWear")]
    [InlineData(
        "{ books { groups(by: [{ editor: { name: {} } }]) { nodes { key { editor { name } } aggregate { count valueCount { plates } } } " +
        "} } }", "BooksByEditor")]
    [InlineData(
        "{ shelves { nodes { code books { totalCount aggregate { count max { wear } } groups(by: [{ wear: {} }]) { totalCount nodes { " +
        "key { wear } aggregate { count sum { plates } } } } } } } }", "BooksByShelfWear")]
    [InlineData(
        "{ loans { groups(by: [{ remindedOn: { truncate: MONTH } }]) { nodes { key { remindedOn } aggregate { count avg { queued " +
        "daysLate } sum { stars } } } } } }", "LoansByRemindedOnMonthLikedReserved")]
    [InlineData(
        "{ loans { groups(by: [{ remindedOn: { truncate: QUARTER } }, { liked: {} }]) { nodes { key { remindedOn liked } aggregate { " +
        "count } } subtotals { key { remindedOn } aggregate { count } } } } }", "LoansByRemindedOnMonthLikedReserved")]
    public async Task A_rollup_that_has_all_of_it_is_read(string document, string rollup)
    {
        await AssertSameAsync(document);
        Assert.Contains($"\"{rollup}", engines.With.Sql(document), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ books { aggregate { min { pages } } } }")]
    [InlineData("{ books { aggregate { valueCount { subtitle } } } }")]
    [InlineData("{ books { aggregate { sum { textPages } } } }")]
    [InlineData("{ books(where: { title: { contains: \"a\" } }) { totalCount aggregate { count } } }")]
    [InlineData("{ books(where: { loans: { any: true } }) { totalCount } }")]
    [InlineData("{ books { groups(by: [{ title: {} }]) { nodes { aggregate { count } } } } }")]
    [InlineData("{ books { groups(by: [{ lending: {} }]) { nodes { aggregate(where: { pages: { gt: 9 } }) { count } } } } }")]
    [InlineData("{ books { groups(by: [{ lending: {} }], having: { max: { pages: { gt: 9 } } }) { nodes { key { lending } } } } }")]
    [InlineData("{ loans { groups(by: [{ remindedOn: {} }]) { nodes { aggregate { count } } } } }")]
    [InlineData("{ loans { groups(by: [{ remindedOn: { truncate: WEEK } }]) { nodes { aggregate { count } } } } }")]
    [InlineData("{ loans { aggregate { min { remindedOn } } } }")]
    public async Task Anything_else_is_read_from_the_rows(string document)
    {
        await AssertSameAsync(document);
        Assert.DoesNotContain("By", engines.With.Sql(document).Replace("GROUP BY", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Random_groups_are_the_same_with_and_without_rollups()
    {
        var (random, count) = (new Random(5), Exhaustive.Share(80));
        var fromRollups = 0;
        for (var number = 0; number < count; number++)
        {
            var keys = random.GetItems(Keys, random.Next(1, 4)).Distinct().ToList();
            var numbers = string.Join(' ', random.GetItems(Numbers, random.Next(1, 4)).Distinct());
            var document = $$"""
                { books{{InBrackets(random.GetItems(Conditions, 1)[0])}} { totalCount aggregate { {{numbers}} } groups(by: [{{string.Join(", ", keys.Select(key => $"{{ {key} }}"))}}] {{random.GetItems(Havings, 1)[0]}} {{random.GetItems(Orders, 1)[0]}} first: {{random.Next(1, 30)}}) {
                  totalCount pageInfo { hasNextPage endCursor } nodes { aggregate { {{numbers}} } some: aggregate{{InBrackets(random.GetItems(Conditions, 1)[0])}} { {{numbers}} } share(cumulative: true) { count sum { pages } } }
                } } }
                """;
            var answer = await AssertSameAsync(document);
            if (JsonNode.Parse(answer)!["data"]?["books"]!["groups"]!["pageInfo"]!["endCursor"]?.GetValue<string>() is { } cursor)
            {
                await AssertSameAsync(document.Replace("first:", $"after: \"{cursor}\" first:", StringComparison.Ordinal));
            }

            fromRollups += engines.With.Sql(document).Contains("\"BooksBy", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.InRange(fromRollups, count / 4, count * 15 / 16);
    }

    private static string InBrackets(string arguments) => arguments.Length == 0 ? "" : $"({arguments})";

    private async Task<string> AssertSameAsync(string document)
    {
        var (with, without) = (await engines.With.AskAsync(document), await engines.Without.AskAsync(document));
        Assert.True(with == without, $"{document}\nwith rollups:    {with}\nwithout rollups: {without}\n{engines.With.Sql(document)}");
        Assert.StartsWith("{\"data\"", with, StringComparison.Ordinal);
        return with;
    }

    /// <summary>The same rows with rollups and without.</summary>
    public sealed class Engines : IDisposable
    {
        internal TinyEngine With { get; } = new();

        internal TinyEngine Without { get; } = new(options: new EngineOptions { Rollups = false });

        public void Dispose()
        {
            With.Dispose();
            Without.Dispose();
        }
    }
}
