using System.Text;
using System.Text.Json;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>A sum or an average of quantities; null if there are none, and with an error if they do not agree.</summary>
internal sealed class QuantitySerializer(QuantityOutput output, ResponsePath path) : ValueSerializer
{
    private readonly Members<QuantityMemberSerializer> members = QuantityMembers.Create(output.Members, output.Agreement.Measure);
    private readonly FieldFailure failure = new(path, output.At);

    public override void Write(JsonText json, RowSource row, PageResult result)
    {
        var count = row.Integer(output.Columns.Value.Values);
        if (count == 0)
        {
            json.Null();
        }
        else if (new Additivity(output, row).Problem() is { } problem)
        {
            failure.Write(json, result, problem);
        }
        else if (QuantityMembers.Read(output.Columns, row) is var sum
            && (output.IsAverage ? sum.DividedBy(count) : sum) is { Fits: true } number)
        {
            QuantityMembers.Write(json, members, number, row.Integer(output.Agreement.Unit.Least));
        }
        else
        {
            failure.Write(json, result, QuantityErrors.Overflow);
        }
    }
}

/// <summary>The change from a baseline to a level; null if one of them is missing, and with an error if there is not exactly one
/// change.</summary>
internal sealed class ChangeSerializer(ChangeOutput output, ResponsePath path) : ValueSerializer
{
    private readonly Members<ChangeMemberSerializer> members =
        new([.. output.Members.Select(member => (member.Key, FormOf(member, output.Agreement.Measure)))]);
    private readonly FieldFailure failure = new(path, output.At);

    public override void Write(JsonText json, RowSource row, PageResult result)
    {
        var (baselines, levels) = (row.Integer(output.Baseline.Value.Values), row.Integer(output.Level.Value.Values));
        if (baselines == 0 || levels == 0)
        {
            json.Null();
        }
        else if (QuantityErrors.Differing(output.Agreement, row) is { Count: > 0 } differing)
        {
            failure.Write(json, result, QuantityErrors.Differ("A change", differing));
        }
        else if (baselines > 1 || levels > 1)
        {
            failure.Write(json, result, QuantityErrors.Ambiguous(baselines, levels));
        }
        else
        {
            Write(json, result, new Change(QuantityMembers.Read(output.Baseline, row), QuantityMembers.Read(output.Level, row),
                row.Integer(output.Agreement.Unit.Least),
                output.Rate is { } rate && !row.IsNull(rate) ? Encoding.UTF8.GetString(row.Text(rate)) : null));
        }
    }

    private void Write(JsonText json, PageResult result, Change change)
    {
        if (!change.Fits)
        {
            failure.Write(json, result, QuantityErrors.Overflow);
            return;
        }

        foreach (var (lead, form) in members.All)
        {
            json.Raw(lead);
            form(json, change);
        }

        json.Raw(members.End);
    }

    private static void Write(JsonText json, string? text)
    {
        if (text is null)
        {
            json.Null();
        }
        else
        {
            json.Text(text);
        }
    }

    private static ChangeMemberSerializer FormOf(ChangeMember member, MeasureModel measure)
    {
        var typeName = JsonSerializer.SerializeToUtf8Bytes(member.TypeName);
        var fields = QuantityMembers.Create(member.Members, measure);
        return member.Name switch
        {
            "baseline" => (json, change) => QuantityMembers.Write(json, fields, change.Baseline, change.Unit),
            "level" => (json, change) => QuantityMembers.Write(json, fields, change.Level, change.Unit),
            "difference" =>
                (json, change) => QuantityMembers.Write(json, fields, change.Difference,
                change.Unit == measure.Percent ? measure.PercentagePoint : change.Unit),
            "ratio" => (json, change) => QuantityMembers.Write(json, fields, change.Ratio, null),
            "percentage" => (json, change) => QuantityMembers.Write(json, fields, change.Percentage, measure.Percent),
            "derivedFrom" => (json, change) => Write(json, change.Rate),
            _ => (json, _) => json.Raw(typeName),
        };
    }
}

/// <summary>The difference between two quantities in one unit. If the first was derived from a rate of change, their ratio is no finding,
/// but that rate.</summary>
/// <param name="Baseline">The first.</param>
/// <param name="Level">The second.</param>
/// <param name="Unit">Their unit.</param>
/// <param name="Rate">The code of the rate from which the first was derived; null if it was not.</param>
internal sealed record Change(Bounded Baseline, Bounded Level, long Unit, string? Rate)
{
    public Bounded Difference { get; } = Level - Baseline;

    public Bounded? Ratio { get; } = Rate is null ? Level.TimesOf(Baseline) : null;

    public Bounded? Percentage { get; } = Rate is null ? Level.PercentAbove(Baseline) : null;

    public bool Fits => Difference.Fits && Ratio is not { Fits: false } && Percentage is not { Fits: false };
}

/// <summary>Writes one key of a change.</summary>
internal delegate void ChangeMemberSerializer(JsonText json, Change change);
