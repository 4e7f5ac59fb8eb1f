using System.Text.RegularExpressions;
using ReformGraph.Data.Tables;

namespace ReformGraph.Data.Registers;

/// <summary>Says what a row below the header is: a row of the register, or a total, a note or a blank.</summary>
internal sealed partial class RowClassifier(RegisterPlan plan)
{
    private const int FewColumns = 3;
    private const string Numeral = "[一二三四五六七八九十]{1,3}";
    private const string Chapter = "第" + Numeral + "(?:部分|章|节|类)";

    private readonly IReadOnlyList<RegisterColumn> columns = plan.Columns;

    // A header of several rows is repeated row by row.
    private readonly List<HashSet<string>> headings = [.. plan.Columns.Select(column => HeadingText.Normal(column.Heading))
        .Select(heading => new HashSet<string>(heading.Split('/')) { heading })];

    private readonly Dictionary<char, int> ofSections = []; // how many rows were taken for sections, by how they are numbered
    private readonly HashSet<char?> ofRows = []; // how the other rows are numbered; null for 1, 2, 3 and for no number

    /// <summary>How the rows of the register are numbered, if only that makes some of them look like sections: a table in which every row
    /// is 一, 二 or 三 has none. Null if sections are sections. It is known after the last row.</summary>
    public char? NumberingOfRows => ofSections.Count == 0 ? null
        : ofRows.Count == 0 ? ofSections.MaxBy(one => one.Value).Key
        : ofRows.Count == 1 && ofRows.Single() is { } all && ofSections.ContainsKey(all) ? all : null;

    /// <summary>The township that the last row of its own named for the rows below it; empty if none did.</summary>
    public string Township { get; private set; } = string.Empty;

    /// <summary>The township of a row that names none: the one that the last row of its own named or, if the column has named none so
    /// far, that of a mapping; empty for none.</summary>
    /// <param name="above">The last township that the column has named; empty for none.</param>
    public string InheritedTownship(string above) =>
        Township.Length > 0 ? Township : above.Length > 0 ? string.Empty : plan.DefaultTownship;

    /// <summary>What a row is. Rows are given in their order.</summary>
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
        if (SumOf(given, words) is { } sum)
        {
            return sum;
        }

        var isOneText = columns.Count >= FewColumns && given.TrueForAll(cell => cell.Text == given[0].Text)
            && (given.Count == 1 || given[0].IsMerged);
        var isBanner = isOneText && (given.Count > 1 || given[0].Position == 0);
        if ((isBanner || (isOneText && columns[given[0].Position].Means == "township"))
            && TownshipIn(row.Cells[given[0].Position]!) is { } named)
        {
            Township = named;
            return RowKind.Township;
        }

        var numbering = NumberingOf(given);
        if (numbering is { } own && own != plan.NumberingOfRows && SectionOf(given, words) is { } section)
        {
            ofSections[own] = ofSections.GetValueOrDefault(own) + 1;
            return section;
        }

