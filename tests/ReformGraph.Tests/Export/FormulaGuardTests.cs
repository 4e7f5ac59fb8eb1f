using System.Text;
using CsCheck;
using ReformGraph.Data.Tables;
using Xunit;

namespace ReformGraph.Tests.Export;

/// <summary>What keeps texts from being run as formulas can be taken off again.</summary>
public sealed class FormulaGuardTests
{
    private static readonly Gen<string> Texts =
        Gen.OneOf(Gen.Char["'=+-@\t\r1.eE5a\n区"].Array[0, 6].Select(signs => new string(signs)), Gen.String);

    [Fact]
    public void Every_text_comes_back() => Texts.Sample(text => FormulaGuard.Unguard(FormulaGuard.Guard(text)) == text);

    [Fact]
    public void Two_texts_are_never_the_same_cell() =>
        Gen.Select(Texts, Texts).Sample((one, other) => one == other || FormulaGuard.Guard(one) != FormulaGuard.Guard(other));

    [Fact]
    public void No_cell_begins_like_a_formula_but_numbers() =>
        Texts.Sample(text => FormulaGuard.Guard(text) is not ['=' or '@' or '\t' or '\r', ..]);

    [Theory]
    [InlineData("=1", "'=1")]
    [InlineData("'=1", "''=1")]
    [InlineData("'a", "''a")]
    [InlineData("'", "''")]
    [InlineData("-5", "-5")]
    [InlineData("-5 people", "'-5 people")]
    [InlineData("+1e5", "+1e5")]
    [InlineData("", "")]
    [InlineData("a'b", "a'b")]
    public void A_mark_is_put_in_front_of_formulas_and_of_marks(string text, string cell)
    {
        Assert.Equal(cell, FormulaGuard.Guard(text));
        Assert.Equal(cell != text, FormulaGuard.Covers(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("'a", "'a")]
    [InlineData("'-5", "-5")]
    [InlineData("'", "'")]
    public void What_no_export_writes_is_read_as_a_spreadsheet_would_show_it(string cell, string text) =>
        Assert.Equal(text, FormulaGuard.Unguard(cell));
}
