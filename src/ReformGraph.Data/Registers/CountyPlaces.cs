using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Registers;

/// <summary>A place that a table names.</summary>
/// <param name="Township">The name of the township; empty if the table does not say it.</param>
/// <param name="Village">The name of the village; empty for the township itself.</param>
internal readonly record struct PlaceName(string Township, string Village);

/// <summary>Finds the townships and villages of a county by their names, and adds those that it does not have.</summary>
internal sealed partial class CountyPlaces
{
    private const int LongestTownship = 14;

    private readonly ReformDbContext context;
    private readonly County county;
    private readonly PlaceIndex<Township> townships = new(one => [one.NameZh is { } name ? Plain(name) : null, one.Code, one.AreaCode]);
    private readonly PlaceIndex<Village> villages = new(one => [one.NameZh is { } name ? Plain(name) : null, one.Code, one.AreaCode]);
    private readonly PlaceIndex<Township> townshipForms = new(one => FormsOf(one.NameZh, PlaceNames.TownshipForm));
    private readonly PlaceIndex<Village> villageForms = new(one => FormsOf(one.NameZh, PlaceNames.VillageForm));
    private readonly HashSet<string> added = [];

    private CountyPlaces(ReformDbContext context, County county, List<Township> townships, List<Village> villages)
    {
        (this.context, this.county) = (context, county);
        townships.ForEach(Add);
        villages.ForEach(Add);
    }

    /// <summary>The places of a county.</summary>
    public static async Task<CountyPlaces> LoadAsync(ReformDbContext context, County county, CancellationToken cancellation) => new(
        context,
        county,
        await context.Set<Township>().AsNoTracking().Where(township => township.CountyId == county.Id).OrderBy(township => township.Id)
            .ToListAsync(cancellation),
        await context.Set<Village>().AsNoTracking().Where(village => village.Township.CountyId == county.Id).OrderBy(village => village.Id)
            .ToListAsync(cancellation));

    /// <summary>A name as it is compared: without spaces, in ASCII where it can be.</summary>
    public static string Plain(string name) => Spaces().Replace(PlainText.Normalize(name), string.Empty);

    /// <summary>A place under the name that the county has for it, if the table certainly means it: 湖东镇荻港村 and
    /// 荻港村委会 of 湖东镇 are its 荻港村.</summary>
    public PlaceName Known(PlaceName place)
    {
        var township = TownshipKnown(place.Township);
        return CodeOf(place = place with { Township = township }) is not null || place.Village.Length == 0 ? place
            : VillageKnown(place) is { } village ? village : place;
    }

    /// <summary>A place of the county that one that it lacks may be, by its name; null if there is none.</summary>
    public string? LikeOf(PlaceName place) => place.Village.Length == 0
        ? townshipForms.Find(BaseKey(place.Township)).Select(one => one.NameZh).FirstOrDefault()
        : villageForms.Find(BaseKey(place.Village))
            .FirstOrDefault(one => place.Township.Length == 0 || one.TownshipId == TownshipOf(place.Township)?.Id)?.NameZh;

    /// <summary>Why a place that the county lacks is not added; null if it can be.</summary>
    public Bilingual? WhyNotNew(PlaceName place)
    {
        var (name, kind, kindZh) = place.Village.Length > 0 ? (place.Village, "village or community", "村（社区）")
            : (place.Township, "township", "乡镇（街道）");
        return !PlaceNames.IsOfOne(name) ? new(
            $"must be the name of one {kind} and nothing else: give each its own row, or leave the cell empty if the row is about " +
            "several or all",
            $"必须只是一个{kindZh}的名称：涉及多个的，请分行填写；涉及全部或不涉及的，请留空")
            : !PlaceNames.HasKind(name) && LikeOf(place) is { } like ? new(
            $"must be the full name of a {kind}: the county has {TableException.Shown(like)}, which it may be",
            $"必须是{kindZh}的全称：本县已有“{TableException.Shown(like)}”，可能为同一地方")
            : null;
    }

    /// <summary>The code of the place with a name or a code; null if there is none, or more than one.</summary>
    public string? CodeOf(PlaceName place) => place.Village.Length > 0 ? VillageOf(place)?.Code
        : place.Township.Length > 0 ? TownshipOf(place.Township)?.Code : null;

    /// <summary>The code of the place that a row of the list of townships or villages is about: the given one, if a place has it, and
    /// otherwise that of the place with the name; null if there is none.</summary>
    public string? CodeOf(string code, PlaceName place) =>
        townships.Find(code).Exists(one => one.Code == code) || villages.Find(code).Exists(one => one.Code == code) ? code
        : CodeOf(place);

