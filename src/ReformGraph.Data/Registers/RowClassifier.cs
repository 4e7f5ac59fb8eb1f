using System.Text.RegularExpressions;
using ReformGraph.Data.Tables;

namespace ReformGraph.Data.Registers;

/// <summary>Says what a row below the header is: a row of the register, or a total, a note or a blank.</summary>
internal sealed partial class RowClassifier(IReadOnlyList<RegisterColumn> columns)
{
    private const int FewColumns = 3;

    // A header of several rows is repeated row by row.
    private readonly List<HashSet<string>> headings = [.. columns.Select(column => HeadingText.Normal(column.Heading))
        .Select(heading => new HashSet<string>(heading.Split('/')) { heading })];

    /// <summary>What a row is.</summary>
    public RowKind KindOf(TableRow row)
    {
        var given = row.Cells.Index().Where(cell => !string.IsNullOrWhiteSpace(cell.Item))
            .Select(cell => (Position: cell.Index, Text: HeadingText.Normal(cell.Item!), IsMerged: IsMerged(row, cell.Index)))
            .ToList();
        if (given is [])
        {
            return row.Beyond is { Value: var value } && !Note().IsMatch(HeadingText.Normal(value)) ? RowKind.Data
                : row.Beyond is null ? RowKind.Blank : RowKind.Note;
        }

        var words = given.Where(cell => !IsNumber(cell.Text)).Select(cell => cell.Text).Distinct().ToList();
        if (words.Find(word => Total().IsMatch(word)) is { } total && words.Count <= 2)
        {
            return Whole().IsMatch(total) ? RowKind.Total : RowKind.Subtotal;
        }

        var isNote = Note().IsMatch(given[0].Text)
            || (columns.Count >= FewColumns && words.Count == 1 && given.TrueForAll(cell => cell.Text == words[0])
                && (given.Count > 1 ? given[0].IsMerged : given[0].Position == 0));
        return isNote ? RowKind.Note
            : given.TrueForAll(cell => columns[cell.Position].Means is RegisterVocabulary.Sequence or "township")
                && given.Exists(cell => columns[cell.Position].Means is RegisterVocabulary.Sequence) ? RowKind.Blank
            : given.TrueForAll(cell => headings[cell.Position].Contains(cell.Text)) ? RowKind.Title
            : RowKind.Data;
    }

    private static bool IsMerged(TableRow row, int position) => row.Problems?.GetValueOrDefault(position)?.Rule == "MERGED";

    // 2个 is a number, and 甲镇(2个) is the heading of a group.
    private static bool IsNumber(string text) => BeginsWithDigit().IsMatch(text) && ShownNumber.TryRead(text) is not null;

    [GeneratedRegex(@"^[-+(\u2212¥￥.]*[0-9]")]
    private static partial Regex BeginsWithDigit();

    [GeneratedRegex(@"^.{0,12}(?:合计|小计|总计|共计)(?:\([^()]*\))?$")]
    private static partial Regex Total();

    [GeneratedRegex(@"^(?:全县|县|总)?(?:合计|总计|共计)(?:\([^()]*\))?$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?:注|说明|备注|填[表报](?:说明|人|单位|日期|时间)|制表(?:人|单位|日期|时间)?" +
        @"|审[核批]人?|复核人?|(?:单位|主要|分管)?负责人|联系人|联系电话|报送(?:单位|时间|日期)|日期" +
        @"|(?:资料|数据)来源)(?:\(.{1,10}\))?\d{0,2}[:.、]")]
    private static partial Regex Note();
}
