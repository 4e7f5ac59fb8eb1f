using System.Text.Json;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>
/// Translates the selections on the quantities of an aggregate to its columns. All of them are terms of the aggregate, so they are computed
/// with it, whether over a list, over each owner's list or over each group.
/// </summary>
internal sealed class QuantityPlanner(EntityModel source, TermSet terms, Filter? condition)
{
    private readonly MeasureModel measure = source.Measure!;
    private readonly Dictionary<ScalarField, Filter> conditions = [];

    /// <summary>The fields of <c>quantity</c>.</summary>
    public IReadOnlyList<RowOutput> Outputs(SelectedField quantity) =>
        [.. quantity.Below(AggregateNames.OfMeasure(source)).Select(Output)];

    private RowOutput Output(SelectedField selected)
    {
        var key = JsonEncodedText.Encode(selected.Key);
        var at = selected.At;
        return selected.Name switch
        {
            "count" => new CountOutput(key, terms.Add(TermKind.Values, Here(measure.Value), Rows(measure.Counts))),
            "sum" => new QuantityOutput(key, Columns(measure.Counts), ToAdd(), Added(), false, Members(selected), at),
            "avg" => new QuantityOutput(key, Columns(measure.Counts), ToAdd(), Added(), true, Members(selected), at),
            "change" => new ChangeOutput(key, Columns(measure.IsBaseline), Columns(measure.IsLevel), Rate(), ToCompare(), Changes(selected),
                at),
            _ => new TypeNameOutput(key, AggregateNames.OfMeasure(source)),
        };
    }

    private List<QuantityMember> Members(SelectedField quantity)
    {
        var type = AggregateNames.OfQuantity(source);
        return [.. quantity.Below(type).Select(field => new QuantityMember(JsonEncodedText.Encode(field.Key), field.Name, type))];
    }

    private List<ChangeMember> Changes(SelectedField change)
    {
        var type = AggregateNames.OfChange(source);
        return [.. change.Below(type)
            .Select(field => new ChangeMember(JsonEncodedText.Encode(field.Key), field.Name, Members(field), type))];
    }

    private QuantityColumns Columns(ScalarField given) =>
        new(terms.AddSum(Here(measure.Value), Rows(given)), Bound(measure.Lower, given), Bound(measure.Upper, given));

    private BoundColumns Bound(BoundFields bound, ScalarField given) =>
        new(terms.AddSum(Here(bound.Value), Rows(given)), terms.Add(TermKind.Values, Here(bound.Excluded), Rows(given)));

    private Agreement ToAdd()
    {
        var rows = Rows(measure.Counts);
        var total = ReferencePath.Here.To(measure.Subject).To(measure.AddsTo).KeyBefore;
        return new(
            measure,
            Extremes(Here(measure.Unit), rows),
            Extremes(Here(measure.Role), rows),
            Extremes(Subject, rows),
            new TotalColumns(terms.Add(TermKind.Values, total, rows), terms.Add(TermKind.Values, Here(measure.Value), rows),
                Extremes(total, rows)),
            [],
            null);
    }

    private Addends Added()
    {
        var rows = Rows(measure.Counts);
        return new(
            terms.Add(TermKind.Values, Here(measure.Value), rows),
            terms.Add(TermKind.Distinct, Here(measure.Addition.Area), rows),
            terms.Add(TermKind.Distinct, Here(measure.Addition.Occasion), rows),
            measure.Addition.Times is { } times ? Times(times, rows) : null,
            [.. measure.Addition.Areas.Where(area => area.IsNullable)
                .Select(area => (area.Name, terms.Add(TermKind.Values, ReferencePath.Here.To(area).KeyBefore, rows)))]);
    }

    private TimeColumns Times(TimeFields times, Filter rows)
    {
        var source = ReferencePath.Here.To(times.Source);
        return new(
            Distinct(Here(times.Stated)),
            Distinct(Here(times.AreaTime)),
            terms.Add(TermKind.Values, Here(times.Begins), rows),
            Distinct(Here(times.Begins)),
            Distinct(Here(times.Ends)),
            Distinct(Here(times.Year)),
            terms.Add(TermKind.Values, Here(times.Uneven), rows),
            Extremes(Here(times.Begins), rows),
            Extremes(Here(times.Ends), rows),
            Extremes(Here(times.Months), rows),
            Distinct(source.To(times.SourceDay)),
            Distinct(source.To(times.SourceBegins)));

        int Distinct(FieldPath path) => terms.Add(TermKind.Distinct, path, rows);
    }

    // There is one baseline, and it has one rate at most.
    private int? Rate() => measure.Rate is { } rate
        ? terms.Add(TermKind.Max,
            new ListAggregatePath(ReferencePath.Here, rate.Inputs, new(AggregateFunctions.Max, Here(rate.Code), null)),
            Rows(measure.IsBaseline))
        : null;

    private Agreement ToCompare()
    {
        var rows = Rows(measure.IsCompared);
        var compared = terms.Add(TermKind.Values, Here(measure.Value), rows);
        return new(measure, Extremes(Here(measure.Unit), rows), null, Extremes(Subject, rows), null,
            [.. measure.Addition.Areas.Select(area => (area.Name, Path: ReferencePath.Here.To(area).KeyBefore))
                .Select(area => new AreaColumns(area.Name, terms.Add(TermKind.Values, area.Path, rows), compared,
                    Extremes(area.Path, rows)))],
            measure.Addition.Times is { } times
                ? new(terms.Add(TermKind.Values, Here(times.Months), rows), Extremes(Here(times.Months), rows),
                    Extremes(Here(measure.Role), Rows(measure.IsLevel)))
                : null);
    }

    private FieldPath Subject => ReferencePath.Here.To(measure.Subject).KeyBefore;

    private ExtremeColumns Extremes(FieldPath path, Filter rows) =>
        new(terms.Add(TermKind.Min, path, rows), terms.Add(TermKind.Max, path, rows));

    // The same object each time: it identifies the columns.
    private Filter Rows(ScalarField given) =>
        conditions.TryGetValue(given, out var rows) ? rows : conditions[given] = Filter.Both(condition, new Holds(Here(given)))!;

    private static FieldPath Here(ScalarField field) => ReferencePath.Here.To(field);
}
