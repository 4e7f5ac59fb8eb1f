using System.Globalization;

namespace ReformGraph.Engine.Planning;

/// <summary>Translates <c>asOf</c> to the plan parameter of a sequence number. Everything below a root field uses it.</summary>
/// <param name="planParameters">The parameters of the plan.</param>
/// <param name="isPast">Whether the whole request reads the past, unless a field says otherwise.</param>
internal sealed class InstantPlanner(PlanParameters planParameters, bool isPast)
{
    /// <summary>The arguments of a field that compares two instants.</summary>
    public const string From = "from", To = "to";

    private readonly List<PlannedInstant> all = [];

    private readonly List<PlannedInstant> timelines = [];

    public IReadOnlyList<PlannedInstant> All => all;

    /// <summary>The instants of timelines; those of one timeline are in one plan parameter.</summary>
    public IReadOnlyList<PlannedInstant> Timelines => timelines;

    /// <summary>The plan parameter of the root field being planned; null for the present.</summary>
    public PlanParameter? Current { get; private set; }

    /// <summary>Begins a root field.</summary>
    /// <param name="key">Its key in the response.</param>
    /// <param name="asOf">Its argument.</param>
    public void TurnTo(string key, InputValue? asOf)
    {
        var ofRequest = all.Find(instant => instant.Key is null);
        if (asOf is not null and not InputNull)
        {
            Add(key, asOf);
        }
        else if (isPast && ofRequest is null)
        {
            Add(null, null);
        }
        else
        {
            Current = ofRequest?.PlanParameter;
        }
    }

    /// <summary>Begins a root field that compares two instants; the second is then the current one.</summary>
    /// <param name="key">Its key in the response.</param>
    /// <param name="from">Its argument for the first.</param>
    /// <param name="to">Its argument for the second.</param>
    /// <param name="at">The place of the field.</param>
    public PlanParameter TurnTo(string key, InputValue from, InputValue? to, Place at)
    {
        var since = planParameters.Bound(typeof(long));
        Current = planParameters.Bound(typeof(long));
        all.Add(new PlannedInstant(since, key, from.At, ReaderOf(from)) { Argument = From });
        all.Add(new PlannedInstant(Current, key, to?.At ?? at, to is null or InputNull ? null : ReaderOf(to)) { Argument = To });
        return since;
    }

    /// <summary>Adds the instants of a timeline.</summary>
    public PlannedInstant AddTimeline(Func<VariableValues, DateTime[]> read, Place at)
    {
        timelines.Add(new PlannedInstant(planParameters.Computed(typeof(DateTime[]), read), null, at, null) { Argument = "timeline" });
        return timelines[^1];
    }

    /// <summary>Plans what is read as of several instants, one after the other, to which the executor binds the plan parameter.</summary>
    public (PlanParameter Step, T Planned) AtEach<T>(Func<T> plan)
    {
        var outer = Current;
        var step = Current = planParameters.Bound(typeof(long));
        var planned = plan();
        Current = outer;
        return (step, planned);
    }

    /// <summary>How an instant is read from the variables of a request.</summary>
    public static Func<VariableValues, AsOf> ReaderOf(InputValue asOf)
    {
        var (name, value) = InputTypes.Given(asOf);
        var source = ((InputScalar)value).Source;
        return name == "sequence"
            ? values => new AsOf(Convert.ToInt64(source.Read(values), CultureInfo.InvariantCulture), null)
            : values => new AsOf(null, (DateTime)source.Read(values)!);
    }

    private void Add(string? key, InputValue? asOf)
    {
        Current = planParameters.Bound(typeof(long));
        all.Add(new PlannedInstant(Current, key, asOf?.At, asOf is null ? null : ReaderOf(asOf)));
    }
}
