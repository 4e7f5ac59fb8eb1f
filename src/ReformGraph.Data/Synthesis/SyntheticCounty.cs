using ReformGraph.Domain.Entities;

namespace ReformGraph.Data.Synthesis;

/// <summary>
/// A county that does not exist, with all its rows. They depend only on the seed and on the county's number, not on the other counties or
/// the machine. Each register has a file that says how its fields are drawn.
/// </summary>
internal sealed class SyntheticCounty
{
    /// <summary>The number of counties for which there are codes.</summary>
    public const int Most = 9_999;

    private const int TownshipCount = 33;
    private const int VillageCount = 462;
    private const int LeaderCount = 26;
    private const int FewestVillages = 8; // in a township

    private readonly int number;

    public SyntheticCounty(long seed, int number)
    {
        this.number = number;
        Draw = new DeterministicRandom(seed, number);
        County = MakeCounty();
        Leaders = [.. Enumerable.Range(0, LeaderCount).Select(_ => Names.Official(Draw))];
        TownNames = [.. Draw.Distinct(TownshipCount, Names.Places).Select(Names.Place)];
        Townships = [.. Enumerable.Range(0, TownshipCount).Select(MakeTownship)];
        VillageNames = [.. Draw.Distinct(VillageCount, Names.Places).Select(Names.Place)];
        Villages = MakeVillages();
    }

    /// <summary>The source of this county's random values.</summary>
    public DeterministicRandom Draw { get; }

    public County County { get; }

    /// <summary>The leaders of the county.</summary>
    public string[] Leaders { get; }

    public Township[] Townships { get; }

    /// <summary>The names of the townships without their kind, in the same order.</summary>
    public (string Zh, string En)[] TownNames { get; }

    /// <summary>The villages, township by township.</summary>
    public Village[] Villages { get; }

    /// <summary>The names of the villages without their kind, in the same order.</summary>
    public (string Zh, string En)[] VillageNames { get; }

    /// <summary>All rows, each after those that it refers to.</summary>
    public IEnumerable<object> Rows() =>
    [
        County, .. Townships, .. Villages,
        .. SyntheticReformTasks.Generate(this), .. SyntheticFacilityConsolidations.Generate(this),
        .. SyntheticAssetHandovers.Generate(this), .. SyntheticRiskVillages.Generate(this),
    ];

    /// <summary>The key of a row.</summary>
    /// <param name="index">Its index among the county's rows of its entity, starting at 0.</param>
    /// <param name="perCounty">The number of such rows in each county.</param>
    public int Id(int index, int perCounty) => ((number - 1) * perCounty) + index + 1;

    /// <summary>The code of a row, which the county's number makes unique.</summary>
    public string Code(string kind, int index) => $"S{number:0000}-{kind}-{index + 1:000}";

    private County MakeCounty()
    {
        var name = Names.Place(Draw.Below(Names.Places));
        return new()
        {
            Id = number,
            Code = $"S{number:0000}",
            Synthetic = true,
            AreaCode = $"99{number:0000}", // no province has the digits 99
            NameZh = Draw.Chance(95) ? name.Zh + "县" : null,
            NameEn = Draw.Chance(80) ? name.En + " County" : null,
            KnownAs = "A synthetic county, which does not exist.",
        };
    }

    private Township MakeTownship(int index)
    {
        var name = TownNames[index];
        var kind = Draw.Weighted<TownshipKind?>((70, TownshipKind.Town), (25, TownshipKind.Township), (5, null));
        return new()
        {
            Id = Id(index, TownshipCount),
            Code = Code("T", index),
            Synthetic = true,
            AreaCode = Draw.Chance(90) ? $"{County.AreaCode}{index + 101:000}" : null,
            NameZh = Draw.Chance(95) ? name.Zh + (kind is TownshipKind.Township ? "乡" : "镇") : null,
            NameEn = Draw.Chance(75) ? name.En + (kind is TownshipKind.Township ? " Township" : " Town") : null,
            KnownAs = "A synthetic township, which does not exist.",
            Kind = kind,
            Class = Draw.Weighted<int?>((20, 1), (40, 2), (25, 3), (15, null)),
            ValidFrom = Draw.Chance(70) ? Draw.Day(2021, 2021) : null,
            ValidTo = null,
            CountyId = County.Id,
            SuccessorId = null,
        };
    }

    private Village[] MakeVillages()
    {
        int[] sizes = [.. Enumerable.Repeat(FewestVillages, TownshipCount)];
        for (var i = FewestVillages * TownshipCount; i < VillageCount; i++)
        {
            sizes[Draw.Below(TownshipCount)]++;
        }

        return [.. sizes.SelectMany((size, township) => Enumerable.Range(0, size).Select(within => (township, within)))
            .Select(MakeVillage)];
    }

    private Village MakeVillage((int Township, int Within) place, int index)
    {
        var name = VillageNames[index];
        var township = Townships[place.Township];
        var kind = Draw.Weighted<VillageKind?>((80, VillageKind.Village), (15, VillageKind.Community), (5, null));
        return new()
        {
            Id = Id(index, VillageCount),
            Code = Code("V", index),
            Synthetic = true,
            AreaCode = township.AreaCode is { } area && Draw.Chance(95) ? $"{area}{place.Within + 201:000}" : null,
            NameZh = Draw.Chance(95) ? name.Zh + (kind is VillageKind.Community ? "社区" : "村") : null,
            NameEn = Draw.Chance(65) ? name.En + (kind is VillageKind.Community ? " Community" : " Village") : null,
            Kind = kind,
            ValidFrom = Draw.Chance(65) ? Draw.Day(2021, 2022) : null,
            ValidTo = null,
            TownshipId = township.Id,
            SuccessorId = null,
        };
    }
}
