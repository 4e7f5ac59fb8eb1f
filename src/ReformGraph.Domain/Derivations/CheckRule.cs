using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Quantities;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Domain.Derivations;

/// <summary>Words the rule of a check. Input: its sides. Output: a sentence in each language.</summary>
internal static class CheckRule
{
    /// <summary>The rule.</summary>
    public static Bilingual Of(CheckRelation relation, Bilingual expected, Bilingual actual) => relation is CheckRelation.AtMost
        ? new($"{Capital(actual.En)} is at most {expected.En}.", $"{actual.Zh}应不超过{expected.Zh}。")
        : new($"{Capital(actual.En)} equals {expected.En}.", $"{actual.Zh}应等于{expected.Zh}。");

    /// <summary>A side whose value is computed from figures.</summary>
    /// <param name="by">The derivation.</param>
    /// <param name="inputs">The figures in words, in order; as many as the derivation needs.</param>
    public static Bilingual Side(Derivation by, IReadOnlyList<Bilingual> inputs)
    {
        var (first, last) = (inputs[0], inputs[^1]);
        return by switch
        {
            Derivation.Sum when inputs.Count > 1 => new(
                $"the sum of {string.Join(", ", inputs.SkipLast(1).Select(input => input.En))} and {last.En}",
                $"{string.Join("、", inputs.Select(input => input.Zh))}之和"),
            Derivation.Difference => new($"the change from {last.En} to {first.En}", $"由{last.Zh}到{first.Zh}的变化"),
            Derivation.PercentageChange => new($"the change from {first.En} to {last.En}", $"由{first.Zh}到{last.Zh}的变化"),
            Derivation.Ratio => new($"the share of {first.En} in {last.En}", $"{first.Zh}占{last.Zh}的比重"),
            Derivation.LevelBeforeGrowth => new($"the level before {last.En} led to {first.En}", $"{first.Zh}在{last.Zh}之前的数值"),
            _ => first,
        };
    }

    /// <summary>A side whose value is that of rows.</summary>
    /// <param name="rows">The rows, as a check names them.</param>
    /// <param name="rowsZh">What it counts or adds, in Chinese.</param>
    public static Bilingual Rows(string rows, string rowsZh) => new($"the register's value {rows}", $"台账所计{rowsZh}");

    /// <summary>A figure by its indicator and its wording. A fall has a minus sign, like its value.</summary>
    /// <param name="figure">The figure, which the report states, with its indicator.</param>
    public static Bilingual Stated(Figure figure)
    {
        var isSigned = StatedQuantity.Parse(figure.WholeWording) is { IsNegative: true };
        var size = figure.Direction is ChangeDirection.Down && !isSigned ? $"-{figure.WholeWording}" : figure.WholeWording;
        return new($"{figure.Indicator.NameEn} ({size})", $"{figure.Indicator.NameZh}（{size}）");
    }

    private static string Capital(string text) => string.Concat(text[..1].ToUpperInvariant(), text[1..]);
}
