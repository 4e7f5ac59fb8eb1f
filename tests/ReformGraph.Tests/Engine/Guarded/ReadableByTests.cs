using System.Text.Json;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Settings;
using Xunit;

namespace ReformGraph.Tests.Engine.Guarded;

/// <summary>Nothing is learned of a field or an entity that the role may not read, by whatever way.</summary>
public sealed class ReadableByTests : IDisposable
{
    private readonly QueryEngine engine =
        new(() => new MuseumContext(), () => new MuseumPastContext(), [new CatalogueCards()], new EngineOptions(), new ChangeClock());

    public void Dispose() => engine.Dispose();

    [Theory]
    [InlineData("Exhibit.worth", "{ exhibits { nodes { worth } } }")]
    [InlineData("Exhibit.worth", "{ exhibits { edges { node { again: worth } } } }")]
    [InlineData("Exhibit.worth", "{ exhibitById(id: 1) { worth } }")]
    [InlineData("Exhibit.worth", "{ exhibits { nodes { ...F } } } fragment F on Exhibit { ... { worth } }")]
    [InlineData("Exhibit.worth", "query ($yes: Boolean = true) { exhibits { nodes { worth @include(if: $yes) } } }")]
    [InlineData("Exhibit.worth", "{ rooms { nodes { exhibits { nodes { worth } } } } }")]
    [InlineData("Exhibit.isDear", "{ exhibits { nodes { isDear } } }")]
    [InlineData("Exhibit.insuredBy", "{ exhibits { nodes { card } } }")]
    [InlineData("Exhibit.worth", "{ exhibits(where: { worth: { gt: 1 } }) { totalCount } }")]
    [InlineData("Exhibit.worth", "{ exhibits(where: { worth: { eq: null } }) { totalCount } }")]
    [InlineData("Exhibit.worth", "{ exhibits(where: { worth: {} }) { totalCount } }")]
    [InlineData("Exhibit.worth",
        "{ exhibits(where: { or: [{ title: { eq: \"a\" } }, { and: [{ worth: { nin: [1] } }] }] }) { totalCount } }")]
    [InlineData("Exhibit.isDear", "{ exhibits(where: { isDear: { eq: true } }) { totalCount } }")]
    [InlineData("Exhibit.worth", "query ($where: ExhibitFilterInput = { worth: { gt: 1 } }) { exhibits(where: $where) { totalCount } }")]
    [InlineData("Exhibit.worth", "{ rooms(where: { exhibits: { some: { worth: { gt: 1 } } } }) { totalCount } }")]
    [InlineData("Exhibit.worth", "{ rooms(where: { exhibits: { aggregate: { sum: { worth: { gt: 1 } } } } }) { totalCount } }")]
    [InlineData("Exhibit.worth",
        "{ rooms(where: { exhibits: { aggregate: { where: { worth: { gt: 1 } }, count: { gt: 1 } } } }) { totalCount } }")]
    [InlineData("Exhibit.worth", "{ exhibits(order: [{ worth: ASC }]) { nodes { id } } }")]
    [InlineData("Exhibit.worth",
        "query ($order: [ExhibitSortInput!] = [{ id: ASC }, { worth: DESC }]) { exhibits(order: $order) { nodes { id } } }")]
    [InlineData("Exhibit.worth", "{ rooms(order: [{ exhibits: { max: { worth: ASC } } }]) { nodes { id } } }")]
    [InlineData("Exhibit.worth", "{ exhibits { aggregate { sum { worth } } } }")]
    [InlineData("Exhibit.worth", "{ exhibits { aggregate { valueCount { worth } } } }")]
    [InlineData("Exhibit.worth", "{ exhibits { aggregate(where: { worth: { gt: 1 } }) { count } } }")]
    [InlineData("Exhibit.insuredOn", "{ rooms { nodes { exhibits { aggregate { min { insuredOn } } } } } }")]
    [InlineData("Exhibit.worth", "{ exhibits { groups(by: [{ worth: {} }]) { totalCount } } }")]
    [InlineData("Exhibit.worth", "{ exhibits { groups(by: [{ worth: { boundaries: [1, 2] } }]) { totalCount } } }")]
    [InlineData("Exhibit.insuredOn", "{ exhibits { groups(by: [{ insuredOn: { truncate: MONTH } }]) { totalCount } } }")]
    [InlineData("Exhibit.worth", "{ exhibits { groups(by: [{ title: {} }], having: { sum: { worth: { gt: 1 } } }) { totalCount } } }")]
    [InlineData("Exhibit.worth",
        "{ exhibits { groups(by: [{ title: {} }], order: [{ aggregate: { max: { worth: ASC } } }]) { nodes { key { title } } } } }")]
    [InlineData("Exhibit.worth", "{ exhibits { groups(by: [{ title: {} }]) { nodes { share { sum { worth } } } } } }")]
    [InlineData("Exhibit.worth",
        "{ exhibits { groups(by: [{ title: {} }]) { nodes { aggregate(where: { worth: { gt: 1 } }) { count } } } } }")]
    [InlineData("Exhibit.worth", "{ exhibits { groups(by: [{ title: {} }]) { subtotals { aggregate { avg { worth } } } } } }")]
    [InlineData("Exhibit.worth", "{ exhibits { groups(by: [{ title: {} }]) { nodes { rows { nodes { worth } } } } } }")]
    [InlineData("Label.cost",
        "{ labels { timeline(every: DAY, from: \"2026-01-01T00:00:00Z\", to: \"2026-01-02T00:00:00Z\") { aggregate(where: { cost: { gt: " +
        "1 } }) { count } } } }")]
    [InlineData("LabelVersion.cost", "{ labelDiff(from: { sequence: 1 }) { nodes { before { cost } } } }")]
    [InlineData("LabelVersion.cost", "{ labelDiff(from: { sequence: 1 }, where: { after: { cost: { gt: 1 } } }) { totalCount } }")]
    [InlineData("Donor", "{ donors { totalCount } }")]
    [InlineData("Donor", "{ donorById(id: 1) { id } }")]
    [InlineData("Donor", "{ exhibits { nodes { donor { __typename } } } }")]
    [InlineData("Donor", "{ exhibits(where: { donor: null }) { totalCount } }")]
    [InlineData("Donor", "{ exhibits(where: { donor: { name: { eq: \"a\" } } }) { totalCount } }")]
    [InlineData("Donor", "{ exhibits(order: [{ donor: { id: ASC } }]) { nodes { id } } }")]
    [InlineData("Donor", "{ exhibits { aggregate { countDistinct { donor { id } } } } }")]
    [InlineData("Donor", "{ exhibits { groups(by: [{ donor: { id: {} } }]) { totalCount } } }")]
    [InlineData("Donor",
        "{ exhibits { groups(by: [{ title: {} }], having: { max: { donor: { name: { eq: \"a\" } } } }) { totalCount } } }")]
    public void A_role_that_may_not_read_it_is_refused_and_one_that_may_is_not(string what, string document)
    {
        engine.Prepare(Request(document, "keeper"));
        var error = Refusal(document, "visitor");
        Assert.Same(ErrorCodes.Forbidden, error.Code);
        Assert.Equal(what, error.Details!["field"]);
        Assert.Contains("keeper", (IEnumerable<string>)error.Details["roles"]);
        Assert.StartsWith($"The role visitor may not read {what}, ", error.Message, StringComparison.Ordinal);
        Assert.Single(error.Locations);
    }

