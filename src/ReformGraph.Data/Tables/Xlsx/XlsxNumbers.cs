using System.Globalization;

namespace ReformGraph.Data.Tables.Xlsx;

/// <summary>
/// Reads the numbers of a workbook by their formats. The value is what people see, in the unit of its column: 12.5% contains 0.125 and is
/// 12.5 in a column of per cent. A cell that shows something else than it contains, such as 13 for 12.5, is rejected.
/// </summary>
/// <param name="from1904">Whether days are counted from 1904 instead of 1900.</param>
internal sealed class XlsxNumbers(bool from1904)
{
    private const int From1900To1904 = 1_462;
    private const double ThatNeverWas = 60; // 29 February 1900, which exists only in Excel
    private const double EndOfTime = 2_958_466;
    private const double Exact = 1e15;

    /// <summary>The value of a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="format">Its format.</param>
    /// <param name="field">The meaning of its column; null in the header.</param>
    public XlsxCell Read(double value, XlsxFormat format, ImportField? field) => format.Kind switch
    {
        XlsxFormatKind.Plain or XlsxFormatKind.Number when field is { IsOfOffice: true, Type.Name: "LocalDate" }
            && ImportValue.IsDay(value) => Date(value, format, field),
        XlsxFormatKind.Plain => Plain(value, field),
        XlsxFormatKind.Number => Numeric(value, format, field),
        XlsxFormatKind.Date => Date(value, format, field),
        XlsxFormatKind.Time when value is >= 0 and < EndOfTime =>
            Refuse(TextOfTime(value), field is { IsText: false }, "text, not a time of day", "文本，而不是时刻"),
        _ => Unknown(format.Show(value) ?? TextOf(value)),
    };

    /// <summary>A date, or a date and a time, in the format of tables.</summary>
    public static string TextOf(DateTime at) =>
        at.ToString(at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static XlsxCell Plain(double value, ImportField? field) => field is { IsText: true } && Math.Abs(value) >= Exact
        ? new(TextOf(value), new("DIGITS", new(
            "must be entered as text: a spreadsheet has already lost the last digits of a number with 16 digits or more",
            "必须以文本形式填写：16 位及以上的数字在电子表格中已丢失末尾数位")))
        : new(TextOf(value));

    private static XlsxCell Numeric(double value, XlsxFormat format, ImportField? field)
    {
        if (format.Show(value) is not { } shown)
        {
            return Unknown(TextOf(value));
        }

        if (Math.Abs(value) >= Exact)
        {
            return Plain(value, field);
        }

        var held = (decimal)value;
        var number = ShownNumber.TryRead(shown);
        if (field is not { IsNumber: true })
        {
            var isSeen = number?.Mantissa == held || (number is { Unit: "%" } && number.Value.Mantissa == held * 100)
                || DigitsOf(shown) == DigitsOf(TextOf(held));
            return isSeen && !format.ShowsOtherDigits ? new(shown) : Hidden(shown, value);
        }

        if (number is not { Mantissa: var mantissa, Unit: var unit })
        {
            var beside = string.Concat(shown.Where(character => character != ' ')); // accounting formats show zero as a dash
            return held == 0 && beside.Contains('-', StringComparison.Ordinal) && MeasuredUnit.FactorOf(
                beside.Replace("-", "", StringComparison.Ordinal), field.Unit) is not null ? new("0") : Hidden(shown, value);
        }

        return MeasuredUnit.FactorOf(unit, field.Unit) is not { } factor ? new(shown, ImportValue.OfUnit(field, unit))
            : (field.Scale != 1 || !decimal.IsInteger(factor)) && unit.Length > 0 && (mantissa == held || mantissa * factor == held)
            ? new(TextOf(mantissa) + unit) // which is not that of the column, or no whole number of it
            : mantissa == held || mantissa * factor == held || (unit == "%" && mantissa == held * 100) ? new(TextOf(mantissa * factor))
            : Hidden(shown, value);
    }

    // The same for 123-4567 and for 01234567.
    private static string DigitsOf(string text) => string.Concat(text.Where(char.IsAsciiDigit)).TrimStart('0');

    private XlsxCell Date(double value, XlsxFormat format, ImportField? field)
    {
        if (DateOf(value) is not { } date)
        {
            return new(TextOf(value),
                CellProblem.OfType(new("a calendar date, from 1900 or 1904 to 9999",
                    "日历上存在的日期，从 1900 年（或 1904 年）到 9999 年")));
        }

        // Excel makes the first day of the month of 2023年9月, and shows what was entered.
        return field is { IsOfOffice: true, IsText: false } && format.Shortened(date) is { } period ? new(period)
            : Refuse(date, field is not { IsText: true } || format.ShowsDay, "text, not part of a date",
                "文本，而不是日期的一部分");
    }

    private static XlsxCell Hidden(string shown, double value) => new(shown, CellProblem.OfFormat(
        $"must be what the cell shows: it shows {TableException.Shown(shown)} but contains {TextOf(value)}; round it, or show all of it",
        $"必须与所显示的一致：显示为“{TableException.Shown(shown)}”，实际保存 " +
        $"{TextOf(value)}；请四舍五入，或完整显示"));

    private static XlsxCell Unknown(string text) =>
        Refuse(text, false, "a cell with another number format: what this one shows is not known",
            "采用其他数字格式的单元格：此格式显示的内容无法确定");

    private static XlsxCell Refuse(string text, bool unless, string expected, string expectedZh) =>
        unless ? new(text) : new(text, CellProblem.OfFormat($"must be {expected}", $"必须是{expectedZh}"));

    private string? DateOf(double value)
    {
        var days = from1904 ? value + From1900To1904 : value is >= 1 and < ThatNeverWas ? value + 1 : value;
        return value >= (from1904 ? 0 : 1) && days < EndOfTime && (from1904 || value is < ThatNeverWas or >= ThatNeverWas + 1)
            ? TextOf(DateTime.FromOADate(days)) : null;
    }

    private static string TextOfTime(double value) =>
        TimeOnly.FromTimeSpan(TimeSpan.FromSeconds(Math.Round((value - Math.Floor(value)) * 86_400) % 86_400))
        .ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    // A spreadsheet keeps fifteen digits, and binary digits beyond them are noise; a decimal converted from a double has as many.
    private static string TextOf(double value) =>
        Math.Abs(value) < Exact ? TextOf((decimal)value) : value.ToString("R", CultureInfo.InvariantCulture);

    private static string TextOf(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
