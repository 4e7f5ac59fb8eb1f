using CsCheck;
using Xunit;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>The engine against the reference, over questions that nobody thought of.</summary>
[Trait("Kind", "exhaustive")]
public sealed class RandomQuestionTests(OracleFixture oracle) : IClassFixture<OracleFixture>
{
    private readonly QuestionGenerator questions = new(oracle.Database);

    [Fact]
    public void A_random_filter_finds_the_same_rows_in_the_same_order() => Agree(questions.Filters().Array[1], 500);

    [Fact]
    public void A_random_page_of_lists_in_lists_is_the_same() => Agree(questions.Pages(depth: 3).Array[1, 2], 250);

    [Fact]
    public void Random_aggregates_of_a_random_filter_are_the_same() => Agree(questions.Aggregates().Array[1], 500);

    [Fact]
    public void Random_groups_of_a_random_filter_are_the_same() => Agree(questions.Groups().Array[1], 250);

    [Fact]
    public void Random_groups_below_rows_are_the_same() => Agree(questions.GroupsBelowRows().Array[1], 75);

    private void Agree(Gen<ListQuestion[]> generated, int count) => generated.Sample(
        lists =>
        {
            foreach (var asVariables in (bool[])[false, true])
            {
                var (document, variables) = new QuestionWriter(asVariables, oracle.CursorAt).Write(lists);
                oracle.AgreeAsync(document, variables).GetAwaiter().GetResult();
            }
        },
        iter: Exhaustive.Share(count),
        print: lists => new QuestionWriter(false, oracle.CursorAt).Write(lists).Document);
}
