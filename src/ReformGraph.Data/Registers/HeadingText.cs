using System.Text.RegularExpressions;

namespace ReformGraph.Data.Registers;

/// <summary>A heading as offices write it: the name of a column, and the unit of its numbers.</summary>
/// <param name="Name">The name, in the form in which headings are compared.</param>
/// <param name="Unit">The unit; null for none.</param>
internal readonly partial record struct HeadingText(string Name, string? Unit)
{
    /// <summary>A text in the form in which headings are compared: without spaces, in ASCII where possible, in lower case.</summary>
    public static string Normal(string text) => CountyPlaces.Plain(text).Trim('*', ':', '"')
        .Replace('【', '(').Replace('】', ')').Replace('[', '(').Replace(']', ')').ToLowerInvariant();

    /// <summary>Reads a heading such as 账面原值（万元） or 面积/㎡. The brackets may also hold something else.</summary>
    public static HeadingText Read(string text)
    {
        var name = Normal(text);
        return (Bracketed().Match(name) is { Success: true } bracketed ? bracketed : Slashed().Match(name)) is { Success: true } found
            ? new(found.Groups["name"].Value, found.Groups["unit"].Value) : new(name, null);
    }

    [GeneratedRegex(@"^(?<name>.+)\((?:单位:?)?(?<unit>[^()]{1,40})\)$")]
    private static partial Regex Bracketed();

    // 总投资/万元, 建筑面积㎡; without a sign between them, 元 may belong to the name.
    [GeneratedRegex(@"^(?<name>[^/]+?)(?:[/:](?<unit>元|亩|公顷)" +
        "|[/:]?(?<unit>[百千万亿]+元|万?(?:" + StatedUnits.Areas + ")|[千万]亩|%))$")]
    private static partial Regex Slashed();
}
