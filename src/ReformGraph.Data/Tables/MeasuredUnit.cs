namespace ReformGraph.Data.Tables;

/// <summary>The text next to a number, such as 万元 or %: how many of a column's unit it stands for.</summary>
internal static class MeasuredUnit
{
    private const decimal MostAtOnce = 1_000_000_000_000m; // 万亿

    private static readonly Dictionary<char, decimal> Multipliers =
        new[] { ('十', 10m), ('百', 100m), ('千', 1_000m), ('万', 10_000m), ('萬', 10_000m), ('亿', 100_000_000m),
            ('億', 100_000_000m) }.ToDictionary();

    private static readonly string[] Yuan = ["元", "圆"], YuanBefore = ["¥", "￥", "RMB", "CNY", "人民币"];

    private static readonly Dictionary<string, decimal> SquareMetres = new()
    {
        ["m²"] = 1,
        ["m2"] = 1,
        ["㎡"] = 1,
        ["平方米"] = 1,
        ["平米"] = 1,
        ["亩"] = 2_000m / 3,
        ["公顷"] = 10_000,
        ["平方公里"] = 1_000_000,
        ["平方千米"] = 1_000_000,
        ["km²"] = 1_000_000,
        ["km2"] = 1_000_000,
    };

    /// <summary>How many of a column's unit it stands for; null if it is another unit, or unknown.</summary>
    /// <param name="unit">The text next to the number, without spaces; empty for none.</param>
    /// <param name="columns">The unit of the column; null if it has none.</param>
    public static decimal? FactorOf(string unit, string? columns)
    {
        if (unit is "%" or "‰")
        {
            return columns != "%" ? null : unit == "%" ? 1 : 0.1m;
        }

        if (columns == "元" && YuanBefore.FirstOrDefault(unit.StartsWith) is { } symbol)
        {
            unit = unit[symbol.Length..];
        }

        var factor = 1m;
        while (unit.Length > 0 && factor <= MostAtOnce && Multipliers.TryGetValue(unit[0], out var more))
        {
            (factor, unit) = (factor * more, unit[1..]);
        }

        var all = unit.Length == 0 ? factor : factor * OfOne(unit, columns, factor);
        return all > MostAtOnce ? null : all;
    }

    // Beside a number without a unit stands a measure word, as in 12个, or what a sheet shows there;
    // 12千米 and 12k are more than they seem.
    private static decimal? OfOne(string unit, string? columns, decimal factor) => columns switch
    {
        "%" => null,
        "元" => Yuan.Contains(unit) ? 1 : null,
        "m²" => SquareMetres.TryGetValue(unit, out var one) ? one : null,
        _ => factor == 1 && unit is not ("k" or "K" or "M" or "B") ? 1 : null,
    };
}
