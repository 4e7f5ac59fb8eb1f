using System.Text.Json;
using NodaTime;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine.Planning;

/// <summary>Translates <c>timeline</c> to its instants and the aggregates that are read as of each of them.</summary>
internal sealed class TimelinePlanner(PlanScope scope)
{
    /// <summary>The name of the field.</summary>
    public const string FieldName = "timeline";

    // The calendar ends; a later instant would be in the future anyway.
    private const int LastYear = 9_000;

    /// <summary>Plans the field <c>timeline</c> of a connection.</summary>
    /// <param name="field">The selected field.</param>
    /// <param name="source">The entity that the connection lists.</param>
    /// <param name="connection">The name of the connection's type.</param>
    /// <param name="ofList">The condition of the connection.</param>
    /// <param name="owner">The expression from a row to its owner's key; null for a root.</param>
    /// <param name="number">The index among the timelines of the connection.</param>
    public (TimelinePlan Plan, TimelineOutput Output) Plan(SelectedField field, EntityModel source, string connection, Filter? ofList,
        FieldPath? owner, int number)
    {
        var instants = scope.Instants.AddTimeline(InstantsOf(scope.Arguments(field, connection)), field.At);
        var aggregates = new List<AggregatePlan>();
        var type = AggregateNames.OfStep(source);
        var (step, outputs) = scope.Instants.AtEach(() => field.Below(type).Select(Output).ToList());
        return (new TimelinePlan(number, instants, step, aggregates),
            new TimelineOutput(JsonEncodedText.Encode(field.Key), number, outputs));

        StepOutput Output(SelectedField selected)
        {
            var key = JsonEncodedText.Encode(selected.Key);
            if (selected.Name != "aggregate")
            {
                return new StepOutput(key, selected.Name, null, type);
            }

            var (aggregate, output) = AggregatePlanner.Plan(scope, selected, source, type, ofList, owner, aggregates.Count);
            aggregates.Add(aggregate);
            return new StepOutput(key, selected.Name, output, type);
        }
    }

    /// <summary>The instants that the arguments of the field select.</summary>
    public static Func<VariableValues, DateTime[]> InstantsOf(IReadOnlyDictionary<string, InputValue> arguments)
    {
        var (every, from, to) = ((InputScalar)arguments["every"], (InputScalar)arguments["from"], (InputScalar)arguments["to"]);
        var zone = arguments.GetValueOrDefault("timeZone") as InputScalar;
        return values =>
        {
            var (first, last) = ((DateTime)from.Source.Read(values)!, (DateTime)to.Source.Read(values)!);
            var instants = Instants((DateTruncation)every.Source.Read(values)!, first,
                TimeZones.Named(zone?.Source.Read(values) as string, zone?.At ?? from.At));

            // One extra instant shows that there are too many, if all of them have passed.
            return first <= last
                ? instants.TakeWhile(instant => instant <= last).Take(DocumentLimits.TimelineInstants + 1).ToArray()
                : throw to.At.Refusal(ErrorCodes.TimelineOutOfRange, "timeline: from is later than to.");
        };
    }

    // Counted from the first instant each time: one month after January 31 is the end of February, and two months after it is March 31.
    private static IEnumerable<DateTime> Instants(DateTruncation every, DateTime from, DateTimeZone zone)
    {
        var start = Instant.FromDateTimeUtc(from).InZone(zone).LocalDateTime;
        var (months, days) = Periods.Length(every);
        yield return from;
        for (var number = 1; number <= DocumentLimits.TimelineInstants && start.Year <= LastYear; number++)
        {
            yield return start.PlusMonths(number * months).PlusDays(number * days).InZoneLeniently(zone).ToDateTimeUtc();
        }
    }
}
