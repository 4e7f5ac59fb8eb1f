using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Modeling;

/// <summary>Reads the scalars that are written as strings, and true and false.</summary>
internal static partial class TextReaders
{
    private const string NeedsText = "it must be a string";

    public static ScalarReading Boolean(ScalarInput input) => input.Kind == ScalarInputKind.Truth
        ? ScalarReading.Success(input.Text == "true")
        : ScalarReading.Refused("it must be true or false");

    public static ScalarReading String(ScalarInput input)
    {
        if (input.Kind != ScalarInputKind.Text)
        {
            return ScalarReading.Refused(NeedsText);
        }

        return IsStorable(input.Text)
            ? ScalarReading.Success(input.Text)
            : ScalarReading.Refused("it must not contain U+0000 or half of a surrogate pair, which no stored text contains");
    }

    /// <summary>A string as it is; an integer as an int if it is one, and otherwise as its digits, because no row has such an id.</summary>
    public static ScalarReading Id(ScalarInput input) => input.Kind switch
    {
        ScalarInputKind.Text => String(input),
        ScalarInputKind.Integer => ScalarReading.Success(
            int.TryParse(input.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : input.Text),
        _ => ScalarReading.Refused("it must be a string or an integer"),
    };

    public static ScalarReading DateTime(ScalarInput input) =>
        Shaped(input, InstantShape())
        && DateTimeOffset.TryParse(input.Text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant)
            ? ScalarReading.Success(ModelConventions.Held(instant.UtcDateTime))
            : ScalarReading.Refused(
                "it must be an instant with its offset from UTC, such as \"2026-01-02T03:04:05.678Z\" or \"2026-01-02T11:04:05+08:00\"");

    public static ScalarReading LocalDate(ScalarInput input) =>
        input.Kind == ScalarInputKind.Text
        && DateOnly.TryParseExact(input.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? ScalarReading.Success(date)
            : ScalarReading.Refused("it must be a calendar date, such as \"2026-01-02\"");

    public static ScalarReading LocalTime(ScalarInput input) =>
        Shaped(input, TimeShape())
        && TimeOnly.TryParseExact(input.Text, "HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? ScalarReading.Success(ModelConventions.Held(time))
            : ScalarReading.Refused("it must be a time of day, such as \"03:04:05\" or \"03:04:05.678\"");

    public static ScalarReading Duration(ScalarInput input)
    {
        var match = input.Kind == ScalarInputKind.Text ? DurationShape().Match(input.Text) : Match.Empty;
        if (!match.Success)
        {
            return ScalarReading.Refused(
                "it must be an ISO 8601 duration of days, hours, minutes and seconds, such as \"PT1H30M\" or \"-P1DT0.5S\"");
        }

        var ticks = (Part(match, "d") * TimeSpan.TicksPerDay) + (Part(match, "h") * TimeSpan.TicksPerHour)
            + (Part(match, "m") * TimeSpan.TicksPerMinute) + (Part(match, "s") * TimeSpan.TicksPerSecond);
        ticks = match.Groups["minus"].Success ? -ticks : ticks;
        return ticks is >= long.MinValue and <= long.MaxValue
            ? ScalarReading.Success(new TimeSpan((long)ticks))
            : ScalarReading.Refused("it must be shorter than 10675200 days");
    }

    public static ScalarReading Uuid(ScalarInput input) =>
        input.Kind == ScalarInputKind.Text
            && (Guid.TryParseExact(input.Text, "D", out var value) || Guid.TryParseExact(input.Text, "N", out value))
            ? ScalarReading.Success(value)
            : ScalarReading.Refused("it must be 32 hexadecimal digits, such as \"7fffffff-0000-4000-8000-000000000000\"");

    public static ScalarReading Url(ScalarInput input) =>
        input.Kind == ScalarInputKind.Text && IsStorable(input.Text)
        && Uri.IsWellFormedUriString(input.Text, UriKind.RelativeOrAbsolute)
        && Uri.TryCreate(input.Text, UriKind.RelativeOrAbsolute, out var address)
            ? ScalarReading.Success(address)
            : ScalarReading.Refused("it must be a well-formed URL, such as \"https://example.org/a?b=c\"");

    private static bool Shaped(ScalarInput input, Regex shape) => input.Kind == ScalarInputKind.Text && shape.IsMatch(input.Text);

    private static bool IsStorable(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return false;
        }

        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    // At most 12 digits before the point: more would be out of range in any unit, and no sum of four such numbers overflows a decimal.
    private static decimal Part(Match match, string name) =>
        match.Groups[name] is { Success: true } group
            ? decimal.Parse(group.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0m;

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?(Z|[+-][0-9]{2}:[0-9]{2})\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex InstantShape();

    [GeneratedRegex(@"^[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex TimeShape();

    [GeneratedRegex(
        @"^(?<minus>-)?P(?=[0-9]|T[0-9])((?<d>[0-9]{1,12})D)?"
        + @"(T(?=[0-9])((?<h>[0-9]{1,12})H)?((?<m>[0-9]{1,12})M)?((?<s>[0-9]{1,12}(\.[0-9]{1,7})?)S)?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DurationShape();
}
