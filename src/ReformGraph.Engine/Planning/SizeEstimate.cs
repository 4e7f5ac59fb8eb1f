using System.Text.Json;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Parsing;

namespace ReformGraph.Engine.Planning;

/// <summary>The maximum number of bytes of the parts of a response that are neither texts nor lists.</summary>
internal static class SizeEstimate
{
    /// <summary>A number.</summary>
    public const long Number = ScalarCodec.BytesOfNumber;

    /// <summary>What surrounds a row.</summary>
    public const long Separator = 3;

    /// <summary>A computed text.</summary>
    public const long ComputedText = 64;

    // A quantity with its wording and unit.
    private const long Quantity = 200;

    private const long PageInfo = 4;

    /// <summary>A member's key with its quotes, the colon, and the comma or brace.</summary>
    public static long Key(JsonEncodedText key) => key.EncodedUtf8Bytes.Length + 4;

    /// <summary>A value of a scalar; null for a text.</summary>
    public static long? Estimate(ScalarType type) => type.Codec.MostBytes;

    /// <summary>The size of a page.</summary>
    public static long Page(Page page, SizeSum sum) => Math.Max(0, (long)sum.Values[page.Take.Number]! - page.Ahead);

    /// <summary>A member of a connection without rows.</summary>
    public static long Estimate(ConnectionOutput output, PagePlan list) => output switch
    {
        AggregateOutput aggregate => Numbers(aggregate.Fields),
        PageInfoOutput info =>
            PageInfo + info.Fields.Sum(field => Key(field.Key)
            + (field.Name is "startCursor" or "endCursor" ? Cursor(list) + (list.CursorColumns.Count * ComputedText) : 5)),
        ConnectionTypeNameOutput name => name.TypeName.Length,
        _ => Number,
    };

    /// <summary>Aggregates over rows.</summary>
    public static long Numbers(IReadOnlyList<RowOutput> fields) => fields.Sum(field => Key(field.Key) + Estimate(field));

    /// <summary>A cursor without its texts.</summary>
    public static long Cursor(PagePlan list) => ComputedText + (list.CursorColumns.Count * Number);

    /// <summary>A member of a row that is neither a list nor a text.</summary>
    public static long Estimate(RowOutput field) => field switch
    {
        ScalarOutput scalar => Estimate(scalar.Type) ?? ComputedText,
        ReferenceOutput reference => Numbers(reference.Fields),
        ObjectOutput inner => Numbers(inner.Fields),
        TypeNameOutput name => name.TypeName.Length + 2,
        LookupOutput lookup => lookup.Bytes,
        QuantityOutput quantity => Quantity + (quantity.Members.Count * Number),
        ChangeOutput change => (change.Members.Count + 1) * Quantity,
        RangeOutput range => range.Ends.Sum(end => Key(end.Key) + ComputedText),
        GroupRowsOutput => 0,
        _ => Number,
    };
}

/// <summary>The maximum number of rows that meet a condition, if it identifies rows by a unique value.</summary>
internal static class UniqueRows
{
    public static long Most(Filter? filter, EntityModel list, SizeSum sum) => filter switch
    {
        AllOf all => all.Parts.Aggregate(Saturating.Most, (most, part) => Math.Min(most, Most(part, list, sum))),
        AnyOf any => any.Parts.Aggregate(0L, (most, part) => Saturating.Add(most, Most(part, list, sum))),
        Comparison { Operator: FilterOperator.Eq } comparison => Sharing(comparison.Path, list, sum),
        Membership { Negated: false, HoldsNull: false } membership => Saturating.Multiply(Sharing(membership.Path, list, sum),
            ((string)sum.Values[membership.Values.Number]!).Count(sign => sign == ',') + 1),
        _ => Saturating.Most,
    };

    // How many rows can share a value: for a code that is unique within other rows, as many as there are of these.
    private static long Sharing(FieldPath path, EntityModel list, SizeSum sum) =>
        path.Reference.Steps.Count > 0 ? Saturating.Most
        : RollupChoice.IsUnique(path.Leaf.Property) ? 1
        : path.Leaf.Name == "code" && list.Within is { } within ? sum.RowsOf(within.Entity.ClrType)
        : Saturating.Most;
}
