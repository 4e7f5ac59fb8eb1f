using System.Text.RegularExpressions;

namespace ReformGraph.Domain.Quantities;

/// <summary>
/// Recognizes digits that do not state a quantity: dates, document and telephone numbers, ordinals, frameworks, labels. Input: a folded
/// text and the position of a digit. Output: the passage and what it is. Every pattern is anchored at a position and bounded in length.
/// </summary>
internal static partial class NotQuantityReader
{
    private const string Sep = "[ ]?(?:[—\\-~]{1,2}|至|到)[ ]?";
    private const string Y = "(?:(?:19|20|21)[0-9]{2}|[一二][〇零一二三四五六七八九]{3})";
    private const string D = "(?:[0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})";
    private const string MonthDay =
        "(?:" + D + "[ ]?月(?:份|底|末|初|上旬|中旬|下旬)?(?:[ ]?" + D + "[ ]?[日号])?)";

    private const string InYear =
        "(?:[ ]?(?:第?[一二三四1-4]季度|[上下]半年|前[一二三1-3]个?季度|前?" + D + "(?:[ ]?月)?" + Sep + MonthDay + "|"
            + MonthDay + "))";

    private const string YearDate = Y + "[ ]?(?:年度|学年|年底|年末|年初|年)" + InYear + "?";

    private const int LongestAgency = 12;
    private const int LongestRatio = 24;

    /// <summary>The passage at a position, if it is not a quantity; null if it may be one.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="at">The position of a digit, or of a letter.</param>
    /// <param name="floor">The earliest possible start of the passage.</param>
    public static Passage? Read(string text, int at, int floor) =>
        DocumentNumberAt(text, at, floor) ?? PhoneAt(text, at) ?? FrameworkAt(text, at, floor)
        ?? (char.IsAsciiDigit(text[at]) ? CodeAt(text, at, floor) : null) ?? HeadingAt(text, at)
        ?? OrdinalAt(text, at, floor) ?? DateAt(text, at, floor) ?? LabelAt(text, at, floor) ?? Found(Age(), text, at, NotQuantity.Date);

    private static Passage? Found(Regex pattern, string text, int at, NotQuantity reason, int start = -1) =>
        pattern.Match(text, at) is { Success: true } match ? new(start < 0 ? at : start, match.Index + match.Length, null, reason) : null;

    // 澄委发〔2021〕3号
    private static Passage? DocumentNumberAt(string text, int at, int floor)
    {
        if (at == 0 || !"〔[（【﹝《".Contains(text[at - 1], StringComparison.Ordinal) || !DocumentNumber().IsMatch(text, at))
        {
            return null;
        }

        var start = at - 1;
        while (start > floor && at - start <= LongestAgency && text[start - 1] is >= '\u4E00' and <= '\u9FFF')
        {
            start--;
        }

        return Found(DocumentNumber(), text, at, NotQuantity.DocumentNumber, start);
    }

    private static Passage? PhoneAt(string text, int at)
    {
        var before = text.AsSpan(Math.Max(0, at - 10)..at).TrimEnd("：:为是 （");
        return Found(Phone(), text, at, NotQuantity.PhoneNumber)
            ?? (EndsWithAny(before, "电话", "热线", "传真", "手机", "号码", "邮编", "微信", "联系方式", "拨打")
                ? Found(DigitsAndHyphens(), text, at, NotQuantity.PhoneNumber)
            : EndsWithAny(before, "国道", "省道", "县道", "乡道") ? Found(NumberOfRoad(), text, at, NotQuantity.Ordinal)
            : EndsWithAny(before, "账号", "帐号", "证号", "编号", "代码", "编码", "序号", "QQ", "车牌")
                ? Found(DigitsAndHyphens(), text, at, NotQuantity.Code)
            : Found(Hotline(), text, at, NotQuantity.PhoneNumber));
    }

