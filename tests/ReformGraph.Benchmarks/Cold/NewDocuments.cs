namespace ReformGraph.Benchmarks.Cold;

/// <summary>
/// Fifty documents, of which no two have the same plan: ten for each of five lists, by the field that orders it and the direction.
/// Each reads five rows by their keys, so that an answer costs little beside what its document costs at first.
/// </summary>
internal static class NewDocuments
{
    private static readonly (string List, string[] Fields)[] lists =
    [
        ("reformTasks", ["code", "kind", "status", "progress", "dueOn"]),
        ("facilityConsolidations", ["code", "type", "action", "effectiveOn", "floorArea"]),
        ("assetHandovers", ["code", "assetClass", "method", "bookValue", "handedOverOn"]),
        ("riskVillages", ["code", "level", "status", "leadOfficial", "assessedOn"]),
        ("townships", ["code", "nameZh", "kind", "class", "validFrom"]),
    ];

    /// <summary>All of them; neighbours are of different lists.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. from field in Enumerable.Range(0, 5)
           from direction in new[] { "ASC", "DESC" }
           from list in lists
           select Document(list.List, list.Fields[field], direction, string.Join(' ', list.Fields[..(field + 1)])),
    ];

    private static string Document(string list, string order, string direction, string selection) =>
        $"{{ {list}(first: 5, where: {{ id: {{ in: [1, 2, 3, 4, 5] }}, {order}: {{ neq: null }} }}, order: [{{ {order}: {direction} }}]) " +
        $"{{ totalCount nodes {{ {selection} county {{ code }} }} }} }}";
}
