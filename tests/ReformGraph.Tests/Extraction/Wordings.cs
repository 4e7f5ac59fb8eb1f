using System.Globalization;
using CsCheck;
using ReformGraph.Domain.Quantities;

namespace ReformGraph.Tests.Extraction;

/// <summary>A wording, and what it states.</summary>
/// <param name="Wording">The wording.</param>
/// <param name="Value">The value; null for a range.</param>
/// <param name="Bounds">The bounds.</param>
/// <param name="Unit">The unit.</param>
internal sealed record MadeWording(string Wording, decimal? Value, Interval Bounds, string Unit);

/// <summary>Makes wordings from values and bounds, as official prose writes them. It shares nothing with what reads them.</summary>
internal static class Wordings
{
    private static readonly (string Word, string Unit)[] Units =
        [("个", "COUNT"), ("户", "COUNT"), ("名", "PERSON"), ("人次", "PERSON_TIME"), ("元", "YUAN"), ("亩", "MU"),
            ("公里", "KILOMETRE"),
            ("平方米", "SQUARE_METRE"), ("个工作日", "WORKING_DAY")];

    private static readonly (string Before, string After, string Bound)[] Qualifiers =
    [
        ("", "", ""), ("不少于", "", "[v,)"), ("不低于", "", "[v,)"), ("至少", "", "[v,)"), ("", "以上", "[v,)"),
            ("超过", "", "(v,)"),
            ("突破", "", "(v,)"), ("逾", "", "(v,)"),
        ("不超过", "", "(,v]"), ("最多", "", "(,v]"), ("", "以下", "(,v]"), ("", "以内", "(,v]"), ("不足", "", "(,v)"),
            ("不到", "", "(,v)"),
            ("近", "", "(,v)"),
        ("最高", "", "(,v]"), ("最大", "", "(,v]"), ("最低", "", "[v,)"), ("最小", "", "[v,)"),
        ("", "起步", "[v,)"), ("", "封顶", "(,v]"),
        ("约", "", "(,)"), ("", "左右", "(,)"), ("", "上下", "(,)"),
    ];

    private static readonly Gen<(string Text, decimal Value, decimal Place, decimal Last, bool IsRounded)> Numbers =
        Gen.Select(Gen.Int[1, 9_999], Gen.Int[0, 2], One(("", 1m), ("万", 10_000m), ("亿", 100_000_000m), ("百万", 1_000_000m),
            ("万亿", 1_000_000_000_000m)), Gen.Int[0, 3]).Select((digits, decimals, multiplier, script) =>
        {
            decimals = script == 2 ? 0 : decimals;
            var place = decimals switch { 0 => 1m, 1 => 0.1m, _ => 0.01m };
            if (multiplier.Item1 == "百万")
            {
                (digits, place, decimals) = (digits % 9 + 1, 1, 0); // 3百万, not 12百万
            }

            var number = digits * place;
            var last = place;
            while (number % (last * 10) == 0)
            {
                last *= 10;
            }

            var arabic = number.ToString($"F{decimals}", CultureInfo.InvariantCulture);
            var isChinese = script == 2 && digits > 10 && multiplier.Item1 is "" or "万" or "亿";
            place = isChinese ? last : place; // 一百万 has one digit, and 100万 three
            var text = script switch
            {
                1 => string.Concat(arabic.Select(digit => digit == '.' ? '．' : (char)(digit - '0' + '０'))),
                2 when isChinese => Chinese(digits),
                3 => number.ToString($"N{decimals}", CultureInfo.InvariantCulture),
                _ => arabic,
            };
            return (text + multiplier.Item1, number * multiplier.Item2, place * multiplier.Item2, last * multiplier.Item2,
                decimals > 0 || multiplier.Item2 > 1);
        });

    /// <summary>One with a bound, one with 余 or 多, one of a rate, or a range.</summary>
    public static Gen<MadeWording> Any { get; } = Gen.Frequency((6, Qualified()), (2, More()), (2, Rates()), (2, Ranges()));

    /// <summary>A number in Chinese digits.</summary>
    public static string Chinese(int number)
    {
        if (number >= 10_000)
        {
            var rest = number % 10_000;
            return $"{Chinese(number / 10_000)}万{(rest == 0 ? "" : rest < 1_000 ? "零" + Below(rest) : Below(rest))}";
        }

        var text = Below(number);
        return text.StartsWith("一十", StringComparison.Ordinal) ? text[1..] : text;
    }

    /// <summary>One of some values.</summary>
    public static Gen<T> One<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static string Below(int number)
    {
        var (text, isZero) = ("", false);
        foreach (var (scale, name) in new[] { (1_000, "千"), (100, "百"), (10, "十"), (1, "") })
        {
            var digit = number / scale % 10;
            text += digit > 0 ? $"{(isZero && text.Length > 0 ? "零" : "")}{"零一二三四五六七八九"[digit]}{name}" : "";
            isZero = digit == 0;
        }

        return text;
    }

    private static Gen<MadeWording> Qualified() => Gen.Select(Numbers, One(Units), One(Qualifiers)).Select((number, unit, qualifier) =>
        new MadeWording($"{qualifier.Before}{number.Text}{unit.Word}{qualifier.After}", number.Value,
            Bound(qualifier.Bound, number.Value, number.Place, number.IsRounded), unit.Unit));

    private static Gen<MadeWording> More() => Gen.Select(Numbers, One(Units), One("余", "多")).Select((number, unit, more) =>
        new MadeWording($"{number.Text}{more}{unit.Word}", number.Value, new(number.Value, false, number.Value + number.Last, false),
            unit.Unit));

    private static Gen<MadeWording> Rates() =>
        Gen.Select(Gen.Int[1, 9_999], One(("%", "PERCENT"), ("‰", "PER_MILLE"), ("个百分点", "PERCENTAGE_POINT")), One(Qualifiers))
        .Select((digits, unit, qualifier) =>
        new MadeWording($"{qualifier.Before}{(digits / 100m).ToString("F2", CultureInfo.InvariantCulture)}{unit.Item1}{qualifier.After}",
            digits / 100m, Bound(qualifier.Bound, digits / 100m, 0.01m, true), unit.Item2));

    private static Gen<MadeWording> Ranges() =>
        Gen.Select(Gen.Int[2, 900], Gen.Int[1, 90], One("—", "-", "～", "至", "到"), One(Units), One(("", 1m), ("万", 10_000m)))
        .Select((low, more, link, unit, multiplier) =>
        new MadeWording($"{low}{link}{low + more}{multiplier.Item1}{unit.Word}", null,
            new(low * multiplier.Item2, true, (low + more) * multiplier.Item2, true), unit.Unit));

    private static Interval Bound(string bound, decimal value, decimal place, bool isRounded) => bound switch
    {
        "" => isRounded ? new(value - place / 2, true, value + place / 2, false) : Interval.Point(value),
        "[v,)" => new(value, true, null, false),
        "(v,)" => new(value, false, null, false),
        "(,v]" => new(null, false, value, true),
        "(,v)" => new(null, false, value, false),
        _ => Interval.Unbounded,
    };
}