    private static Passage? FrameworkAt(string text, int at, int floor) =>
        (at <= floor || (!char.IsAsciiLetterOrDigit(text[at - 1]) && text[at - 1] is not ('+' or '.')))
            && Framework().Match(text, at) is { Success: true } framework
            ? new(at, at + framework.Length, null, NotQuantity.FrameworkName)
            : Found(AllDay(), text, at, NotQuantity.Name);

    // B1, G108, 5G, 4A, PM2.5; but 5km is a length
    private static Passage? CodeAt(string text, int at, int floor)
    {
        var start = at;
        while (start > floor && IsOfCode(text[start - 1]) && (char.IsAsciiLetterOrDigit(text[start - 1]) || start < at))
        {
            start--;
        }

        if (start < at && text.AsSpan(start..at).ContainsAnyInRange('A', 'z') && !Amount().IsMatch(text, at)) // GDP56.8亿元
        {
            return Found(RestOfCode(), text, at, NotQuantity.Code, start);
        }

        return LetteredCode().Match(text, at) is { Success: true } code && !IsUnit(text, at)
            ? new(at, at + code.Length, null, NotQuantity.Code)
            : Found(LongCode(), text, at, NotQuantity.Code);
    }

    private static bool IsUnit(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.' or ','))
        {
            at++;
        }

        return MeasureWords.Read(text, ref at) is not null;
    }

