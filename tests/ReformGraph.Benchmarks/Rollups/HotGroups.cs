namespace ReformGraph.Benchmarks.Rollups;

/// <summary>Groups that are asked for again and again.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="Document">The question.</param>
/// <param name="Sql">The same over the rows, as one would write it by hand.</param>
internal sealed record HotGroups(string Name, string Document, string Sql)
{
    private const string Page = "first: 1000)";
    private const string ByCount = "order: [{ aggregate: { count: DESC } }], " + Page;

    public static IReadOnlyList<HotGroups> All { get; } =
    [
        new(
            "villages by level and status",
            $"{{ riskVillages {{ groups(by: [{{ level: {{}} }}, {{ status: {{}} }}], {Page} {{ nodes {{ key {{ level status }} aggregate " +
            $"{{ count }} }} }} }} }}",
            "SELECT Level, Status, COUNT(*) FROM RiskVillages GROUP BY Level, Status ORDER BY Level, Status LIMIT 1000"),
        new(
            "villages by county and level",
            $"{{ riskVillages {{ groups(by: [{{ county: {{ code: {{}} }} }}, {{ level: {{}} }}], {Page} {{ nodes {{ key {{ county {{ " +
            $"code }} level }} aggregate {{ count }} }} }} }} }}",
            "SELECT c.Code, r.Level, COUNT(*) FROM RiskVillages AS r JOIN Counties AS c ON c.Id = r.CountyId GROUP BY c.Code, r.Level " +
            "ORDER BY c.Code, r.Level LIMIT 1000"),
        new(
            "tasks by county and status, most first",
            $"{{ reformTasks {{ groups(by: [{{ county: {{ code: {{}} }} }}, {{ status: {{}} }}], {ByCount} {{ nodes {{ key {{ county {{ " +
            $"code }} status }} aggregate {{ count avg {{ progress }} }} }} }} }} }}",
            "SELECT c.Code, r.Status, COUNT(*), COUNT(r.Progress), SUM(r.Progress) FROM ReformTasks AS r JOIN Counties AS c ON c.Id = " +
            "r.CountyId GROUP BY c.Code, r.Status ORDER BY COUNT(*) DESC, c.Code, r.Status LIMIT 1000"),
        new(
            "assets by month of handover",
            $"{{ assetHandovers {{ groups(by: [{{ handedOverOn: {{ truncate: MONTH }} }}], {Page} {{ nodes {{ key {{ handedOverOn }} " +
            $"aggregate {{ count sum {{ bookValue }} }} }} }} }} }}",
            "SELECT substr(HandedOverOn, 1, 7) || '-01' AS Month, COUNT(*), COUNT(BookValue), SUM(BookValue) FROM AssetHandovers GROUP " +
            "BY Month ORDER BY Month LIMIT 1000"),
        new(
            "facilities by county and type, most first",
            $"{{ facilityConsolidations {{ groups(by: [{{ county: {{ code: {{}} }} }}, {{ type: {{}} }}], {ByCount} {{ nodes {{ key {{ " +
            $"county {{ code }} type }} aggregate {{ count sum {{ floorArea }} }} }} }} }} }}",
            "SELECT c.Code, r.Type, COUNT(*), COUNT(r.FloorArea), SUM(r.FloorArea) FROM FacilityConsolidations AS r JOIN Counties AS c " +
            "ON c.Id = r.CountyId GROUP BY c.Code, r.Type ORDER BY COUNT(*) DESC, c.Code, r.Type LIMIT 1000"),
    ];
}
