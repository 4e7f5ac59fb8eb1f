using System.Text.RegularExpressions;

namespace ReformGraph.Data.Tables;

/// <summary>The value of a code list for whatever it does not list, and the words that offices use for it.</summary>
internal static partial class OtherValue
{
    /// <summary>The name of the value.</summary>
    public const string Name = "OTHER";

    /// <summary>What follows the name of a code list in the name of the field that keeps the words.</summary>
    public const string Wording = "Wording";

    /// <summary>Whether a text names the value, alone or with the words: 其他, 其他（冷库）.</summary>
    public static bool IsNamed(string text) => Named().IsMatch(text);

    /// <summary>The words that the value does not say; empty for none.</summary>
    /// <param name="text">The cell of a row that has the value.</param>
    public static string WordingOf(string text) => Named().Match(text) is { Success: true } named ? named.Groups["words"].Value
        : text.Equals(Name, StringComparison.OrdinalIgnoreCase) ? string.Empty : text;

    [GeneratedRegex(@"^其[他它](?:[(（](?<words>[^()（）]+)[)）]|[:：—-](?<words>.+))?$")]
    private static partial Regex Named();
}
