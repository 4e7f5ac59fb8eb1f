using System.Text.Json;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>Writes one key of a quantity, whose unit is null for a plain number.</summary>
internal delegate void QuantityMemberSerializer(JsonText json, Bounded number, long? unit);

/// <summary>The objects of quantities.</summary>
internal static class QuantityMembers
{
    private static readonly byte[][] Precisions = ScalarFamilies.NamesOf(MeasureModel.PrecisionType.ClrType);

    public static Members<QuantityMemberSerializer> Create(IReadOnlyList<QuantityMember> members, MeasureModel measure)
    {
        var units = ScalarFamilies.NamesOf(measure.Unit.Type.ClrType);
        return new([.. members.Select(member => (member.Key, FormOf(member, units)))]);
    }

    public static void Write(JsonText json, Members<QuantityMemberSerializer> members, Bounded? number, long? unit)
    {
        if (number is not { } known)
        {
            json.Null();
            return;
        }

        foreach (var (lead, form) in members.All)
        {
            json.Raw(lead);
            form(json, known, unit);
        }

        json.Raw(members.End);
    }

    /// <summary>Reads the sum of quantities. If one has no bound, neither does the sum.</summary>
    public static Bounded Read(QuantityColumns columns, RowSource row)
    {
        var values = row.Integer(columns.Value.Values);
        return new(ExactSum.Read(columns.Value, row), Bound(columns.Lower), Bound(columns.Upper));

        Bound? Bound(BoundColumns bound) =>
            row.Integer(bound.Sum.Values) == values ? new(ExactSum.Read(bound.Sum, row), row.Integer(bound.Excluded) == 0) : null;
    }

    private static QuantityMemberSerializer FormOf(QuantityMember member, byte[][] units)
    {
        var typeName = JsonSerializer.SerializeToUtf8Bytes(member.TypeName);
        return member.Name switch
        {
            "value" => (json, number, _) => Write(json, number.Value),
            "lower" => (json, number, _) => Write(json, number.Lower?.At),
            "lowerIncluded" => (json, number, _) => json.Boolean(number.Lower is { Included: true }),
            "upper" => (json, number, _) => Write(json, number.Upper?.At),
            "upperIncluded" => (json, number, _) => json.Boolean(number.Upper is { Included: true }),
            "precision" => (json, number, _) => json.Raw(Precisions[(int)number.Precision]),
            "unit" => (json, _, unit) => json.Raw(unit is { } known ? units[known] : "null"u8),
            _ => (json, _, _) => json.Raw(typeName),
        };
    }

    private static void Write(JsonText json, Int128? units)
    {
        if (units is { } known)
        {
            SumSerializer.Write(json, MeasureModel.ValueType, known);
        }
        else
        {
            json.Null();
        }
    }
}