    /// <summary>The code of a place that the county does not have: its own code and the names.</summary>
    public string NewCodeOf(PlaceName place) => place.Village.Length == 0 ? $"{county.Code}-{place.Township}"
        : $"{county.Code}-{(TownshipOf(place.Township) is { } township ? NamedIn(township) : place.Township)}{place.Village}";

    /// <summary>Whether the county had a township with a name or a code before places were added.</summary>
    public bool Had(string township) => TownshipOf(township) is { } found && !added.Contains(found.Code);

    /// <summary>Adds places to the database, in a change that has begun, with codes that their names give. A place that the county has,
    /// or that violates a rule, is left out. Places without area codes get those that the table gives, whichever table comes
    /// first.</summary>
    /// <param name="places">Their names, with the codes that the table gives villages.</param>
    /// <param name="today">Today's date.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <returns>The number of places that the county had, and that have got their area codes.</returns>
    public async Task<int> AddAsync(IReadOnlyDictionary<PlaceName, string?> places, DateOnly today, CancellationToken cancellation)
    {
        var lastTownship = await RowIds.LastAsync<Township>(context, cancellation);
        var lastVillage = await RowIds.LastAsync<Village>(context, cancellation);
        foreach (var name in places.Keys.Select(place => place.Township).Where(name => name.Length > 0).Distinct())
        {
            if (townships.Find(name) is [] && WhyNotNew(new(name, string.Empty)) is null)
            {
                var one = new Township
                {
                    Id = lastTownship + 1,
                    Code = NewCodeOf(new(name, string.Empty)),
                    AreaCode = AreaCodeOf(places.Where(place => place.Key.Township == name).Select(place => place.Value)),
                    NameZh = name,
                    KnownAs = name,
                    Kind = KindOf<TownshipKind>(name),
                    CountyId = county.Id,
                };
                lastTownship += await TryAddAsync(one, one.Code, Add, today, cancellation) ? 1 : 0;
            }
        }

        foreach (var (place, code) in places.Where(place => place.Key is { Township.Length: > 0, Village.Length: > 0 }))
        {
            if (TownshipOf(place.Township) is { } township && CodeOf(Known(place)) is null && WhyNotNew(place) is null)
            {
                var one = new Village
                {
                    Id = lastVillage + 1,
                    Code = NewCodeOf(place),
                    AreaCode = FreeAreaCodeOf(code),
                    NameZh = place.Village,
                    Kind = KindOf<VillageKind>(place.Village),
                    TownshipId = township.Id,
                };
                lastVillage += await TryAddAsync(one, one.Code, Add, today, cancellation) ? 1 : 0;
            }
        }

        return await SetAreaCodesAsync(places, cancellation);
    }

    private async Task<int> SetAreaCodesAsync(IReadOnlyDictionary<PlaceName, string?> places, CancellationToken cancellation)
    {
        foreach (var group in places.GroupBy(place => place.Key.Township).Where(group => group.Key.Length > 0))
        {
            if (TownshipOf(group.Key) is { AreaCode: null } township && AreaCodeOf(group.Select(place => place.Value)) is { } areaCode)
            {
                context.Attach(township).Entity.AreaCode = areaCode;
                townships.Add(areaCode, township);
            }
        }

        foreach (var (place, code) in places.Where(place => place.Key.Village.Length > 0))
        {
            if (FreeAreaCodeOf(code) is { } areaCode && VillageOf(place) is { AreaCode: null } village)
            {
                context.Attach(village).Entity.AreaCode = areaCode;
                villages.Add(areaCode, village);
            }
        }

        var completed = await context.SaveChangesAsync(cancellation);
        context.ChangeTracker.Clear();
        return completed;
    }

    private async Task<bool> TryAddAsync<T>(T row, string code, Action<T> add, DateOnly today, CancellationToken cancellation)
        where T : Versioned
    {
        if (RowRules.Check(row, today).Count > 0
            || await context.Set<T>().AnyAsync(other => EF.Property<string>(other, nameof(Township.Code)) == code, cancellation))
        {
            return false;
        }

        add(row);
        added.Add(code);
        context.Add(row);
        await context.SaveChangesAsync(cancellation);
        context.ChangeTracker.Clear();
        return true;
    }

