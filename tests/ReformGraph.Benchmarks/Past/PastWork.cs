namespace ReformGraph.Benchmarks.Past;

/// <summary>A question that is asked of the present and of the past.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="Field">The root field, with <c>AT</c> where <c>asOf</c> stands among its arguments.</param>
/// <param name="Most">How many times as long it may take of the past; null for as many as a row has versions.</param>
internal sealed record PastWork(string Name, string Field, double? Most)
{
    public static IReadOnlyList<PastWork> All { get; } =
    [
        new("a row by its code",
            "riskVillageByCode(AT code: \"S0043-RV-L-032\") { code level status assessedOn township { code nameZh } }", 2),
        new("a page of 50 by an index",
            "riskVillages(AT first: 50, order: [{ assessedOn: DESC }]) { nodes { code level status assessedOn } }", 2),
        new("a page of 50, filtered and sorted",
            "riskVillages(AT first: 50, where: { level: { eq: HIGH } }, order: [{ assessedOn: DESC }]) { nodes { code level status " +
            "assessedOn } }", 2),
        new("50 rows with two to-one levels",
            "reformTasks(AT first: 50) { nodes { code status progress county { code nameZh } township { code nameZh county { code } } } }", 2),
        new("20 rows with lists of up to 5",
            "townships(AT first: 20) { nodes { code nameZh riskVillages(first: 5) { nodes { code level } } assetHandovers(first: 5) { " +
            "nodes { code bookValue } } } }", 4),
        new("how many of a level", "riskVillages(AT where: { level: { eq: HIGH } }) { totalCount }", null),
        new("groups by level and status",
            "riskVillages(AT) { groups(by: [{ level: {} }, { status: {} }]) { nodes { key { level status } aggregate { count } } } }", null),
        new("groups by county and type, with a sum",
            "facilityConsolidations(AT) { groups(by: [{ county: { code: {} } }, { type: {} }], first: 1000) { nodes { key { county { " +
            "code } type } aggregate { count sum { floorArea } } } } }", null),
        new("sums of all rows", "assetHandovers(AT) { aggregate { count sum { bookValue floorArea } max { handedOverOn } } }", null),
    ];

    /// <summary>The question as of a change; without one, of the present.</summary>
    public string Document(long? sequence) =>
        $"{{ of: {Field.Replace("AT", sequence is null ? "" : $"asOf: {{ sequence: {sequence} }}", StringComparison.Ordinal).Replace("()", "", StringComparison.Ordinal)} }}";
}
