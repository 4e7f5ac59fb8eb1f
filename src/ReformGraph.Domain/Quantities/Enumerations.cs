namespace ReformGraph.Domain.Quantities;

/// <summary>What joins the items of an enumeration: 甲、乙和丙.</summary>
internal static class Enumerations
{
    /// <summary>Whether a character joins two items.</summary>
    public static bool IsLink(char character) => character is '、' or '和' or '及' or '与';

    /// <summary>Whether an item follows another one.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="end">The end of the one.</param>
    /// <param name="start">The start of the other.</param>
    public static bool AreJoined(string text, int end, int start) => start - end == 1 && IsLink(text[end]);
}
