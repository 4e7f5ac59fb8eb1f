using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>Why several quantities cannot be combined.</summary>
internal static class QuantityErrors
{
    /// <summary>One of their numbers is out of the range of its type.</summary>
    public static RequestError Overflow { get; } =
        new(ErrorCodes.SumOverflow, "The value or one of its bounds is out of the range of its type. Ask for it over fewer rows.");

    /// <summary>They are rates, and a sum is asked for.</summary>
    public static RequestError OfRates { get; } = NotAdditive("Percentages and averages have no sum. Filter until there is one value.");

    /// <summary>They are rates, and an average is asked for.</summary>
    public static RequestError Unweighted { get; } = NotAdditive(
        "An average of percentages or averages needs the number that each is of, which is not known. Filter until there is one value.");

    /// <summary>Some are for the same subject and area, from several sources or for several periods.</summary>
    public static RequestError Repeated { get; } = NotAdditive(
        "Values of several reports or periods for the same subject and area have no sum, unless they are flows of periods that do not " +
        "overlap. Filter until there is one.");

    /// <summary>Some are for the same subject and area, and an average is asked for.</summary>
    public static RequestError RepeatedInAverage { get; } = NotAdditive(
        "An average of several values for the same subject and area needs reports as at different known days, or periods of one length " +
        "that do not overlap. Filter until there is one.");

    /// <summary>Those of one subject or area are of other times than those of another.</summary>
    public static RequestError OfSeveralTimes { get; } = NotAdditive(
        "Values of several areas or subjects have a sum or an average only if all are for the same periods or, if they state none, from " +
        "reports as at the same day. Filter until they are, or group by period or report.");

    /// <summary>They are of different kinds.</summary>
    public static RequestError Differ(string what, IReadOnlyList<string> fields) =>
        new(ErrorCodes.QuantitiesDiffer,
            $"{what} needs values of one kind, but these differ in {string.Join(", ", fields)}. Filter until they agree.")
        {
            Details = new Dictionary<string, object> { ["fields"] = fields },
        };

    /// <summary>There is not exactly one change.</summary>
    public static RequestError Ambiguous(long baselines, long levels) =>
        new(ErrorCodes.ChangeAmbiguous,
            $"A change needs one baseline and one level, not {baselines} and {levels}. Filter until there is one of each.")
        {
            Details = new Dictionary<string, object> { ["baselines"] = baselines, ["levels"] = levels },
        };

    /// <summary>The fields in which they differ; none if they agree.</summary>
    public static List<string> Differing(Agreement agreement, RowSource row)
    {
        var measure = agreement.Measure;
        var fields = new List<string>();
        if (Differ(agreement.Unit, row))
        {
            fields.Add(measure.Unit.Name);
        }

        if (agreement.Role is { } role && Differ(role, row))
        {
            fields.Add(measure.Role.Name);
        }

        if (Differ(agreement.Subject, row) && !(agreement.Total is { } total && AddUp(total, row)))
        {
            fields.Add(measure.Subject.Name);
        }

        fields.AddRange(agreement.Areas.Where(area => row.Integer(area.Values) is > 0 and var given
            && (given < row.Integer(area.Rows) || Differ(area.Keys, row))).Select(area => area.Name));

        // The lengths of the periods of flows: a year is not compared with its first months.
        if (agreement.Months is { } months && measure.Addition.Times is { } times && row.Integer(months.Role.Least) == times.Flow
            && row.Integer(months.Values) > 1 && Differ(months.Months, row))
        {
            fields.Add(times.Period);
        }

        return fields;
    }

    private static RequestError NotAdditive(string message) => new(ErrorCodes.QuantitiesNotAdditive, message);

    private static bool AddUp(TotalColumns total, RowSource row) =>
        row.Integer(total.Values) == row.Integer(total.Rows) && !Differ(total.Total, row);

    private static bool Differ(ExtremeColumns values, RowSource row) => row.Integer(values.Least) != row.Integer(values.Greatest);
}
