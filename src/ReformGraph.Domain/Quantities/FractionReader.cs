namespace ReformGraph.Domain.Quantities;

/// <summary>Reads a part or a multiple that is worded differently from a number and a unit: 三分之一, 1/3, 过半, 一半, 翻一番;
/// <see cref="DurationReader"/> reads 半年.</summary>
internal static class FractionReader
{
    /// <summary>The number of decimals to which a longer fraction is rounded.</summary>
    public const int Decimals = 10;

    private const int MostParts = 20;
    private const int LongestQualifier = 3; // 翻了不超过一番

    private static readonly (string Word, decimal Parts)[] Whole = [("百分之", 100), ("千分之", 1_000), ("万分之", 10_000)];

    /// <summary>One half.</summary>
    public static Number Half { get; } = new(0.5m, 0.5m, 0, 0.5m, 1) { IsChinese = true };

    /// <summary>Reads the fraction that begins at a position; null if there is none.</summary>
    public static ReadQuantity? Read(string text, int start, int floor) => text[start] switch
    {
        '翻' => ReadDoubling(text, start, floor),
        '半' => DurationReader.ReadHalf(text, start, floor) ?? ReadHalf(text, start, floor),
        '个' or '年' or '天' => DurationReader.ReadAboutOne(text, start, floor),
        '一' when start + 1 < text.Length && text[start + 1] == '半' => ReadHalf(text, start, floor),
        _ => ReadFraction(text, start, floor),
    };

    private static ReadQuantity? ReadFraction(string text, int start, int floor)
    {
        var at = start;
        if (ReadParts(text, ref at) is not { } read)
        {
            return ReadSlash(text, start, floor);
        }

        var (whole, parts) = read;
        if (NumberReader.Read(text, ref at) is not { IsSpan: false } share || share.Multiplier > 1 || (parts < 100 && share.Value >= parts))
        {
            return null;
        }

        return parts switch
        {
            100 => Finish(text, start, floor, at, share.ToOnes(), Measure.Percent),
            1_000 => Finish(text, start, floor, at, share.ToOnes(), Measure.PerMille),
            _ => Finish(text, start, floor, at, Ratio(whole + (share.Value / parts)), Measure.Ratio),
        };
    }

    // The words before the number of parts: 百分之, 三分之, 一又三分之.
    private static (decimal Whole, decimal Parts)? ReadParts(string text, ref int at)
    {
        foreach (var (word, number) in Whole)
        {
            if (IsAt(text, at, word))
            {
                at += word.Length;
                return (0, number);
            }
        }

        if (NumberReader.Read(text, ref at) is not { IsRounded: false, IsSpan: false } parts)
        {
            return null;
        }

        var whole = 0m;
        if (parts.IsChinese && IsAt(text, at, "又"))
        {
            at++;
            whole = parts.Value;
            if (NumberReader.Read(text, ref at) is not { IsRounded: false, IsSpan: false } other)
            {
                return null;
            }

            parts = other;
        }

        if (!IsAt(text, at, "分之") || parts.Value <= 1)
        {
            return null;
        }

        at += 2;
        return (whole, parts.Value);
    }

    // 1/3; 9/30 may be a date, and 12/村 is not a fraction
    private static ReadQuantity? ReadSlash(string text, int start, int floor)
    {
        var at = start;
        if (NumberReader.Read(text, ref at) is not { IsRounded: false, IsSpan: false, IsChinese: false, Value: > 0 } share
            || !IsAt(text, at, "/"))
        {
            return null;
        }

        at++;
        return NumberReader.Read(text, ref at) is { IsRounded: false, IsSpan: false, IsChinese: false, Value: <= MostParts } parts
            && share.Value < parts.Value && !IsAt(text, at, "/")
            ? Finish(text, start, floor, at, Ratio(share.Value / parts.Value), Measure.Ratio) : null;
    }

    private static Number Ratio(decimal value) =>
        new(decimal.Round(value, Decimals), decimal.Round(value, Decimals), 0, 0, 1) { IsChinese = true };

