using ReformGraph.Data.Tables;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Quantities;

namespace ReformGraph.Data.Extraction;

/// <summary>
/// Proposes the figures of a report. Input: its text. Output: a row for each quantity in reading order, and for each passage that was not
/// understood; on request, also for each passage that is not a quantity. It uses no database.
/// </summary>
internal sealed class ReportDraft
{
    private const int LongestSentence = 1_000;
    private const int LongestDateLine = 24;
    private const int MostRows = 20_000;

    private readonly string text;
    private readonly string folded;
    private readonly IReadOnlyList<ReportLine> lines;
    private readonly List<Passage> passages;
    private readonly Dictionary<Passage, Mention> mentions = new(ReferenceEqualityComparer.Instance);
    private readonly List<Mention> inOrder = [];
    private int? year;

    private ReportDraft(ReportContent report)
    {
        text = report.Text;
        var plain = FoldedText.Fold(text);
        lines = ReportLayout.Read(plain, report.Notes);
        folded = ReportTable.WithCommas(Without(report.Numbers, plain), lines);
        passages = [.. QuantityScanner.ScanFolded(folded)];
        if (passages.Count(passage => passage.Reason is null) > MostRows)
        {
            throw TableException.OverLimit(1, null, MostRows, new("quantities in a report", "个数据（一份报告）"));
        }
    }

    // Word's automatic numbers are not part of a number in the text.
    private static string Without(IReadOnlyList<(int Start, int End)> numbers, string text)
    {
        var characters = text.ToCharArray();
        foreach (var (start, end) in numbers)
        {
            for (var at = start; at < end; at++)
            {
                characters[at] = NumberReader.IsNumeral(characters[at]) ? WordSymbols.Unknown : characters[at];
            }
        }

        return new(characters);
    }

    /// <summary>Creates the rows.</summary>
    /// <param name="report">The report.</param>
    /// <param name="all">Whether passages that are not quantities also get rows.</param>
    /// <exception cref="TableException">There are too many quantities.</exception>
    public static IEnumerable<DraftRow> Make(ReportContent report, bool all)
    {
        var draft = new ReportDraft(report);
        draft.Locate();
        ContextReader.Read(draft.folded, draft.inOrder, draft.year);
        PartsFinder.Find(draft.folded, draft.inOrder);
        RoleReader.Read(draft.folded, draft.inOrder);
        return draft.Rows(all);
    }

    // Finds the line and the sentence of each passage, reads cells of tables by their headings, and gives each quantity its period.
    private void Locate()
    {
        var (line, start, end, previous) = (0, 0, 0, 0);
        var periods = new PeriodFinder(folded);
        var amounts = new HashSet<decimal>();
        for (var at = 0; at < passages.Count; at++)
        {
            while (passages[at].Start >= lines[line].End && line < lines.Count - 1)
            {
                line++;
            }

            if (passages[at].Start >= end)
            {
                (start, end) = SentenceAt(passages[at].Start, lines[line]);
                periods.Begin(start);
                amounts = AmountsIn(at, end);
            }

            passages[at] = passages[at].Reason is NotQuantity.FrameworkName ? Restated(passages[at], amounts) ?? passages[at]
                : lines[line].Table is { } table ? InTable(table, lines[line], passages[at])
                : passages[at].Quantity is { } rate && Rates.IsUnclear(folded, rate) ? Unread(passages[at], Rates.Unclear)
                : passages[at];
            var passage = passages[at];
            year = passage.Reason is NotQuantity.Date ? YearIn(lines[line], passage) ?? year : year;
            ReadPeriod(periods, lines[line], passage);
            if (passage.Quantity is { } quantity)
            {
                var mention = MentionOf(quantity, lines[line], (start, end), periods.Of(quantity, previous));
                previous = quantity.End;
                mentions.Add(passage, mention);
                inOrder.Add(mention);
            }
        }
    }

    // Of a table, the headings and the words that name a row state periods; other dates are values: 2021年12月 below 建成时间.
    private static void ReadPeriod(PeriodFinder periods, ReportLine line, Passage passage)
    {
        if (line.Table is not { } table || table.IsLabel(line, passage.Start))
        {
            periods.Read(passage);
        }

        if (line.Table?.IsHeader(line) is true && passage.Reason is NotQuantity.Date or NotQuantity.Period)
        {
            line.Table.AddPeriod(line, passage);
        }
    }

