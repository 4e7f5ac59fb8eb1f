namespace ReformGraph.Data.Extraction;

/// <summary>The styles of a Word file, as far as they determine what is hidden and what is numbered.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, WordElement> styles = [];
    private readonly WordElement? defaults;
    private readonly string? usual;

    /// <summary>Reads them from their part; null if there is none.</summary>
    public WordStyles(WordElement? part)
    {
        foreach (var style in part?.Children.SelectMany(root => root.Children) ?? [])
        {
            if (style.Name == "style" && style.Attribute("styleId") is { } id)
            {
                styles.TryAdd(id, style);
                usual = style.Attribute("type") == "paragraph" && style.Attribute("default") is "1" or "true" ? id : usual;
            }
            else if (style.Name == "docDefaults")
            {
                defaults = style.Find("rPrDefault", "rPr");
            }
        }
    }

    /// <summary>Whether a run is hidden, by its own properties, by its style or by that of its paragraph.</summary>
    public bool IsHidden(WordElement? run, WordElement? paragraph) => run?.Is("vanish")
        ?? InheritedVanish(run?.Find("rStyle")?.Value)
        ?? InheritedVanish(paragraph?.Find("pStyle")?.Value ?? usual)
        ?? defaults?.Is("vanish") ?? false;

    /// <summary>The list and level of a paragraph; the list is null if it is not an item.</summary>
    public (string? List, int Level) NumberingOf(WordElement? paragraph)
    {
        var style = paragraph?.Find("pStyle")?.Value ?? usual;
        var list = paragraph?.Find("numPr", "numId")?.Value ?? InheritedText(style, "numId");
        var level = paragraph?.Find("numPr", "ilvl")?.Value ?? InheritedText(style, "ilvl");
        return (list is "0" ? null : list, int.TryParse(level, out var number) && number is >= 0 and < WordNumbering.Levels ? number : 0);
    }

    /// <summary>The list of a numbering style; null if it has none.</summary>
    public string? ListOf(string style) => InheritedText(style, "numId");

    private string? InheritedText(string? style, string name) =>
        Chain(style).Select(found => found.Find("pPr", "numPr")?.Find(name)?.Value).FirstOrDefault(value => value is not null);

    private bool? InheritedVanish(string? style) =>
        Chain(style).Select(found => found.Find("rPr")?.Is("vanish")).FirstOrDefault(value => value is not null);

    // A style, and those on which it is based.
    private IEnumerable<WordElement> Chain(string? style)
    {
        for (var depth = 0; style is not null && depth < LongestChain && styles.GetValueOrDefault(style) is { } found; depth++)
        {
            yield return found;
            style = found.Find("basedOn")?.Value;
        }
    }
}
