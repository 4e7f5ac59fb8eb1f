using System.Globalization;
using ReformGraph.Engine.Errors;

namespace ReformGraph.Engine.Planning;

/// <summary>From <c>asOf</c> to the slot of a sequence number. What stands below a root field follows it.</summary>
/// <param name="slots">The slots of the plan.</param>
/// <param name="isPast">Whether the whole request is about the past, where a field does not say otherwise.</param>
internal sealed class InstantPlanner(PlanSlots slots, bool isPast)
{
    private readonly List<PlannedInstant> all = [];

    public IReadOnlyList<PlannedInstant> All => all;

    /// <summary>The slot of the root field that is planned; null for the present.</summary>
    public Slot? Current { get; private set; }

    /// <summary>Turns to a root field.</summary>
    /// <param name="key">Its key in the answer.</param>
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
            Current = ofRequest?.Slot;
        }
    }

    private void Add(string? key, InputValue? asOf)
    {
        Current = slots.Bound(typeof(long));
        all.Add(new PlannedInstant(Current, key, asOf?.At, asOf is null ? null : ReaderOf(asOf)));
    }

    private static Func<VariableValues, AsOf> ReaderOf(InputValue asOf) => asOf is InputObject { Fields: [(var name, InputScalar value)] }
        ? values => name == "sequence"
            ? new AsOf(Convert.ToInt64(value.Source.Read(values), CultureInfo.InvariantCulture), null)
            : new AsOf(null, (DateTime)value.Source.Read(values)!)
        : throw asOf.At.Refusal(ErrorCodes.NullOperand, "asOf: exactly one of sequence and at is given, and it is not null.");
}
