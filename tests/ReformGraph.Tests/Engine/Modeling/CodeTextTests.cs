using System.Globalization;
using System.Text;
using CsCheck;
using ReformGraph.Engine.Modeling;
using Xunit;

namespace ReformGraph.Tests.Engine.Modeling;

public sealed class CodeTextTests
{
    [Theory]
    [InlineData("RV-H-001", "RV-H-001")]
    [InlineData(" \t村 1\u3000", "村 1")]
    [InlineData("cafe\u0301", "caf\u00E9")]
    [InlineData("\u212B", "\u00C5")] // the sign of the unit and the letter
    [InlineData("A\u030A", "\u00C5")]
    [InlineData("\uF91D", "\u6B04")] // a compatibility ideograph
    [InlineData("\U0002F800", "\u4E3D")]
    [InlineData("\uFA6C", "\U000242EE")]
    [InlineData("\u1112\u1161\u11AB", "\uD55C")] // Hangul
    [InlineData("a\u0307\u0323", "\u1EA1\u0307")] // marks in their order
    [InlineData("\u304B\u3099", "\u304C")]
    [InlineData("\u0958", "\u0915\u093C")] // never composed
    [InlineData("\uFF21\uFB01", "\uFF21\uFB01")] // compatibility is no identity
    [InlineData("\uD840", "\uD840")]
    public void A_code_is_stored_in_one_form(string code, string normal)
    {
        Assert.Equal(normal, CodeText.Normal(code));
        Assert.Equal(code == normal ? [code] : [code, normal], CodeText.Spellings(code));
    }

    [Fact]
    public void Normalizing_a_code_twice_changes_nothing() =>
        Gen.Char.Where(character => !char.IsSurrogate(character)).Array[0, 12].Sample(characters =>
    {
        var normal = CodeText.Normal(new string(characters));
        Assert.Equal(normal, CodeText.Normal(normal));
        Assert.Equal(normal, normal.Trim());
    });

    [Theory]
    [InlineData("e\u0301", -1)]
    [InlineData("\u212B", 1)]
    [InlineData("\uFA6C", -1)] // by code points, not by UTF-16
    [InlineData("\u00E9", 0)]
    public void A_code_and_its_normal_form_compare_as_in_the_database(string code, int order) =>
        Assert.Equal(order, Math.Sign(CodeText.CompareToNormal(code)));

    [Fact]
    public void No_control_or_format_character_separator_or_filler_is_seen()
    {
        for (var value = 0; value <= 0x10FFFF; value++)
        {
            if (Rune.TryCreate(value, out var character) && character.Value != ' ' && Rune.GetUnicodeCategory(character) is
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator)
            {
                Assert.Equal(character, CodeText.UnseenIn($"A{character}1"));
            }
        }

        Assert.All("\u034F\u115F\u17B4\u180B\u2800\u3164\uFE0F\uFFA0",
            character => Assert.Equal(character, CodeText.UnseenIn($"A{character}1")!.Value.Value));
        Assert.Null(CodeText.UnseenIn("村-1 é 𠮷　".Trim()));
    }

    [Theory]
    [InlineData("𠮷𠮷", 2, false)]
    [InlineData("𠮷𠮷", 1, true)]
    [InlineData("", 0, false)]
    [InlineData("ab", 1, true)]
    public void Characters_are_code_points(string text, int most, bool isLonger) =>
        Assert.Equal(isLonger, UnicodeText.IsLongerThan(text, most));
}