    private Mention MentionOf(ReadQuantity quantity, ReportLine line, (int Start, int End) sentence,
        (Passage? Own, Passage? Compared) period)
    {
        var isLimit = quantity.Measure.IsTime && quantity.Precision is Precision.AtMost;
        var (own, ofColumn) = (isLimit ? null : period.Own, line.Table?.PeriodOf(line, quantity.Start));
        var isTwo = own is not null && ofColumn is not null && WordsOf(own) != WordsOf(ofColumn);
        return new(quantity, line, sentence.Start, sentence.End)
        {
            Period = isTwo ? null : own ?? ofColumn,
            Note = isTwo ? $"the row states the period {WordsOf(own!)}, and the column {WordsOf(ofColumn!)}" : null,
            ComparedPeriod = period.Compared,
            Heading = line.Table?.NameOf(line, quantity.Start),
            CellWords = line.Table?.WordsOf(line, quantity.Start),
            LeadEnd = Qualifiers.EndsWithVerb(folded.AsSpan(quantity.Start..quantity.Number)) ? quantity.Number : quantity.Start,
        };
    }

    private string WordsOf(Passage passage) => text[passage.Start..passage.End];

    private (int Start, int End) SentenceAt(int place, ReportLine line)
    {
        var start = place > line.Start ? folded.LastIndexOf('。', place - 1, place - line.Start) : -1;
        var end = folded.IndexOf('。', place, Math.Max(0, line.End - place));
        return (start < 0 ? line.Start : start + 1, end < 0 ? Math.Max(line.End, place + 1) : end + 1);
    }

    private HashSet<decimal> AmountsIn(int from, int end) =>
        [.. passages.Skip(from).TakeWhile(passage => passage.Start < end)
            .Where(passage => passage.Quantity is { Value: > 1, Measure.Unit: "COUNT", IsWithoutUnit: false })
            .Select(passage => passage.Quantity!.Value!.Value)];

    // 29项工作方案，形成“1+29”改革框架: the framework repeats the 29.
    private Passage? Restated(Passage framework, HashSet<decimal> amounts)
    {
        var isName = folded.AsSpan(framework.Start..framework.End).IndexOfAny('>', '=') < 0;
        for (var at = framework.Start; isName && at < framework.End; at++)
        {
            var end = at;
            if (char.IsAsciiDigit(folded[at]) && NumberReader.Read(folded, ref end) is { } number)
            {
                if (amounts.Contains(number.Value))
                {
                    var bounds = Interval.Point(number.Value);
                    return Passage.Of(new(at, end, at, number.Value, bounds, Precision.Exact, Measure.None) { IsRestated = true });
                }

                at = end - 1;
            }
        }

        return null;
    }

    private static Passage Unread(Passage passage, string note) => passage with { Quantity = null, Note = note };

    private Passage InTable(ReportTable table, ReportLine line, Passage passage)
    {
        if (table.IsYear(line, passage))
        {
            return passage with { Quantity = null, Reason = NotQuantity.Date };
        }

        var isCell = (!table.IsHeader(line) || table.IsContents) && table.IsCell(line, passage.Start, passage.End);
        if (isCell && passage.Reason is NotQuantity.Name && QuantityReader.Read(folded, passage.Start) is { Value: 0 } nothing)
        {
            passage = Passage.Of(nothing); // in prose, 0 is part of a name: 0距离
        }

        var isBracketed = !isCell && table.IsBracketed(line, passage.Start, passage.End);
        if (!(isCell || isBracketed) || passage.Quantity is not { IsWithoutUnit: true } quantity
            || table.HeadingOf(line, table.ColumnOf(line, passage.Start)) is not { } heading)
        {
            return passage;
        }

        if (table.IsContents || ReportTable.IsNumbered(heading))
        {
            return passage with { Quantity = null, Reason = NotQuantity.Label };
        }

        return isBracketed && !Rates.IsOfChange(heading) ? Unread(passage, "it is not clear whether the brackets are a minus sign")
            : InColumn(table, line, passage, heading, isBracketed ? quantity with { IsNegative = true } : quantity);
    }

