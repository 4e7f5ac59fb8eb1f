using System.Text;
using System.Text.Json;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>A page of groups, with the fields of its connection.</summary>
internal sealed class GroupsSerializer(int number, Members<ConnectionSerializer> members) : ConnectionSerializer
{
    public override ValueTask WriteAsync(ResponseFlow to, PageResult result, long owner) =>
        WriteAsync(to, members, ((ListResult)result).Groups[number], owner);

    /// <summary>The groups of one list.</summary>
    public ReadPage PageOf(ListResult result, long owner) => new(members, result.Groups[number], owner);
}

/// <summary>The groups by fewer keys, level by level.</summary>
internal sealed class SubtotalsSerializer(IReadOnlyList<(int Subtotal, ObjectSerializer Group)> levels) : ConnectionSerializer
{
    public override async ValueTask WriteAsync(ResponseFlow to, PageResult result, long owner)
    {
        var count = 0;
        to.Json.Raw('[');
        foreach (var (subtotal, group) in levels)
        {
            foreach (var row in ((GroupsResult)result).Subtotals[subtotal].RowsFor(owner))
            {
                to.Json.Separate(count);
                result.RowNumber = count++;
                group.Write(to.Json, row, result);
                if (to.IsLarge)
                {
                    await to.SendPartAsync();
                }
            }
        }

        to.Json.Raw(']');
    }
}

/// <summary>The rows of a group.</summary>
internal sealed class GroupRowsSerializer(int number, Members<ConnectionSerializer> members) : RowSerializer
{
    public override ValueTask WriteAsync(ResponseFlow to, RowSource row, PageResult result) =>
        ConnectionSerializer.WriteAsync(to, members, ((GroupsResult)result).RowsOfGroup(number), PageResult.Root);
}

/// <summary>A share of a subtotal, rounded to six decimal places, a half away from zero; null if the subtotal has no value or is
/// 0.</summary>
internal sealed class ShareSerializer(ShareOutput share) : ValueSerializer
{
    private const int Places = 1_000_000;

    private readonly bool ofRows = share.Part is not SumColumns;

    public override void Write(JsonText json, RowSource row, PageResult result)
    {
        var groups = (GroupsResult)result;
        var subtotal = groups.Subtotals[share.Subtotal];
        var part = share.Running is { } running ? groups.Running(running) : ExactSum.Read(share.Part, row);
        var hasValues = share.Running is not null || row.Integer(share.Part.Values) > 0;
        var whole = subtotal.Find(row, groups.OwnerOf(row)) ? ExactSum.Read(share.Whole, subtotal.Rows) : 0;
        if (ofRows && whole == 0)
        {
            json.Number(0);
        }
        else if (whole == 0 || !hasValues)
        {
            json.Null();
        }
        else
        {
            json.Number(ScalarText.Shortest((decimal)Bounded.Rounded(part * Places, whole) / Places));
        }
    }
}

/// <summary>The range that contains the numbers of a group; null if they are missing.</summary>
internal sealed class RangeSerializer(int column, Members<RangeEndSerializer> members) : ValueSerializer
{
    public override void Write(JsonText json, RowSource row, PageResult result)
    {
        if (row.IsNull(column))
        {
            json.Null();
            return;
        }

        foreach (var (lead, form) in members.All)
        {
            json.Raw(lead);
            form.Write(json, (int)row.Integer(column), result.Values);
        }

        json.Raw(members.End);
    }
}

/// <summary>One end of a range, which is a boundary of the request.</summary>
internal sealed class RangeEndSerializer(IReadOnlyList<PlanParameter?> boundaries, ScalarType type, string? typeName)
{
    private readonly byte[] typeName = JsonSerializer.SerializeToUtf8Bytes(typeName);
    private readonly ColumnSerializer form = type.Codec.Column;
    private readonly bool isTypeName = typeName is not null;

    /// <param name="json">The output.</param>
    /// <param name="range">The number of the range.</param>
    /// <param name="values">The values of the plan parameters.</param>
    public void Write(JsonText json, int range, object?[] values)
    {
        if (isTypeName)
        {
            json.Raw(typeName);
        }
        else if (boundaries[range] is { } boundary)
        {
            form(json, new StoredValue(values[boundary.Number]!), 0);
        }
        else
        {
            json.Null();
        }
    }

    private sealed class StoredValue(object value) : RowSource
    {
        public override bool IsNull(int column) => false;

        public override long Integer(int column) => (long)value;

        public override double Real(int column) => (double)value;

        public override ReadOnlySpan<byte> Text(int column) => Encoding.UTF8.GetBytes((string)value);
    }
}
