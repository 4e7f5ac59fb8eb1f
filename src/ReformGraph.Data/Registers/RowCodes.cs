using ReformGraph.Data.Tables;
using ReformGraph.Domain.Reports;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Registers;

/// <summary>How the rows of a table without codes get theirs from other columns.</summary>
/// <param name="From">The positions of the columns; that of the township is -1 if it can only be in rows of its own.</param>
/// <param name="Township">The position of the township; -1 for none.</param>
/// <param name="Village">The position of the village; -1 for none.</param>
internal sealed record RowCodes(IReadOnlyList<int> From, int Township, int Village)
{
    private const int HashLength = 16;

    /// <summary>Whether the codes are the numbers of the rows, which other tables have too.</summary>
    public bool AreNumbers { get; init; }

    /// <summary>The code of a row; null if the row does not have what identifies it. A longer text than a code may have is its beginning
    /// and its hash.</summary>
    /// <param name="row">The row.</param>
    /// <param name="place">The place that it names.</param>
    public string? Of(TableRow row, PlaceName place)
    {
        var parts = From.Select(position => PartOf(row, place, position)).ToList();
        if (parts[^1].Length == 0)
        {
            return null;
        }

        var code = PlainText.NewCode(string.Join('-', parts.Where(part => part.Length > 0)));
        return !UnicodeText.IsLongerThan(code, RowRules.LongestCode) ? code
            : $"{string.Concat(code.EnumerateRunes().Take(RowRules.LongestCode - HashLength - 1))}#{ReportText.Hash(code)[..HashLength]}";
    }

    private string PartOf(TableRow row, PlaceName place, int position) => position == Township ? place.Township
        : position == Village ? place.Village
        : RegisterTable.IsNone(row.Cells[position]) ? string.Empty
        : string.Concat(CountyPlaces.Plain(row.Cells[position]!).EnumerateRunes().Where(character => !UnicodeText.IsInvisible(character)));
}
