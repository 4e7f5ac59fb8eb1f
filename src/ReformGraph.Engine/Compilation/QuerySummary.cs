using System.Text;
using System.Text.RegularExpressions;

namespace ReformGraph.Engine.Compilation;

/// <summary>The summary of a statement, as OpenTelemetry's conventions for databases define it: the operation, and the tables in their
/// order.</summary>
internal static partial class QuerySummary
{
    private const int Longest = 255;

    /// <summary>The summary of a statement that selects.</summary>
    public static string Of(string sql)
    {
        var summary = new StringBuilder("SELECT");
        foreach (var table in Tables().Matches(sql).Select(match => match.Groups[1].Value))
        {
            if (summary.Length + 1 + table.Length > Longest)
            {
                break;
            }

            summary.Append(' ').Append(table);
        }

        return summary.ToString();
    }

    [GeneratedRegex("(?:FROM|JOIN) \"(\\w+)\"")]
    private static partial Regex Tables();
}
