using System.Text.Json;
using CsCheck;
using ReformGraph.Engine.Planning;
using Xunit;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>The past, against copies of the database that were made when it was the present.</summary>
[Trait("Kind", "exhaustive")]
public sealed class PastTests(PastFixture past) : IClassFixture<PastFixture>
{
    private readonly QuestionGenerator questions = new(past.Database);

    public static TheoryData<string> Cases() => EngineCaseTests.Cases();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_case_has_its_answer_as_of_each_change(string name)
    {
        var document = GraphQLCase.Read("Engine", name);
        await AgreeAsync(document.Text, document.Variables);
    }

    [Fact]
    public void Random_lists_in_lists_are_what_they_were() => Agree(questions.Pages(depth: 3).Array[1, 2], 40);

    [Fact]
    public void Random_aggregates_are_what_they_were() => Agree(questions.Aggregates().Array[1], 40);

    [Fact]
    public void Random_groups_are_what_they_were() => Agree(questions.Groups().Array[1], 40);

    [Fact]
    public void Random_groups_below_rows_are_what_they_were() => Agree(questions.GroupsBelowRows().Array[1], 20);

    [Fact]
    public async Task Fields_of_one_answer_can_be_as_of_different_changes()
    {
        var fields = Enumerable.Range(1, past.Then.Count)
            .Select(sequence => $"c{sequence}: books(asOf: {{ sequence: {sequence} }}, first: 1000) {{ nodes {{ ...B }} totalCount }}");
        const string Fragment =
            " fragment B on Book { title shelf { code parent { code } } loans(first: 3) { totalCount nodes { reader } } }";
        using var together = JsonDocument.Parse(await past.Now.AskAsync($"{{ {string.Join(' ', fields)} }}{Fragment}"));
        var answers = new HashSet<string>();
        foreach (var (number, then) in past.Then.Index())
        {
            using var alone =
                JsonDocument.Parse(await then.AskAsync($"{{ books(first: 1000) {{ nodes {{ ...B }} totalCount }} }}{Fragment}"));
            var expected = alone.RootElement.GetProperty("data").GetProperty("books").GetRawText();
            Assert.Equal(expected, together.RootElement.GetProperty("data").GetProperty($"c{number + 1}").GetRawText());
            answers.Add(expected);
        }

        Assert.Equal(past.Then.Count, answers.Count);
        Assert.Equal(past.Then.Count,
            together.RootElement.GetProperty("extensions").GetProperty("asOf").GetProperty($"c{past.Then.Count}").GetInt32());
    }

    [Fact]
    public Task The_versions_of_rows_are_those_until_then() => AgreeAsync(
        """
        {
          books(first: 1000) { nodes { id history { totalCount nodes { id rowId version title lending price shelfId editorId recordedBy { sequence } endedBy { sequence } } } } }
          loanVersions(first: 1000, order: [{ rowId: DESC }, { version: ASC }]) { totalCount nodes { rowId version fine refund isOpen bookId endedBy { reason } } }
          shelves(where: { history: { some: { recordedBy: { sequence: { gt: 1 } }, room: { eq: null } } } }) { nodes { code history(last: 1) { edges { cursor node { room } } } } }
        }
        """,
        null);

    [Fact]
    public async Task The_versions_after_a_change_are_the_rows_as_of_it()
    {
        foreach (var (number, then) in past.Then.Index())
        {
            using var versions = JsonDocument.Parse(await past.Now.AskAsync(
                "query ($c: Long!) { of: bookVersions(first: 1000, order: [{ rowId: ASC }], where: { recordedBy: { sequence: { lte: $c } " +
                "}, or: [{ endedBy: { id: { neq: null }, sequence: { gt: $c } } }, { endedBy: null }] }) { nodes { id: rowId version " +
                "title lending wear plates price textPages isThick } } }",
                new { c = number + 1 }));
            using var rows = JsonDocument.Parse(await then.AskAsync(
                "{ of: books(first: 1000) { nodes { id version title lending wear plates price textPages isThick } } }"));
            Assert.Equal(rows.RootElement.GetRawText().Replace("\"id\":\"", "\"id\":", StringComparison.Ordinal)
                .Replace("\",\"version", ",\"version", StringComparison.Ordinal), versions.RootElement.GetRawText());
        }
    }

    private void Agree(Gen<ListQuestion[]> generated, int count) => generated.Sample(
        lists =>
        {
            foreach (var asVariables in (bool[])[false, true])
            {
                var (document, variables) = new QuestionWriter(asVariables, (_, _, _) => null).Write(lists);
                AgreeAsync(document, variables).GetAwaiter().GetResult();
            }
        },
        iter: Exhaustive.Share(count),
        print: lists => new QuestionWriter(false, (_, _, _) => null).Write(lists).Document);

    private async Task AgreeAsync(string document, object? variables)
    {
        foreach (var (number, then) in past.Then.Index())
        {
            Assert.Equal(await then.AskAsync(document, variables),
                await past.Now.AskAsync(document, variables, asOf: new AsOf(number + 1, null)));
        }
    }
}
