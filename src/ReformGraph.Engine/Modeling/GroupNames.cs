namespace ReformGraph.Engine.Modeling;

/// <summary>The names of the types of groups.</summary>
internal static class GroupNames
{
    /// <summary>A page of groups: <c>RiskVillageGroupsConnection</c>.</summary>
    public static string Connection(EntityModel entity) => $"{entity.Name}GroupsConnection";

    /// <summary>A group: <c>RiskVillageGroup</c>.</summary>
    public static string Group(EntityModel entity) => $"{entity.Name}Group";

    /// <summary>The keys of a group: <c>RiskVillageGroupKey</c>.</summary>
    public static string Key(EntityModel entity) => $"{entity.Name}GroupKey";

    /// <summary>The share of a group in all rows: <c>RiskVillageShare</c>.</summary>
    public static string Share(EntityModel entity) => $"{entity.Name}Share";

    /// <summary>The share by a sum: <c>RiskVillageSumShare</c>.</summary>
    public static string SumShare(EntityModel entity) => $"{entity.Name}SumShare";

    /// <summary>Groups by fewer keys: <c>RiskVillageSubtotal</c>.</summary>
    public static string Subtotal(EntityModel entity) => $"{entity.Name}Subtotal";

    /// <summary>The forms that a field can have as a key, each under its name in a key.</summary>
    public static IEnumerable<(string Name, GroupKeyKind Form)> KeysOf(ScalarField field) =>
        field.Type.Codec.Calendar is CalendarKind.Instant
            ? [(field.Name, GroupKeyKind.Value), ($"{field.Name}Period", GroupKeyKind.Period)]
        : AggregateFunctions.IsNumber(field.Type) ? [(field.Name, GroupKeyKind.Value), ($"{field.Name}Range", GroupKeyKind.Range)]
        : [(field.Name, GroupKeyKind.Value)];

    /// <summary>Its type: <c>DecimalRange</c>.</summary>
    public static string Range(ScalarType type) => $"{type.Name}Range";
}