    [Fact]
    public void A_plan_of_one_role_serves_no_other()
    {
        const string Document = "{ exhibits { nodes { title worth } } }";
        engine.Prepare(Request(Document, "keeper"));
        engine.Prepare(Request(Document, "insurer"));
        Assert.Same(ErrorCodes.Forbidden, Refusal(Document, "visitor").Code);
        Assert.Same(ErrorCodes.Forbidden, Refusal(Document, QueryRequest.Public).Code);
    }

    [Fact]
    public void Everyone_reads_what_is_not_restricted() =>
        engine.Prepare(
            Request("{ rooms { nodes { exhibits(where: { title: { eq: \"a\" } }, order: [{ title: ASC }]) { nodes { title room { id } } " +
            "aggregate { count } } } } }", "visitor"));

    [Theory]
    [InlineData("visitor", false)]
    [InlineData("keeper", true)]
    public void Differences_cover_fields_that_the_role_may_read(string role, bool tellsCost)
    {
        var query = engine.Prepare(Request("{ labelDiff(from: { sequence: 1 }) { nodes { fields { name before after } } } }", role));
        var columns = ((DataRoot)Assert.Single(query.Compiled.Plan.Roots)).List.Columns!.Paths.Select(path => path.Name).ToList();
        Assert.Contains("after.text", columns);
        Assert.Equal((tellsCost, tellsCost), (columns.Contains("before.cost"), columns.Contains("after.cost")));
    }

    [Fact]
    public void The_schema_says_who_may_read_a_field() =>
        Assert.Contains("Its worth in yuan. Only these roles may read it: keeper, insurer.", engine.SdlOf("keeper"),
            StringComparison.Ordinal);

    [Fact]
    public void What_is_computed_from_a_restricted_field_says_itself_who_may_read_it() => Assert.Equal(
        "Paper.IsWritten is computed from Writing, which not every role may read: it needs its own [ReadableBy].",
        Assert.Throws<ModelException>(() => DataModel.Create(new PaperContext().Model)).Message);

    private RequestError Refusal(string document, string role) =>
        Assert.Single(Assert.Throws<RequestErrorException>(() => engine.Prepare(Request(document, role))).Errors);

    private static QueryRequest Request(string document, string role) =>
        new(document, null, JsonSerializer.SerializeToElement(new { })) { Role = role };
}
