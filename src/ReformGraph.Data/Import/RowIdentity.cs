using ReformGraph.Data.Registers;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Import;

/// <summary>What a row is about, whatever its code.</summary>
internal static class RowIdentity
{
    /// <summary>A village, or a name or a type in a township or a village; null if that is not known.</summary>
    public static object? Of(object row) => row is RiskVillage village ? village.VillageId
        : NameOf(row) is { } name ? (name, TownshipOf(row), VillageOf(row))
        : row is FacilityConsolidation { VillageId: not null } facility ? (facility.Type, facility.TownshipId, facility.VillageId)
        : null;

    /// <summary>The value of a property of a row; null if it has none.</summary>
    public static object? ValueOf(object row, string property) => row.GetType().GetProperty(property)?.GetValue(row);

    /// <summary>Warns of a row to which a table gives another name, place or type, because another office may have used its code.</summary>
    /// <param name="before">The row of the county.</param>
    /// <param name="row">The row with the values of the table.</param>
    /// <param name="code">Its code.</param>
    /// <param name="number">The number of the row of the table.</param>
    /// <returns>The warning; null if both are the same, or not known.</returns>
    public static Bilingual? RenamingOf(object before, object row, string code, int number)
    {
        var (was, wasZh) = NamesIn(before, row) is ({ } old, { } own)
            ? ($"was {old} and becomes {own}", $"原为“{old}”，将改为“{own}”")
            : Differ(VillageOf(before), VillageOf(row)) ? ("was about another village", "原属另一村（社区）")
            : Differ(TownshipOf(before), TownshipOf(row)) ? ("was about another township", "原属另一乡镇")
            : TypesIn(before, row) is var (type, other)
            ? ($"was {type.En} and becomes {other.En}", $"类别原为“{type.Zh}”，将改为“{other.Zh}”")
            : (null, null);
        return was is null ? null : new(
            $"Row {number}: {code} {was}. If the row is about something else, give it a code of its own.",
            $"第 {number} 行：{code} {wasZh}。如不是同一对象，请另用编码。");
    }

    /// <summary>What tells apart two rows with one code, after "for": other names, places or, without names, types; null for
    /// nothing.</summary>
    /// <param name="before">The row of the county.</param>
    /// <param name="row">The row with the values of the table.</param>
    public static (string En, string Zh)? DifferenceOf(object before, object row)
    {
        var (old, own) = (NameOf(before), NameOf(row));
        return NamesIn(before, row) is ({ } name, { } other)
            ? ($"{name}, and this row is {other}", $"是“{name}”，而此行是“{other}”")
            : Differ(TownshipOf(before), TownshipOf(row))
            ? ($"{Named(old)} in another township", "属于另一乡镇")
            : Differ(VillageOf(before), VillageOf(row)) ? ($"{Named(old)} in another village", "属于另一村（社区）")
            : old is null && own is null && Differ(TypeOf(before), TypeOf(row)) ? ("a row of another type", "类别不同")
            : null;
    }

    /// <summary>Whether the row says what it is about.</summary>
    public static bool IsNamed(object row) => NameOf(row) is not null || row is RiskVillage { VillageId: not null };

    // The two names as they are shown, if they differ.
    private static (string Old, string Own)? NamesIn(object before, object row) => NameOf(before) is { } old && NameOf(row) is { } own
        && CountyPlaces.Plain(old) != CountyPlaces.Plain(own) ? (TableException.Shown(old), TableException.Shown(own)) : null;

    private static string? NameOf(object row) => CodeChoices.Names.Select(name => ValueOf(row, name)).OfType<string>().FirstOrDefault();

    private static object? TownshipOf(object row) => ValueOf(row, nameof(AssetHandover.TownshipId));

    private static object? VillageOf(object row) => ValueOf(row, nameof(FacilityConsolidation.VillageId));

    private static object? TypeOf(object row) => row switch
    {
        FacilityConsolidation facility => facility.Type,
        AssetHandover asset => asset.AssetClass,
        ReformTask task => task.Kind,
        _ => null,
    };

    // The two types, if they differ: 办公用房 and 车辆 may both be called 闲置资产.
    private static ((string En, string Zh) Old, (string En, string Zh) Own)? TypesIn(object before, object row) =>
        NameOfType(before) is { } old && NameOfType(row) is { } own && old != own ? (old, own) : null;

    // As the register words it, if the code list does not have it.
    private static (string En, string Zh)? NameOfType(object row) => TypeOf(row) is not { } type ? null
        : WordingOf(row) is { } wording ? (TableException.Shown(wording), TableException.Shown(wording))
        : ScalarType.For(type.GetType())!.EnumValues().First(value => type.Equals(value.Value)) is var known
            ? (known.Name, known.LabelZh) : null;

    private static string? WordingOf(object row) => row switch
    {
        FacilityConsolidation facility => facility.TypeWording,
        AssetHandover asset => asset.AssetClassWording,
        ReformTask task => task.KindWording,
        _ => null,
    };

    private static string Named(string? name) => name is null ? "a row" : TableException.Shown(name);

    private static bool Differ(object? before, object? after) => before is not null && after is not null && !before.Equals(after);
}
