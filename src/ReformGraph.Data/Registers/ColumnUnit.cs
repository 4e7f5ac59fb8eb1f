using ReformGraph.Data.Tables;

namespace ReformGraph.Data.Registers;

/// <summary>The unit of the numbers of a column, as its heading, the headings above it and the notes above the table state it.</summary>
internal static class ColumnUnit
{
    private const string AYear = "/年", Yearly = "annual"; // 万元/年 is a unit of what is by the year

    /// <summary>How many of the unit of a field a unit is; null if it is another one.</summary>
    public static decimal? FactorOf(ImportField field, string unit) => MeasuredUnit.FactorOf(
        unit.EndsWith(AYear, StringComparison.Ordinal) && field.Name.StartsWith(Yearly, StringComparison.Ordinal)
            ? unit[..^AYear.Length] : unit, field.Unit);

    /// <summary>The unit, and why it cannot be read; the nearest to the numbers takes precedence.</summary>
    /// <param name="field">The field that the column sets, a number.</param>
    /// <param name="own">What the heading has in its brackets; null for nothing.</param>
    /// <param name="above">The headings above it, from top to bottom.</param>
    /// <param name="notes">The units that the notes state.</param>
    /// <returns>The unit; null for that of the field.</returns>
    public static (string? Unit, CellProblem? Problem) Of(ImportField field, string? own, IReadOnlyList<string> above,
        IReadOnlyList<string> notes)
    {
        if (field.Unit is null)
        {
            return (null, null);
        }

        var groups = above.Reverse().Select(heading => HeadingText.Read(heading).Unit);
        foreach (var (at, text) in groups.Prepend(own).Index().Where(one => one.Item is not null))
        {
            var stated = StatedUnits.InHeading(text!);
            var fitting = stated.Units.Concat(stated.Unread).Where(unit => FactorOf(field, unit) is not null).ToList();
            if (stated.Unread.Except(fitting).Any() || (at == 0 && fitting is [] && stated.Units is [_, ..]) || AreDifferent(fitting))
            {
                return (null, ImportValue.OfUnit(field, text!));
            }

            if (fitting is [var unit, ..])
            {
                return (field.Unit == unit ? null : unit, null);
            }
        }

        var noted = field.Unit == "%" ? [] : notes.Where(unit => FactorOf(field, unit) is not null).ToList();
        return AreDifferent(noted) ? (null, ImportValue.OfUnit(field, string.Join('、', noted))) : (noted.FirstOrDefault(), null);

        bool AreDifferent(List<string> units) => units.Select(unit => FactorOf(field, unit)).Distinct().Count() > 1;
    }
}