    private static Passage InColumn(ReportTable table, ReportLine line, Passage passage, string heading, ReadQuantity quantity)
    {
        if (table.UnreadUnitOf(line, heading) is null && table.UnitOf(line, heading) is { } unit)
        {
            return unit is { Measure.IsCount: true, Factor: 1 } && TableUnits.MeasuredIn(heading) is null
                && table.HasDecimals(line, passage.Start)
                ? Unread(passage, $"the unit is not clear: {unit.Wording} does not fit numbers with decimals")
                : Passage.Of(quantity.InTableOf(unit.Measure, unit.Factor, unit.Wording));
        }

        return table.UnreadUnitOf(line, heading) is { } unread ? Unread(passage, $"the unit is not clear: the row has {unread}")
            : quantity.Value is not { } rate || table.IsPercentage(line, passage.Start, rate) is not { } isPercentage
            ? Passage.Of(quantity)
            : isPercentage ? Passage.Of(quantity.InTableOf(Measure.Percent, 1, "%"))
            : Unread(passage, Rates.Unclear);
    }

    // The year of signature: that of a date on a line of its own.
    private int? YearIn(ReportLine line, Passage date) => line.End - line.Start <= LongestDateLine
        && folded.AsSpan(line.Start..line.End).Trim().Length == date.End - date.Start ? ContextReader.YearOf(folded, date) : null;

    private IEnumerable<DraftRow> Rows(bool all)
    {
        var (line, place, point, sentence) = (0, 0, 0, (Start: -1, End: -1));
        foreach (var passage in passages.Where(passage => all || passage.Reason is null))
        {
            while (passage.Start >= lines[line].End && line < lines.Count - 1)
            {
                line++;
            }

            for (; place < passage.Start; place++)
            {
                point += char.IsLowSurrogate(text[place]) ? 0 : 1;
            }

            sentence = passage.Start < sentence.End ? sentence : SentenceAt(passage.Start, lines[line]);
            yield return RowOf(passage, lines[line], point, Cut(sentence.Start, sentence.End, passage.Start));
        }
    }

    private DraftRow RowOf(Passage passage, ReportLine line, int point, string sentence)
    {
        var wording = text[passage.Start..passage.End];
        var length = wording.Count(character => !char.IsLowSurrogate(character));
        var kind = passage.Reason is null ? DraftKind.NotRead : DraftKind.NotQuantity;
        var row = new DraftRow(point, length, wording, sentence, line.Section, passage.Quantity, kind);
        if (passage.Quantity is not { } quantity)
        {
            return row with
            {
                Note = passage.Reason is { } reason ? DraftWriter.NameOf(reason) : passage.Note ?? "not understood: check it yourself",
            };
        }

        var mention = mentions[passage];
        return row with
        {
            Kind = mention.Kind,
            IsRise = mention.IsRise,
            Line = line,
            Lead = mention.Lead,
            IsBracketed = mention.IsBracketed,
            Heading = mention.Heading,
            Cell = line.Table is { } table ? (table, table.ColumnOf(line, passage.Start)) : null,
            Period = mention.Period is { } period ? WordsOf(period) : null,
            Role = mention.Role,
            Words = SurroundingWords.Of(folded, passage.Start, passage.End),
            WordsWithSubject = SurroundingWords.WithSubject(folded, passage.Start, passage.End),
            Counted = CountedNoun.Of(folded, mention),
            Per = mention.Per,
            Note = NoteOf(quantity, mention),
        };
    }

    private static string? NoteOf(ReadQuantity quantity, Mention mention)
    {
        string?[] notes = [
            quantity.IsUnknownWord ? "the measure word is not known" : quantity.IsWithoutUnit ? "no unit is stated" : null,
            mention.Per is { } per ? $"per {per}" : null, mention.Note];
        return quantity.IsRestated ? "repeats a number of its sentence in the name of a framework"
            : string.Join("; ", notes.OfType<string>()) is { Length: > 0 } all ? all : null;
    }

    private string Cut(int start, int end, int place)
    {
        if (end - start > LongestSentence)
        {
            start = Math.Max(start, place - (LongestSentence / 2));
            end = Math.Min(end, start + LongestSentence);
            start += char.IsLowSurrogate(text[start]) ? 1 : 0;
            end -= end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        }

        return text[start..end].Trim();
    }
}
