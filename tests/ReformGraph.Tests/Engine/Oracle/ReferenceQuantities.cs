using System.Numerics;
using GraphQL;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>What can be made of estimates in memory.</summary>
internal sealed class ReferenceQuantities(IEnumerable<Estimate> all)
{
    private readonly List<Estimate> rows = [.. all.Where(row => row is { Amount: not null, Quotes: null })];

    public object? Field(string name) => name switch
    {
        "count" => rows.Count,
        "sum" or "avg" when rows.Count == 0 => null,
        "sum" => Sum(),
        "avg" => Average(),
        _ => Change(),
    };

    private IReadOnlyDictionary<string, object?> Sum()
    {
        RefuseToSum();
        return Made(Added(), rows[0].Scale)!;
    }

    private IReadOnlyDictionary<string, object?> Average()
    {
        RefuseToAdd();
        return Made(Added().Map(end => end / new Fraction(rows.Count, 1)), rows[0].Scale)!;
    }

    private ReferenceInterval Added() => rows.Select(Interval).Aggregate((sum, next) => sum + next);

    private Dictionary<string, object?>? Change()
    {
        var (then, now) = (rows.FindAll(row => row.Tense == Tense.Then), rows.FindAll(row => row.Tense is Tense.Now or Tense.Said));
        if (then.Count == 0 || now.Count == 0)
        {
            return null;
        }

        if (!Agree([.. then, .. now], row => row.Scale) || !Agree([.. then, .. now], row => row.Topic))
        {
            throw Error("QUANTITIES_DIFFER");
        }

        if (then.Count + now.Count > 2)
        {
            throw Error("CHANGE_AMBIGUOUS");
        }

        var (baseline, level, scale) = (Interval(then[0]), Interval(now[0]), then[0].Scale);
        var ratio = baseline.CanBeZero ? null : level / baseline;
        return new()
        {
            ["baseline"] = Made(baseline, scale),
            ["level"] = Made(level, scale),
            ["difference"] = Made(level - baseline, scale == Scale.Percent ? Scale.Point : scale),
            ["ratio"] = Made(ratio, null),
            ["percentage"] = Made(ratio?.Map(end => (end - new Fraction(1, 1)) * 100), Scale.Percent),
        };
    }

    private void RefuseToSum()
    {
        RefuseToAdd();
        if (rows.Select(row => (row.Topic, row.Shelf)).Distinct().Count() > rows.Select(row => row.Topic).Distinct().Count())
        {
            throw Error("QUANTITIES_NOT_ADDITIVE");
        }
    }

    private void RefuseToAdd()
    {
        var addUp = rows.TrueForAll(row => row.Topic.Whole is not null) && Agree(rows, row => row.Topic.Whole!);
        if (!Agree(rows, row => row.Scale) || !Agree(rows, row => row.Tense) || !(Agree(rows, row => row.Topic) || addUp))
        {
            throw Error("QUANTITIES_DIFFER");
        }

        if (rows is [{ Scale: Scale.Percent or Scale.Point }, _, ..])
        {
            throw Error("QUANTITIES_NOT_ADDITIVE");
        }
    }

    private static bool Agree<T>(IEnumerable<Estimate> rows, Func<Estimate, T> of) => rows.Select(of).Distinct().Count() == 1;

    private static ReferenceInterval Interval(Estimate row) => new(
        Fraction.Of(row.Amount!.Value),
        row.Least is { } least ? new(Fraction.Of(least), row.LeastIncluded) : default,
        row.Most is { } most ? new(Fraction.Of(most), row.MostIncluded) : default);

    private static Dictionary<string, object?>? Made(ReferenceInterval? interval, Scale? unit)
    {
        if (interval is null)
        {
            return null;
        }

        var (value, lower, upper) = (interval.Value.Nearest(), interval.Lower.Value?.Floor(), interval.Upper.Value?.Ceiling());
        var lowerIncluded = interval.Lower.Included && interval.Lower.Value!.Value.Ceiling() == lower;
        var upperIncluded = interval.Upper.Included && interval.Upper.Value!.Value.Floor() == upper;
        return new()
        {
            ["value"] = Number(value),
            ["lower"] = Number(lower),
            ["lowerIncluded"] = lowerIncluded,
            ["upper"] = Number(upper),
            ["upperIncluded"] = upperIncluded,
            ["precision"] = (lower, upper) switch
            {
                (null, null) => QuantityPrecision.About,
                (_, null) => QuantityPrecision.AtLeast,
                (null, _) => QuantityPrecision.AtMost,
                _ when lower == value && upper == value => QuantityPrecision.Exact,
                _ when lower == value && !lowerIncluded && interval.Value.Floor() == interval.Value.Ceiling() => QuantityPrecision.MoreThan,
                _ => QuantityPrecision.Between,
            },
            ["unit"] = unit,
        };
    }

    private static decimal? Number(BigInteger? units) => units is not { } known ? null
        : known == (long)BigInteger.Clamp(known, long.MinValue, long.MaxValue) ? (decimal)known / 10_000m
        : throw Error("SUM_OVERFLOW");

    private static ExecutionError Error(string code) => new(code) { Code = code };
}
