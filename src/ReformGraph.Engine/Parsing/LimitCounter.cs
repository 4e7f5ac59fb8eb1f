using System.Globalization;
using GraphQLParser.AST;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine.Parsing;

/// <summary>One limit, the count against it, and the place where it was exceeded.</summary>
/// <param name="limit">The name of its setting.</param>
/// <param name="allowed">The setting's value.</param>
/// <param name="complaint">The beginning of the error message, for example <c>Too many tokens</c>.</param>
internal sealed class LimitCounter(string limit, int allowed, string complaint)
{
    private long found;
    private int position;
    private string? subject;

    /// <summary>Counts fields as written.</summary>
    public static LimitCounter Fields(DocumentLimits limits) => new(nameof(limits.Fields), limits.Fields, "Too many fields");

    /// <summary>Counts levels of fields that return data.</summary>
    public static LimitCounter DataDepth(DocumentLimits limits) =>
        new(nameof(limits.DataDepth), limits.DataDepth, "Fields are nested too deeply");

    /// <summary>Counts root fields.</summary>
    public static LimitCounter RootFields(DocumentLimits limits) =>
        new(nameof(limits.RootFields), limits.RootFields, "Too many root fields");

    /// <summary>Counts the response names of one field.</summary>
    public static LimitCounter Aliases(DocumentLimits limits) => new(nameof(limits.Aliases), limits.Aliases, "Too many aliases");

    /// <summary>Adds to a sum. Sums saturate, so that no document can make one overflow.</summary>
    public void Spend(long amount, int at) => Reach(Saturating.Add(found, amount), at);

    /// <summary>Raises a maximum.</summary>
    /// <param name="value">The value found.</param>
    /// <param name="at">The offset in the text at which it was found.</param>
    /// <param name="of">What the value belongs to, for the message.</param>
    public void Reach(long value, int at, string? of = null)
    {
        if (value <= found)
        {
            return;
        }

        if (!IsExceeded)
        {
            position = at;
            subject = of;
        }

        found = value;
    }

    /// <inheritdoc cref="Reach(long, int, string?)"/>
    public void Reach(Peak peak) => Reach(peak.Value, peak.Position);

    /// <summary>Rejects the document if one of the limits is exceeded, and names each that is.</summary>
    public static void Enforce(string text, params ReadOnlySpan<LimitCounter> budgets)
    {
        List<RequestError>? errors = null;
        foreach (var budget in budgets)
        {
            if (budget.IsExceeded)
            {
                (errors ??= []).Add(budget.Refusal(text));
            }
        }

        if (errors is not null)
        {
            throw new RequestErrorException(errors);
        }
    }

    private bool IsExceeded => found > allowed;

    private RequestError Refusal(string text)
    {
        var of = subject is null ? string.Empty : $" of '{SourceText.Shorten(subject)}'";
        var message = string.Create(CultureInfo.InvariantCulture, $"{complaint}{of}: {found} found, {allowed} allowed by Limits:{limit}.");
        return new RequestError(ErrorCodes.LimitExceeded, message)
        {
            Locations = [SourceText.LocationOf(text, position)],
            Details = new Dictionary<string, object> { ["limit"] = $"Limits:{limit}", ["found"] = found, ["allowed"] = allowed },
        };
    }
}

/// <summary>A maximum, and the offset in the text where it was found.</summary>
internal struct Peak
{
    public int Value { get; private set; }

    public int Position { get; private set; }

    public void Reach(int value, ASTNode at)
    {
        if (value > Value)
        {
            Value = value;
            Position = at.Location.Start;
        }
    }
}

/// <summary>Saturating sums, of values that may double a thousand times.</summary>
internal static class Saturating
{
    /// <summary>The largest whole number that every JSON reader reads exactly.</summary>
    public const long Most = 1L << 53;

    public static long Add(long left, long right) => Math.Min(left + right, Most);

    /// <summary>For numbers that are neither negative nor greater than <see cref="Most"/>.</summary>
    public static long Multiply(long left, long right) => left != 0 && right > Most / left ? Most : left * right;
}
