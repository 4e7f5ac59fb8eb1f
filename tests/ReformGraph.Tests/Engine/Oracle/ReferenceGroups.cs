using NodaTime;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>A requested key of groups.</summary>
/// <param name="Path">The fields that lead to its value.</param>
/// <param name="Name">Its name; null without.</param>
/// <param name="Options">How its value becomes a key.</param>
internal sealed record ReferenceGroupKey(string[] Path, string? Name, IReadOnlyDictionary<string, object?> Options)
{
    /// <summary>The name under which it is selected.</summary>
    public string Field =>
        Options.ContainsKey("boundaries")
        ? Path[^1] + "Range" : Options.ContainsKey("timeZone") || IsInstant ? Path[^1] + "Period" : Path[^1];

    public bool IsInstant { get; init; }

    public static ReferenceGroupKey Of(IDictionary<string, object?> by) => by.Single() switch
    {
        { Value: IDictionary<string, object?> options } one when options.Count == 0
            || options.Keys.All(name => name is "as" or "truncate" or "timeZone" or "boundaries") =>
            new([one.Key], options.TryGetValue("as", out var name) ? (string?)name : null, options.AsReadOnly()),
        var one =>
            Of((IDictionary<string, object?>)one.Value!) is var inner
            ? inner with { Path = [one.Key, .. inner.Path] } : throw new InvalidOperationException(),
    };

    /// <summary>What a row has as this key.</summary>
    public object? ValueIn(object row)
    {
        var value = ReferenceValues.At(row, Path);
        if (value is not null && Options.GetValueOrDefault("boundaries") is IEnumerable<object> boundaries)
        {
            return new ReferenceRange([.. boundaries], boundaries.Count(boundary => ReferenceValues.Order.Compare(boundary, value) <= 0));
        }

        if (value is DateTime instant && Options.ContainsKey("truncate"))
        {
            var zone = DateTimeZoneProviders.Tzdb[Options.GetValueOrDefault("timeZone") as string ?? "UTC"];
            value = instant < new DateTime(1, 1, 3) || instant >= new DateTime(9999, 12, 30)
                ? DateOnly.FromDateTime(instant)
                : Instant.FromDateTimeUtc(DateTime.SpecifyKind(instant, DateTimeKind.Utc)).InZone(zone).Date.ToDateOnly();
        }

        return value is DateOnly day && Options.ContainsKey("truncate") ? First(day) : value;
    }

    /// <summary>The first day of the period of a day.</summary>
    public DateOnly First(DateOnly day) => First(day, Options["truncate"]!.ToString()!);

    private static DateOnly First(DateOnly day, string period) => period switch
    {
        "Year" => new(day.Year, 1, 1),
        "Half" => new(day.Year, day.Month <= 6 ? 1 : 7, 1),
        "Quarter" => new(day.Year, day.Month <= 3 ? 1 : day.Month <= 6 ? 4 : day.Month <= 9 ? 7 : 10, 1),
        "Month" => new(day.Year, day.Month, 1),
        "Week" =>
            LocalDate.FromDateOnly(day) is { DayOfWeek: not IsoDayOfWeek.Monday } other
            ? other.Previous(IsoDayOfWeek.Monday).ToDateOnly() : day,
        _ => day,
    };
}

/// <summary>The range in which a number lies.</summary>
internal sealed record ReferenceRange(IReadOnlyList<object> Boundaries, int Number) : IComparable
{
    public object? From => Number == 0 ? null : Boundaries[Number - 1];

    public object? To => Number == Boundaries.Count ? null : Boundaries[Number];

    public int CompareTo(object? obj) => Number.CompareTo(((ReferenceRange)obj!).Number);

    public bool Equals(ReferenceRange? other) => other?.Number == Number;

    public override int GetHashCode() => Number;
}

/// <summary>Rows that have their keys in common.</summary>
/// <param name="Of">The groups that it is one of.</param>
/// <param name="Values">What they have in common.</param>
/// <param name="Rows">The rows.</param>
internal sealed record ReferenceGroup(ReferenceGroups Of, IReadOnlyList<object?> Values, IReadOnlyList<object> Rows)
{
    /// <summary>Those of this group that a filter leaves.</summary>
    public ReferenceAggregate Aggregate(IReadOnlyDictionary<string, object?> arguments) =>
        new([.. ReferencePage.Filtered(Rows, arguments)]);

    /// <summary>The rows of the groups from the first on to this one.</summary>
    public IReadOnlyList<object> RowsSoFar =>
        [.. Of.Ordered.TakeWhile(group => group != this).Append(this).SelectMany(group => group.Rows)];
}

/// <summary>A key under construction: a group, and the to-one fields that were followed.</summary>
internal sealed record ReferenceKey(ReferenceGroup Group, IReadOnlyList<string> Path)
{
    public object? Field(string name, string? alias, bool isObject) => isObject && !name.EndsWith("Range", StringComparison.Ordinal)
        ? this with { Path = [.. Path, name] }
        : Group.Of.Keys.Index().Where(key => key.Item.Field == name && key.Item.Path[..^1].SequenceEqual(Path)).ToList() is var candidates
            && (candidates.Where(key => key.Item.Name == alias).ToList() is [var exact] ? exact : candidates.Single()).Index is var number
            && number < Group.Values.Count ? Group.Values[number] : null;
}

