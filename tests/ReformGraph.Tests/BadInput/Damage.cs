using CsCheck;

namespace ReformGraph.Tests.BadInput;

/// <summary>Texts that were right until pieces were put into them, each in place of a few characters.</summary>
internal static class Damage
{
    /// <param name="texts">What is damaged.</param>
    /// <param name="pieces">What is inserted, in addition to any short text.</param>
    /// <param name="least">How many pieces at least.</param>
    /// <param name="most">How many at most.</param>
    public static Gen<string> To(Gen<string> texts, string[] pieces, int least, int most) =>
        from text in texts
        from edits in Gen.Select(Gen.Double[0, 1], Gen.Int[0, 12],
            Gen.OneOf(Gen.OneOf<string>(pieces), Gen.String[0, 8])).Array[least, most]
        select edits.Aggregate(text, Edited);

    private static string Edited(string text, (double At, int Length, string Piece) edit)
    {
        var at = (int)(edit.At * text.Length);
        return text[..at] + edit.Piece + text[Math.Min(text.Length, at + edit.Length)..];
    }
}