    private string TownshipKnown(string name)
    {
        if (name.Length == 0 || TownshipOf(name) is not null)
        {
            return name;
        }

        var form = PlaceNames.TownshipForm(InCounty(name));
        return Only(townshipForms.Find(form), one => one.ValidTo) is { NameZh: { } own } ? Plain(own) : name;
    }

    // The name of a township before that of its village says no more than the column of townships.
    private PlaceName? VillageKnown(PlaceName place)
    {
        var name = InCounty(place.Village);
        var township = Enumerable.Range(2, Math.Max(0, Math.Min(LongestTownship, name.Length) - 2))
            .Select(length => name[..length]).LastOrDefault(start => TownshipOf(start) is { NameZh: { } own } && Plain(own) == start);
        var within = place.Township.Length == 0 ? null : TownshipOf(place.Township);
        township ??= place.Township.Length > 0 && name.StartsWith(place.Township, StringComparison.Ordinal) ? place.Township : null;
        if (township is not null && (place.Township.Length == 0 || TownshipOf(township)?.Id == within?.Id)
            && PlaceNames.HasKind(PlaceNames.VillageForm(name[township.Length..])))
        {
            name = name[township.Length..];
            place = place.Township.Length > 0 ? place : place with { Township = township };
            within ??= TownshipOf(township);
        }

        var alike = villageForms.Find(PlaceNames.VillageForm(name));
        var known = place.Township.Length > 0 && within is null ? null
            : Only(alike.Where(one => within is null || one.TownshipId == within.Id), one => one.ValidTo);
        return known?.NameZh is { } own ? place with { Village = Plain(own) }
            : name != place.Village && PlaceNames.HasKind(name) ? place with { Village = name } : null;
    }

    private string InCounty(string name) => county.NameZh is { Length: > 0 } own && Plain(own) is var start
        && name.StartsWith(start, StringComparison.Ordinal) && name.Length > start.Length + 1 ? name[start.Length..] : name;

    private void Add(Township township)
    {
        townships.Add(township);
        townshipForms.Add(township);
    }

    private void Add(Village village)
    {
        villages.Add(village);
        villageForms.Add(village);
    }

    private static string?[] FormsOf(string? name, Func<string, string> form) =>
        name is null ? [] : [form(Plain(name)), BaseKey(Plain(name))];

    // No name has it, so that a form is not found for the base of another.
    private static string BaseKey(string name) => $"\n{PlaceNames.BaseOf(name)}";

    private static string NamedIn(Township township) => township.NameZh is { } name ? Plain(name) : township.Code;

    private Village? VillageOf(PlaceName place)
    {
        var within = place.Township.Length == 0 ? null : TownshipOf(place.Township);
        return place.Township.Length > 0 && within is null ? null
            : Only(villages.Find(place.Village).Where(village => within is null || village.TownshipId == within.Id),
                village => village.ValidTo);
    }

    private Township? TownshipOf(string name) => Only(townships.Find(name), township => township.ValidTo);

    // A unit that still exists comes before one that was merged.
    private static T? Only<T>(IEnumerable<T> places, Func<T, DateOnly?> endOf)
        where T : class
    {
        var found = places.ToList();
        return found.Count > 1 && found.FindAll(place => endOf(place) is null) is [var present] ? present
            : found.Count == 1 ? found[0] : null;
    }

    // The six digits of a village are the township's three and its own.
    private string? AreaCodeOf(string? villageCode) => county.AreaCode is not { } own || villageCode is null ? null
        : Six().IsMatch(villageCode) ? own + villageCode
        : Twelve().IsMatch(villageCode) && villageCode.StartsWith(own, StringComparison.Ordinal) ? villageCode : null;

    private string? FreeAreaCodeOf(string? villageCode) =>
        AreaCodeOf(villageCode) is { } areaCode && villages.Find(areaCode) is [] ? areaCode : null;

    private string? AreaCodeOf(IEnumerable<string?> villageCodes)
    {
        var codes = villageCodes.OfType<string>().Select(AreaCodeOf).ToList();
        var own = codes.Select(code => code?[..9]).Distinct().ToList();
        return own is [{ } only] && townships.Find(only) is [] ? only : null;
    }

    private static T? KindOf<T>(string name)
        where T : struct, Enum => ScalarType.For(typeof(T))!.EnumValues()
            .Where(kind => name.EndsWith(kind.LabelZh, StringComparison.Ordinal)).Select(kind => (T?)kind.Value).FirstOrDefault();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("^[0-9]{6}$")]
    private static partial Regex Six();

    [GeneratedRegex("^[0-9]{12}$")]
    private static partial Regex Twelve();
}
