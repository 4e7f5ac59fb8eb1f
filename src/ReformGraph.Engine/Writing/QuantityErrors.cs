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

    /// <summary>The fields in which they differ; none if they can be combined.</summary>
    public static IReadOnlyList<string> Differing(Agreement agreement, RowSource row)
    {
        var measure = agreement.Measure;
        var fields = new List<string>(3);
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

        return fields;
    }

    private static bool AddUp(TotalColumns total, RowSource row) =>
        row.Integer(total.Values) == row.Integer(total.Rows) && !Differ(total.Total, row);

    private static bool Differ(ExtremeColumns values, RowSource row) => row.Integer(values.Least) != row.Integer(values.Greatest);
}
