using ReformGraph.Domain.Entities;

namespace ReformGraph.Data.Derivations;

/// <summary>A check whose result differs from before.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Before">The previous result; null for a new check.</param>
/// <param name="After">The present result.</param>
internal sealed record ChangedCheck(string Code, CheckResult? Before, CheckResult After);

/// <summary>The result of a check.</summary>
internal sealed record CheckResult(CheckStatus Status, decimal? Expected, decimal? Actual, decimal? Difference)
{
    /// <summary>The stored result; null if the check has not been evaluated yet.</summary>
    public static CheckResult? Of(Check check) => check.Status == default
        ? null : new(check.Status, check.Expected, check.Actual, check.Difference);
}
