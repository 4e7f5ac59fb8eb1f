using System.Globalization;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Reports;

/// <summary>The codes that an added report, its figures, their locators and its checks get. Only here are they made.</summary>
internal static class ReportCodes
{
    /// <summary>The code of a report: that of its county, and a number.</summary>
    public static string OfReport(string county, Func<string, bool> isTaken) => FirstFree($"{county}-report", isTaken, from: 1);

    /// <summary>
    /// The code of a figure: those of its report and of its indicator. If another figure has it already, its role is added, and then a
    /// number.
    /// </summary>
    public static string OfFigure(string report, string indicator, FigureRole role, Func<string, bool> isTaken)
    {
        var (plain, withRole) = ($"{report}-{indicator}",
            $"{report}-{indicator}-{SchemaNames.KebabCase(SchemaNames.CamelCase(role.ToString()))}");
        return !isTaken(plain) ? plain : !isTaken(withRole) ? withRole : FirstFree(withRole, isTaken, from: 2);
    }

    /// <summary>The code of the locator of a figure.</summary>
    public static string OfLocator(string figure) => $"F-{figure}";

    /// <summary>The code of a check: that of its first expected figure, and how it compares it. If another check has it, a number is
    /// added.</summary>
    public static string OfCheck(string report, string figure, Derivation? actualBy, CheckRelation relation, Func<string, bool> isTaken)
    {
        var kind = actualBy switch
        {
            null => "rows",
            Derivation.SameAs when relation is CheckRelation.AtMost => "at-most",
            { } by => SchemaNames.KebabCase(SchemaNames.CamelCase(by.ToString())),
        };
        var plain = $"{figure}-{kind}";
        return plain.Length > RowRules.LongestCode ? FirstFree($"{report}-{kind}", isTaken, from: 1)
            : isTaken(plain) ? FirstFree(plain, isTaken, from: 2) : plain;
    }

    private static string FirstFree(string code, Func<string, bool> isTaken, int from)
    {
        var number = from;
        while (isTaken(Numbered()))
        {
            number++;
        }

        return Numbered();

        string Numbered() => string.Create(CultureInfo.InvariantCulture, $"{code}-{number}");
    }
}
