using System.Text.RegularExpressions;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Registers;

/// <summary>
/// Compares what a column such as 是否销号 says with the day of closing, which alone is stored: a problem that is closed on an unknown
/// day would look open.
/// </summary>
/// <param name="plan">The columns of the table.</param>
internal sealed partial class ClosingDays(RegisterPlan plan)
{
    private readonly int closed = plan.PositionOf(RegisterVocabulary.Closed), day = plan.PositionOf("closedOn");
    private readonly CappedList<int> withoutDay = new(), withDay = new();

    /// <summary>What the office should look at, after the last row.</summary>
    public IEnumerable<Bilingual> Warnings
    {
        get
        {
            if (withoutDay.Total > 0)
            {
                yield return new(
                    $"{English.Count(withoutDay.Total, "row")} (such as {withoutDay.Listed[0]}) " +
                    $"{(withoutDay.Total == 1 ? "is" : "are")} closed according to {plan.HeadingOf(closed)} but " +
                    $"{(withoutDay.Total == 1 ? "has" : "have")} no day of closing, and only the day is stored: " +
                    "give it in a column 销号日期.",
                    $"{withoutDay.Total} 行（如第 {withoutDay.Listed[0]} 行）“{plan.HeadingOf(closed)}”为已销号，" +
                    "但没有日期，而系统只存储销号日期：请在“销号日期”列填写。");
            }

            if (withDay.Total > 0)
            {
                yield return new(
                    $"{English.Count(withDay.Total, "row")} (such as {withDay.Listed[0]}) " +
                    $"{(withDay.Total == 1 ? "has" : "have")} a day of closing, but " +
                    $"{(withDay.Total == 1 ? "is" : "are")} not closed according to {plan.HeadingOf(closed)}.",
                    $"{withDay.Total} 行（如第 {withDay.Listed[0]} 行）有销号日期，" +
                    $"但“{plan.HeadingOf(closed)}”为未销号。");
            }
        }
    }

    /// <summary>Adds a row of the register.</summary>
    public void Add(TableRow row)
    {
        var said = closed < 0 ? string.Empty : HeadingText.Normal(row.Cells[closed] ?? string.Empty);
        var hasDay = day >= 0 && !RegisterTable.IsNone(row.Cells[day]);
        if (!hasDay && Yes().IsMatch(said))
        {
            withoutDay.Add(row.Number);
        }
        else if (hasDay && No().IsMatch(said))
        {
            withDay.Add(row.Number);
        }
    }

    [GeneratedRegex("^(?:是|√|✓|✔|已.*|true|完成|办结|销号|整改到位)$")]
    private static partial Regex Yes();

    [GeneratedRegex("^(?:否|×|✗|未.*|false)$")]
    private static partial Regex No();
}
