using System.Globalization;
using System.Text;

namespace ReformGraph.Data.Extraction;

/// <summary>Counts the automatic numbers of a Word file and writes them as Word shows them.</summary>
internal sealed class WordNumbering
{
    /// <summary>How many levels a list has.</summary>
    public const int Levels = 9;

    private const int LongestText = 100;
    private const int HighestNumber = 1_000_000;

    private readonly Dictionary<string, WordElement> lists = [];
    private readonly Dictionary<string, WordElement> definitions = [];
    private readonly Dictionary<string, int?[]> counters = [];
    private readonly HashSet<(string List, int Level)> restarted = [];
    private readonly WordStyles styles;

    /// <summary>Reads the lists from their part; null if there is none.</summary>
    public WordNumbering(WordElement? part, WordStyles styles)
    {
        this.styles = styles;
        foreach (var list in part?.Children.SelectMany(root => root.Children) ?? [])
        {
            if (list.Name == "num" && list.Attribute("numId") is { } id)
            {
                lists.TryAdd(id, list);
            }
            else if (list.Name == "abstractNum" && list.Attribute("abstractNumId") is { } definition)
            {
                definitions.TryAdd(definition, list);
            }
        }
    }

    /// <summary>The next number of a paragraph, with its separator from the text; empty if it has none.</summary>
    public string Next(WordElement? paragraph)
    {
        var (list, level) = styles.NumberingOf(paragraph);
        if (list is null || lists.GetValueOrDefault(list) is not { } num || DefinitionOf(num) is not { } definition)
        {
            return string.Empty;
        }

        var key = definition.Attribute("abstractNumId")!;
        var counter = counters.TryGetValue(key, out var found) ? found : counters[key] = new int?[Levels];
        for (var at = 0; at <= level; at++)
        {
            if (StartOverride(num, at) is { } start && restarted.Add((list, at)))
            {
                counter[at] = at == level ? start - 1 : start;
            }
        }

        counter[level] = (counter[level] ?? StartOf(num, definition, level) - 1) + 1;
        Array.Fill(counter, null, level + 1, Levels - level - 1);
        return LevelOf(num, definition, level) is { } shown ? Written(num, definition, shown, counter) : string.Empty;
    }

    private static string Written(WordElement num, WordElement definition, WordElement shown, int?[] counter)
    {
        var (text, isLegal) = (shown.Find("lvlText")?.Value ?? string.Empty, shown.Is("isLgl") is true);
        var written = new StringBuilder();
        for (var at = 0; at < Math.Min(text.Length, LongestText); at++)
        {
            if (text[at] == '%' && at + 1 < text.Length && text[at + 1] is >= '1' and <= '9')
            {
                var level = text[++at] - '1';
                var format = LevelOf(num, definition, level)?.Find("numFmt")?.Value;
                written.Append(NumberFormat.Write(counter[level] ?? StartOf(num, definition, level), isLegal ? "decimal" : format));
            }
            else
            {
                written.Append(WordSymbols.Shown(text[at], shown.Find("rPr", "rFonts")?.Attribute("ascii")));
            }
        }

        var separator = shown.Find("suff")?.Value switch { "nothing" => "", "space" => " ", _ => "\t" };
        return written.Length == 0 ? string.Empty : written.Append(separator).ToString();
    }

    private WordElement? DefinitionOf(WordElement num)
    {
        var definition = definitions.GetValueOrDefault(num.Find("abstractNumId")?.Value ?? "");
        return definition?.Find("numStyleLink")?.Value is { } style && styles.ListOf(style) is { } other
            && lists.GetValueOrDefault(other) is { } linked
            ? definitions.GetValueOrDefault(linked.Find("abstractNumId")?.Value ?? "") : definition;
    }

    private static WordElement? LevelOf(WordElement num, WordElement definition, int level) =>
        Override(num, level)?.Find("lvl") ?? definition.Children.Find(child => child.Name == "lvl" && Is(child, level));

    private static int? StartOverride(WordElement num, int level) =>
        Number(Override(num, level)?.Find("startOverride")?.Value);

    private static int StartOf(WordElement num, WordElement definition, int level) =>
        Number(LevelOf(num, definition, level)?.Find("start")?.Value) ?? 1;

    private static WordElement? Override(WordElement num, int level) =>
        num.Children.Find(child => child.Name == "lvlOverride" && Is(child, level));

    private static bool Is(WordElement element, int level) => Number(element.Attribute("ilvl")) == level;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= HighestNumber ? number : null;
}