    private static ReadQuantity? ReadHalf(string text, int start, int floor)
    {
        var at = start + (text[start] == '一' ? 2 : 1);
        var before = start > 0 ? text[start - 1] : '\0';
        if (text[start] == '半')
        {
            if (IsAt(text, at, "数"))
            {
                return before is '大' or '多' ? null : Finish(text, start, floor, at + 1, Half, Measure.Ratio);
            }

            return Qualifiers.ReadBefore(text, floor, start, isBare: true).Meaning is Qualifier.None || IsWord(text, at)
                ? null : Finish(text, start, floor, at, Half with { IsBare = true }, Measure.Ratio);
        }

        return IsWord(text, at) || before is '另' or '大' or '小' ? null : Finish(text, start, floor, at, Half, Measure.Ratio);
    }

    private static bool IsWord(string text, int at) =>
        at < text.Length && "年天月个小径成途路山坡岛边点篇程数截壁".Contains(text[at], StringComparison.Ordinal);

    // 翻一番, 翻了两番, 翻番: twice as much, and twice that; 翻了近一番: nearly twice as much
    private static ReadQuantity? ReadDoubling(string text, int start, int floor)
    {
        var at = start + 1;
        at += IsAt(text, at, "了") ? 1 : 0;
        if (IsAt(text, at, "番"))
        {
            return Doubled(text, start, floor, at + 1, 1);
        }

        var number = at;
        while (number < text.Length && number - at <= LongestQualifier && !NumberReader.IsNumeral(text[number]))
        {
            number++;
        }

        var (within, begin) = number == at ? (Qualifier.None, at) : Qualifiers.ReadBefore(text, at, number, isBare: false);
        if (begin > at)
        {
            return null;
        }

        at = number;
        if (NumberReader.Read(text, ref at) is not { IsRounded: false, IsSpan: false, Value: >= 1 and <= 10 } times)
        {
            return null;
        }

        return IsAt(text, at, "番") && times.Place == 1 && !QuantityReader.IsHalf(text, at + 1)
            ? Doubled(text, start, floor, at + 1, (int)times.Value, within) : null;
    }

    private static ReadQuantity? Doubled(string text, int start, int floor, int at, int times, Qualifier within = Qualifier.None)
    {
        decimal factor = 1 << times;
        var number = new Number(factor, factor, 1, factor, 1) { IsChinese = true }; // 翻一番多 is less than 翻两番
        return Finish(text, start, floor, at, number, Measure.Times, within) is { } read ? read with { IsDoubling = true } : null;
    }

    /// <summary>Makes the quantity of a number with a unit, and reads what qualifies it.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="start">Where the number begins.</param>
    /// <param name="floor">The earliest possible start of its qualifier.</param>
    /// <param name="at">The position after the unit.</param>
    /// <param name="number">The number.</param>
    /// <param name="measure">The unit.</param>
    /// <param name="within">What the words between number and unit say about it.</param>
    public static ReadQuantity? Finish(string text, int start, int floor, int at, Number number, Measure measure,
        Qualifier within = Qualifier.None)
    {
        var isMoreAfter = within is Qualifier.None && number.LastPlace > 0 && IsAt(text, at, "多");
        var more = isMoreAfter ? Qualifier.SomewhatMore : within;
        at += isMoreAfter ? 1 : 0;
        var after = Qualifiers.ReadAfter(text, measure, ref at);
        var (before, begin) = Qualifiers.ReadBefore(text, floor, start, number.IsBare);
        if (begin == start && Qualifiers.ApartFrom(text, start) is not null)
        {
            return null;
        }

        var (isRounded, value) = ((measure.IsRate && number.Place > 0) || number.IsRounded, number.Value);
        return Qualifiers.Join(before, after) is { } outer && Qualifiers.Join(outer, more) is { } qualifier
            && (at == text.Length || !NumberReader.IsNumeral(text[at]) || !NumberReader.IsNumeral(text[at - 1]))
            ? new(begin, at, start, value, qualifier.BoundsOf(number, value, isRounded), qualifier.ToPrecision(isRounded), measure)
            {
                IsChinese = true,
            }
            : null;
    }

    private static bool IsAt(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;
}
