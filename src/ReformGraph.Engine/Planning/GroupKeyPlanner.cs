using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>Translates <c>by</c> to the keys of groups. It rejects ambiguous keys, and options that make no sense.</summary>
internal sealed class GroupKeyPlanner(PlanScope scope)
{
    private const int Allowed = 8;

    public IReadOnlyList<GroupKey> Plan(EntityModel source, InputList by)
    {
        if (by.Items.Count is 0 or > Allowed)
        {
            throw by.At.Refusal(ErrorCodes.GroupKeyCount, $"by has {by.Items.Count} keys; it must have from 1 to {Allowed}.");
        }

        var keys = new List<GroupKey>();
        foreach (var item in by.Items)
        {
            var key = KeyOf(item, source, ReferencePath.Here);
            keys.Add(!keys.Exists(known => (known.Field == key.Field && known.As == key.As) || known.IsSameAs(key))
                ? key
                : throw item.At.Refusal(ErrorCodes.GroupKeyTwice,
                    $"by contains {key.Field}{(key.As is null ? "" : $" as {key.As}")} twice, or another key that is the same. If a " +
                    "field has several keys, give each its own name with as."));
        }

        return keys;
    }

    /// <summary>The key to which a selection or an order refers.</summary>
    /// <param name="keys">All keys.</param>
    /// <param name="field">The name in a key, prefixed with those of the to-one fields before it; null for any.</param>
    /// <param name="name">The name that was given to the key; null for the key without a name, or the only key.</param>
    /// <param name="at">The place for an error.</param>
    public static int Find(IReadOnlyList<GroupKey> keys, string? field, string? name, Place at)
    {
        var candidates = keys.Index().Where(key => field is null || key.Item.Field == field).ToList();
        var found = candidates.Where(key => key.Item.As == name).Select(key => key.Index).ToList();
        if (found.Count == 0 && name is null && candidates.Count == 1)
        {
            found.Add(candidates[0].Index);
        }

        return found.Count == 1 ? found[0] : throw at.Refusal(
            ErrorCodes.GroupKeyUnknown,
            $"{field ?? "A key"}{(name is null ? "" : $" as {name}")} is " +
            $"{(found.Count == 0 ? "not a key in by" : "the name of several keys in by")}; the keys are " +
            $"{string.Join(", ", keys.Select(key => key.As is null ? key.Field : $"{key.Field} as {key.As}"))}.");
    }

    private GroupKey KeyOf(InputValue by, EntityModel entity, ReferencePath path)
    {
        var (name, value) = InputTypes.Given(by);
        var options = (InputObject)value;
        return scope.Members.Find(entity, name, value.At) switch
        {
            ReferenceField reference => KeyOf(options, reference.Target, path.To(reference)),
            var field => KeyOf(path.To(entity, (ScalarField)field!), path.Prefix + name, options),
        };
    }

    private GroupKey KeyOf(FieldPath path, string field, InputObject options)
    {
        var given = options.Fields.ToDictionary(option => option.Name, option => option.Value);
        var name = (given.GetValueOrDefault("as") as InputScalar)?.Fixed as string;
        var truncation = (given.GetValueOrDefault("truncate") as InputScalar)?.Fixed as DateTruncation?;
        var isInstant = path.Leaf.Type.Codec.Calendar is CalendarKind.Instant;
        var zone = given.GetValueOrDefault("timeZone") as InputScalar;
        if (zone is not null && truncation is null)
        {
            throw zone.At.Refusal(ErrorCodes.TimeZoneInvalid,
                $"by: {field} has a timeZone without truncate; an instant that is not truncated is the same in all time zones.");
        }

        return given.GetValueOrDefault("boundaries") is InputScalars boundaries
            ? new GroupKey(field + "Range", name, path) { Boundaries = Boundaries(boundaries, path) }
            : new GroupKey(isInstant && truncation is not null ? field + "Period" : field, name, path)
            {
                Truncation = truncation,
                Offsets = isInstant && truncation is not null ? TimeZones.Offsets(zone, scope.PlanParameters) : [],
            };
    }

    private List<PlanParameter> Boundaries(InputScalars boundaries, FieldPath path)
    {
        scope.Filters.Count(boundaries, boundaries.Length!.Value);
        return [.. Enumerable.Range(0, boundaries.Length.Value)
            .Select(number => scope.PlanParameters.Computed(path.Leaf.Type.ClrType, values =>
        {
            var all = (object?[])boundaries.Source.Read(values)!;
            return number == 0 || ((IComparable)all[number]!).CompareTo(all[number - 1]) > 0
                ? all[number]!
                : throw boundaries.At.Refusal(ErrorCodes.BoundariesNotAscending,
                    $"The boundaries of {path.Name} are not in ascending order: {all[number]} follows {all[number - 1]}.");
        }))];
    }
}