/// <summary>A part of rows.</summary>
internal sealed record ReferenceShare(IReadOnlyList<object> Part, IReadOnlyList<object> Own, IReadOnlyList<object> Whole, bool IsCumulative)
{
    public decimal Count => Whole.Count == 0 ? 0 : Math.Round((decimal)Part.Count / Whole.Count, 6, MidpointRounding.AwayFromZero);
}

/// <summary>A part of a sum, after its field is known.</summary>
internal sealed record ReferenceSumShare(IReadOnlyList<object?> Part, IReadOnlyList<object?> Own, IReadOnlyList<object?> Whole,
    bool IsCumulative)
{
    public object? Field(string name, bool isObject)
    {
        var inner = new ReferenceSumShare([.. Part.Select(row => ReferenceValues.Of(row, name))],
            [.. Own.Select(row => ReferenceValues.Of(row, name))], [.. Whole.Select(row => ReferenceValues.Of(row, name))], IsCumulative);
        return isObject ? inner : inner.Value;
    }

    private object? Value
    {
        get
        {
            var whole = ReferenceAggregate.InUnits(Whole.OfType<object>());
            return whole == 0 || (!IsCumulative && !Own.OfType<object>().Any())
                ? null
                : ReferenceAggregate.Divided(ReferenceAggregate.InUnits(Part.OfType<object>()) * 1_000_000, whole) / 1_000_000m;
        }
    }
}

/// <summary>Groups of rows, the page of them that is asked for, and all of them.</summary>
internal sealed record ReferenceGroups(IReadOnlyList<ReferenceGroupKey> Keys, IReadOnlyList<object> Rows)
{
    /// <summary>All groups in their order.</summary>
    public IReadOnlyList<ReferenceGroup> Ordered { get; private set; } = [];

    /// <summary>The page.</summary>
    public ReferencePage Page { get; private set; } = null!;

    public static ReferenceGroups Of(IReadOnlyList<object> rows, IReadOnlyDictionary<string, object?> arguments)
    {
        var keys = ReferenceValues.Items(arguments["by"]).Select(by => ReferenceGroupKey.Of((IDictionary<string, object?>)by!))
            .Select(key => key with
            {
                IsInstant = key.Options.ContainsKey("truncate")
            && rows.Any(row => ReferenceValues.At(row, key.Path) is DateTime)
            }).ToList();
        var groups = new ReferenceGroups(keys, rows);
        var all = groups.By(keys.Count);
        if (arguments.GetValueOrDefault("having") is IDictionary<string, object?> having)
        {
            all = [.. all.Where(group => ReferenceHaving.Matches(group.Rows, having))];
        }

        if (arguments.GetValueOrDefault("fillGaps") is IDictionary<string, object?> gaps)
        {
            var days = Enumerable.Range(0, 100_000).Select(((DateOnly)gaps["from"]!).AddDays)
                .TakeWhile(day => day <= (DateOnly)gaps["to"]!);
            all = [.. days.Select(keys[0].First).Distinct()
                .Select(day => all.Find(group => day.Equals(group.Values[0])) ?? new ReferenceGroup(groups, [day], []))];
            arguments = new Dictionary<string, object?>
            {
                ["by"] = arguments["by"],
                ["order"] = arguments.GetValueOrDefault("order"),
                ["first"] = all.Count
            };
        }

        groups.Ordered = [.. all.Order(ReferenceHaving.OrderOf(keys, arguments.GetValueOrDefault("order")))];
        groups.Page = ReferencePage.Cut([.. groups.Ordered], arguments, 0, groups.Ordered.Count);
        return groups;
    }

    /// <summary>The groups by the first keys only, ordered by them; all rows together are one group even if there are none.</summary>
    public List<ReferenceGroup> By(int level) => level == 0 ? [new ReferenceGroup(this, [], Rows)] : [.. Rows
        .GroupBy(row => Keys.Take(level).Select(key => key.ValueIn(row)).ToArray(), ReferenceHaving.SameKeys)
        .Select(group => new ReferenceGroup(this, group.Key, [.. group]))
        .Order(ReferenceHaving.OrderOf([.. Keys.Take(level)], null))];

    /// <summary>The subtotals, the finest first.</summary>
    public IEnumerable<ReferenceGroup> Subtotals => Enumerable.Range(1, Keys.Count).SelectMany(up => By(Keys.Count - up));

    /// <summary>How large a part of all rows, or of its parent's, a group is.</summary>
    public (IReadOnlyList<object> Part, IReadOnlyList<object> Whole) Share(ReferenceGroup group, bool ofParent, bool cumulative) => (
        cumulative ? group.RowsSoFar : group.Rows,
        ofParent
            ? By(Keys.Count - 1)
            .Single(parent => ReferenceHaving.SameKeys.Equals([.. parent.Values], [.. group.Values.Take(Keys.Count - 1)])).Rows : Rows);
}