    private static bool IsOfCode(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' or '@' or '/';

    private static Passage? HeadingAt(string text, int at)
    {
        var line = at;
        while (line > 0 && text[line - 1] is ' ' or '\t' or '（')
        {
            line--;
        }

        var isFirst = line == 0 || text[line - 1] == '\n';
        var isItem = isFirst || text[line - 1] is '。' or '；' or '：' or '，' or '、';
        if (at > 0 && text[at - 1] == '（')
        {
            return isItem ? Found(BracketedNumber(), text, at, NotQuantity.HeadingNumber) : null;
        }

        return (isFirst ? Found(NumberOfLine(), text, at, NotQuantity.HeadingNumber) : null)
            ?? (isItem ? Found(NumberOfItem(), text, at, NotQuantity.HeadingNumber) : null)
            ?? (isItem ? Found(WordOfItem(), text, at, NotQuantity.HeadingNumber) : null);
    }

    private static Passage? OrdinalAt(string text, int at, int floor)
    {
        var before = at > floor ? text[at - 1] : '\0';
        if (before == '第' || (before == ' ' && at - 1 > floor && text[at - 2] == '第'))
        {
            return Found(Ordinal(), text, at, NotQuantity.Ordinal, before == ' ' ? at - 2 : at - 1);
        }

        if (before == '前' && Found(Quarters(), text, at, NotQuantity.Period, at - 1) is { } quarters)
        {
            return quarters;
        }

        if (before == '前'
            && (at < 2 || "，。、；（“ \n列居名入进位省市国县区达第".Contains(text[at - 2], StringComparison.Ordinal)))
        {
            return Found(Ordinal(), text, at, NotQuantity.Ordinal, at - 1);
        }

        var isSpan = EndsWithAny(text.AsSpan(floor..at), "连续", "历时"); // 连续3个季度
        return (isSpan ? null : Found(Quarters(), text, at, NotQuantity.Period)) ?? Found(Numbered(), text, at, NotQuantity.Ordinal);
    }

    private static Passage? DateAt(string text, int at, int floor)
    {
        if (at > floor && (char.IsAsciiDigit(text[at - 1])
            || (text[at - 1] is '.' or ',' && at - 1 > floor && char.IsAsciiDigit(text[at - 2]))))
        {
            return null;
        }

        if (Date().Match(text, at) is { Success: true } date)
        {
            var isSpan = date.Groups["to"].Success || (date.Value.EndsWith('月') && Span().IsMatch(date.Value));
            return new(at, at + date.Length, null, isSpan ? NotQuantity.Period : NotQuantity.Date);
        }

        var before = text.AsSpan(Math.Max(0, at - 3)..at);
        return (EndsWithAny(before, "最近", "过去", "未来", "今后", "近")
            ? Found(RecentYears(), text, at, NotQuantity.Period) : null)
            ?? (Ratio().IsMatch(text[Math.Max(0, at - LongestRatio)..at]) ? null : Found(Clock(), text, at, NotQuantity.Time));
    }

    private static Passage? LabelAt(string text, int at, int floor)
    {
        var before = text.AsSpan(Math.Max(floor, at - 3)..at);
        var isLabel = EndsWithAny(before, "附件", "附表", "附图", "专栏", "案例", "图", "图 ")
            || (EndsWithAny(before, "表", "表 ") && !EndsWithAny(before, "代表", "发表", "填表", "报表", "代表 "));
        return at > 0 && text[at - 1] == '[' ? Found(Note(), text, at, NotQuantity.Label)
            : isLabel ? Found(LabelNumber(), text, at, NotQuantity.Label)
            : null;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> text, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (text.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"\G(?:19|20)[0-9]{2}[〕\]）】﹞》][ ]?第?[ ]?[0-9]{1,5}[ ]?号")]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(
        @"\G(?:0[0-9]{2,3}[- ）]{1,2}[0-9]{7,8}|1[3-9][0-9]{9}|[48]00-[0-9]{3,4}-?[0-9]{3,4})(?:[-转][0-9]{1,5})?(?![0-9.万亿千百])")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\G[0-9]{3,4}线?(?![0-9])")]
    private static partial Regex NumberOfRoad();

    [GeneratedRegex(@"\G(?:[0-9][0-9,.]{0,20}|[0-9]{1,3}(?:[， ][0-9]{3}){1,6}(?:\.[0-9]{1,6})?)[ ]?[万亿元%]")]
    private static partial Regex Amount();

    [GeneratedRegex(@"\G[0-9][0-9\- ]{4,30}(?![部台次件个户人])")]
    private static partial Regex DigitsAndHyphens();

    [GeneratedRegex(
        @"\G1[0-9]{2,4}(?=[”’]?(?:(?:政务|便民|服务|市民|急救)?(?:服务)?(?:便民)?(?:热线|平台|专线)|报警|" +
        @"急救|指挥|接警|接处警|联动))")]
    private static partial Regex Hotline();

    [GeneratedRegex(
        @"\G(?:[0-9]{1,4}|[A-Za-z]|[一二两三四五六七八九十]{1,2})" +
        @"(?:[ ]?\+[ ]?(?:[0-9]{1,4}|[A-Za-z]|[一二两三四五六七八九十]{1,2}|(?=[\u4E00-\u9FFF]))){1,8}" +
        @"(?:[>=][0-9]{1,4})?(?![0-9])")]
    private static partial Regex Framework();

    [GeneratedRegex(@"\G(?:[0-9]{1,2}[×xX\*][0-9]{1,2}(?:小时|[ ]?h)?(?![0-9米])|24[ ]?小时(?!以?内|之内|以上|左右))")]
    private static partial Regex AllDay();

    [GeneratedRegex(@"\G[0-9A-Za-z._\-@/]{0,60}(?<![.\-_/])")]
    private static partial Regex RestOfCode();

    [GeneratedRegex(@"\G[0-9][0-9.]{0,10}[A-Za-z][0-9A-Za-z]{0,20}级?")]
    private static partial Regex LetteredCode();

    [GeneratedRegex(@"\G[0-9]{9,40}(?![0-9.%‰\u4E00-\u9FFF㎡ ])")]
    private static partial Regex LongCode();

    [GeneratedRegex(@"\G(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})）")]
    private static partial Regex BracketedNumber();

    [GeneratedRegex(
        @"\G(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.、）]?(?=[ \t])(?![ ]0[0-9]{2})" +
        @"(?![ ][个项名件处所座条户家人元亩公余多万亿%至—约])|" +
        @"[0-9]{1,2}[.、）](?![0-9])|[一二三四五六七八九十]{1,3}[、.）])")]
    private static partial Regex NumberOfLine();

    [GeneratedRegex(@"\G[0-9]{1,2}[.）](?![0-9])")]
    private static partial Regex NumberOfItem();

    [GeneratedRegex(@"\G(?:[一二三四五六七八九]|十[一二三四五]?)(?=是|要)")]
    private static partial Regex WordOfItem();

    [GeneratedRegex(
        @"\G(?:[0-9]{1,6}|[〇零一二三四五六七八九十百两]{1,6})(?:[—\-~至、](?:[0-9]{1,6}|" +
        @"[〇零一二三四五六七八九十百两]{1,6}))?" +
        @"(?:个月|个|名|位|批|次|届|期|条|款|项|号|季度|年|天|轮|产业|方|者|组|强|书记|课堂|车间|线|" +
        @"时间|步|类|级|阶段)?")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\G[一二两三四1-4](?:[—\-~至、][一二三四1-4])?个?季度")]
    private static partial Regex Quarters();

    [GeneratedRegex(
        @"\G(?:[0-9]{1,5}[ ]?(?:号(?!召)|楼(?!栋|房)|周年|级(?!以|别)|届|世纪|强(?!化|镇)|等奖|星级|年级|年代|" +
        @"路公|国道|省道|县道|" +
        @"后(?=[，。、的干青])|型(?!号))|[0-9]0[ ]?后|[0-9]{1,4}(?:\.[0-9]{1,2})?版)")]
    private static partial Regex Numbered();

    [GeneratedRegex(
        @"\G(?:" + YearDate + "(?<to>" + Sep + "(?:" + YearDate + "|" + MonthDay + "|" + D + "[日号]))?|" +
        Y + "(?<to>" + Sep + Y + ")(?:[ ]?(?:年度|学年|年底|年末|年)|(?=[，。；、）”\n]|$))|" +
        D + "(?:[ ]?月)?" + Sep + MonthDay + "|" +
        MonthDay + "(?<to>" + Sep + "(?:" + MonthDay + "|" + D + "[日号]))?(?:、" + D + "[日号])?|" +
        D + "日(?!以?内|之内|常|均|益)(?<to>" + Sep + D + "日)?|" +
        Y + "[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?![0-9]))")]
    private static partial Regex Date();

    [GeneratedRegex("[—\\-~至到]")]
    private static partial Regex Span();

    [GeneratedRegex(
        @"\G[0-9一二两三四五六七八九十]{1,3}(?:个多|多)?(?:年|个月|天)(?:多)?(?=来|以来|，|间|期|内)")]
    private static partial Regex RecentYears();

    [GeneratedRegex(
        @"\G(?:[01]?[0-9]|2[0-4])(?:：[0-5][0-9](?![0-9]|[.：][0-9])|时(?![间限段期刻常候效])(?:[0-5]?[0-9]分)?|" +
        @"点(?:[0-5]?[0-9]分|半|钟|整|(?=[至到—\-~前后])))(?:[至到—\-~](?:[01]?[0-9]|2[0-4])(?:：[0-5][0-9]|时|" +
        @"点半?))?")]
    private static partial Regex Clock();

    // 师生比1：12, 比例由1：15调整为1：12
    [GeneratedRegex("比[例重率值]?(?:[约为是达到至由从：0-9.]|调整|优化|提高|降低|下降|改善){0,9}$")]
    private static partial Regex Ratio();

    [GeneratedRegex(@"\G[0-9]{1,3}(?:\])")]
    private static partial Regex Note();

    [GeneratedRegex(
        @"\G[0-9一二三四五六七八九十]{1,3}" +
        @"(?![0-9一二三四五六七八九十百千万亿.%‰个名份项件处所座条户人元亩公张幅]|余|多)")]
    private static partial Regex LabelNumber();

    [GeneratedRegex(@"\G(?:[0-9]0|[一二三四五六七八九]十)年代")]
    private static partial Regex Age();
}
