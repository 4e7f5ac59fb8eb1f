using System.Globalization;

namespace ReformGraph.Data.Extraction;

/// <summary>Maps the characters of the fonts Symbol and Wingdings to Unicode.</summary>
internal static class WordSymbols
{
    /// <summary>The replacement for a character without an equivalent.</summary>
    public const char Unknown = '\uFFFC';

    private const int PrivateUse = 0xF000;

    private static readonly Dictionary<int, char> Wingdings = Table(
        "21✏22✂4a☺4c☹4e☠51✈52☼54❄55✝6c●6d❍6e■6f□71❑72❒73⬧74⧫75◆76❖77⬥78⌧79⍓7a⌘7b❀7c✿" +
        "7d❝7e❞80⓪81①82②83③84④85⑤" +
        "86⑥87⑦88⑧89⑨8a⑩8b⓿8c❶8d❷8e❸8f❹90❺91❻92❼93❽94❾95❿9f•a1○a4◉a5◎a7▪a8◻ab★d8➢df←" +
        "e0→e1↑e2↓ef⇦f0⇨f1⇧f2⇩fb✗" +
        "fc✓fd☒fe☑");

    private static readonly Dictionary<int, char> Symbols = Table(
        "22∀24∃27∋2a∗2d−40≅41Α42Β43Χ44Δ45Ε46Φ47Γ48Η49Ι4bΚ4cΛ4dΜ4eΝ4fΟ50Π51Θ52Ρ53Σ54Τ55Υ57Ω58Ξ59Ψ5aΖ" +
        "5c∴5e⊥61α" +
        "62β63χ64δ65ε66φ67γ68η69ι6bκ6cλ6dμ6eν6fο70π71θ72ρ73σ74τ75υ77ω78ξ79ψ7aζa2′a3≤a4⁄a5∞ab↔ac←ad↑" +
        "ae→af↓b0°" +
        "b1±b2″b3≥b4×b5∝b6∂b7•b8÷b9≠ba≡bb≈bc…c5⊕c7∩c8∪cc⊂cd⊆ce∈cf∉d0∠d2®d3©d4™d5∏d6√d7⋅" +
        "d8¬d9∧da∨db⇔dc⇐dd⇑de⇒" +
        "df⇓e5∑");

    /// <summary>The character of a symbol, <c>w:sym</c>.</summary>
    public static char Of(string? font, string? code) =>
        int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 0xFFFF
            ? Shown((char)number, font) : Unknown;

    /// <summary>A character of a font as it is displayed.</summary>
    public static char Shown(char character, string? font)
    {
        var code = character >= PrivateUse && character < PrivateUse + 256 ? character - PrivateUse : character;
        return font switch
        {
            "Symbol" => Symbols.TryGetValue(code, out var symbol) ? symbol : code is >= 0x20 and < 0x7F ? (char)code : Unknown,
            "Wingdings" => Wingdings.GetValueOrDefault(code, Unknown),
            _ => char.GetUnicodeCategory(character) is UnicodeCategory.PrivateUse or UnicodeCategory.Control or UnicodeCategory.Surrogate
                ? Unknown : character,
        };
    }

    // Two hexadecimal digits and a character, one after the other.
    private static Dictionary<int, char> Table(string pairs)
    {
        var table = new Dictionary<int, char>();
        for (var at = 0; at + 2 < pairs.Length; at += 3)
        {
            table.Add(int.Parse(pairs.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture), pairs[at + 2]);
        }

        return table;
    }
}