        var isRow = given.Count == 1 && numbering is not null && numbering == plan.NumberingOfRows;
        var kind = KindOf(given, words, isBanner && words.Count == 1 && !isRow);
        _ = kind is RowKind.Data or RowKind.Blank && ofRows.Add(numbering);
        return kind;
    }

    private RowKind KindOf(List<(int Position, string Text, bool IsMerged)> given, List<string> words, bool isGroup) =>
        isGroup || Note().IsMatch(given[0].Text) ? RowKind.Note
            : given.TrueForAll(cell => columns[cell.Position].Means is RegisterVocabulary.Sequence or "township")
                && given.Exists(cell => columns[cell.Position].Means is RegisterVocabulary.Sequence) ? RowKind.Blank
            : given.TrueForAll(cell => headings[cell.Position].Contains(cell.Text)) ? RowKind.Title
            : IsHeader(words) ? RowKind.Header
            : RowKind.Data;

    // A row that counts others, or what another counts.
    private RowKind? SumOf(List<(int Position, string Text, bool IsMerged)> given, List<string> words) =>
        words.Find(word => Total().IsMatch(word)) is { } total && words.Count <= 2
            ? Whole().IsMatch(total) ? RowKind.Total : RowKind.Subtotal
            : IsPart(given) ? RowKind.Part : null;

    // 其中：校舍 is counted in the row above; a row with a number or a code of its own may have a name that begins so.
    private bool IsPart(List<(int Position, string Text, bool IsMerged)> given)
    {
        var isNumbered = given.Exists(cell => columns[cell.Position].Means is RegisterVocabulary.Sequence or "code"
            && !Part().IsMatch(cell.Text));
        return given.Find(cell => Part().IsMatch(cell.Text)) is { Text: { } text, Position: var at }
            && (columns[at].Means is RegisterVocabulary.Sequence or "code" or "township" or "village"
                || CodeChoices.Names.Contains(columns[at].Means, StringComparer.OrdinalIgnoreCase))
            && (!isNumbered || text.StartsWith("其中:", StringComparison.Ordinal));
    }

    // By its kind: 一, （一）, 第一部分, in 序号 or before the first text.
    private char? NumberingOf(List<(int Position, string Text, bool IsMerged)> given)
    {
        var first = given.Find(cell => columns[cell.Position].Means is not "township");
        var form = columns[first.Position].Means is RegisterVocabulary.Sequence ? SectionNumber() : Section();
        return first.Text is { } text && form.IsMatch(text) ? text[0] is '(' or '第' ? text[0] : '一' : null;
    }

    // 一 | 优化布局, or （一）优化布局, with nothing but the sum of a column.
    private RowKind? SectionOf(List<(int Position, string Text, bool IsMerged)> given, List<string> words)
    {
        var isNumbered = given.Count > 1 && columns[given[0].Position].Means is RegisterVocabulary.Sequence
            && SectionNumber().IsMatch(given[0].Text);
        var title = given[isNumbered ? 1 : 0];
        var sums = given.Count(cell => columns[cell.Position].Field is { IsNumber: true } && IsNumber(cell.Text));
        if (columns.Count < FewColumns + sums || sums > 1 || words is [] || words.Count + sums != given.Count || words[^1] != title.Text
            || (!isNumbered && !(Section().IsMatch(title.Text) && columns[title.Position].Means is not RegisterVocabulary.Sequence)))
        {
            return null;
        }

        var named = TownshipIn(title.Text);
        Township = named ?? Township;
        return sums > 0 ? RowKind.Subtotal : named is null ? RowKind.Note : RowKind.Township;
    }

    private string? TownshipIn(string text)
    {
        var name = Banner().Match(CountyPlaces.Plain(text)).Groups["name"].Value;
        return name.Length > 0 && (plan.Places.Had(name) || TownshipName().IsMatch(name)) ? name : null;
    }

    // It begins with 序号, or most of its words are headings, though not of these columns.
    private bool IsHeader(List<string> words) => (words.Count >= FewColumns && words[0] == "序号")
        || (words.Count(plan.IsHeading) is > 1 and var known
            && (known == words.Count || (known >= FewColumns && known * FewColumns >= words.Count * (FewColumns - 1))));

    private static bool IsMerged(TableRow row, int position) => row.Problems?.GetValueOrDefault(position)?.Rule == "MERGED";

    // 2个 and 共2个村 are numbers, and 甲镇(2个) is the heading of a group.
    private static bool IsNumber(string text) =>
        (BeginsWithDigit().IsMatch(text) && ShownNumber.TryRead(text) is not null) || ColumnTotals.CountIn(text) is not null;

    [GeneratedRegex(@"^[-+(\u2212¥￥.]*[0-9]")]
    private static partial Regex BeginsWithDigit();

    // 一、甲镇(5个村):
    [GeneratedRegex(@"^(?:\(?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,3})[、.)])?(?<name>[^()0-9:]{2,20})(?:\([^()]{0,20}\))?:?$")]
    private static partial Regex Banner();

    [GeneratedRegex("^(?!.*(?:乡镇|各镇|(?:重点|中心|试点|一般|示范|建制|其他)镇)$)" +
        ".{1,12}(?:镇|乡|街道|街道办|街道办事处)$")]
    private static partial Regex TownshipName();

    [GeneratedRegex(@"^(?:\(?" + Numeral + @"\)?[、.]?|" + Chapter + ")$")]
    private static partial Regex SectionNumber();

    [GeneratedRegex(@"^(?:\(" + Numeral + @"\)|" + Numeral + "、|" + Chapter + ")")]
    private static partial Regex Section();

    [GeneratedRegex("^其中")]
    private static partial Regex Part();

    [GeneratedRegex(@"^.{0,12}(?:合计|小计|总计|共计|累计)(?:\([^()]*\))?$")]
    private static partial Regex Total();

    [GeneratedRegex(@"^(?:全县|县|总)?(?:合计|总计|共计|累计)(?:\([^()]*\))?$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?:注|说明|备注|填[表报](?:说明|人|单位|日期|时间)|制表(?:人|单位|日期|时间)?" +
        @"|审[核批]人?|复核人?|(?:单位|主要|分管)?负责人|联系人|联系电话|报送(?:单位|时间|日期)|日期" +
        @"|(?:资料|数据)来源)(?:\(.{1,10}\))?\d{0,2}[:.、]")]
    private static partial Regex Note();
}
