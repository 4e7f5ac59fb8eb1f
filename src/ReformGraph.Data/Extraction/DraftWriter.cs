using System.Globalization;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Quantities;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Extraction;

/// <summary>The proposed figures as a table.</summary>
internal static class DraftWriter
{
    /// <summary>The columns in order.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "start", "length", "wording", "sentence", "section", "value", "lower", "lowerIncluded", "upper", "upperIncluded", "unit",
        "measureWord", "precision", "kind", "direction", "period", "indicator", "role", "note",
    ];

    /// <summary>The table of some figures.</summary>
    public static DraftTable TableOf(IEnumerable<DraftRow> rows) => new("draft", Columns, rows.Select(Cells));

    /// <summary>A name in the form of the draft.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => SchemaNames.UpperSnake(value.ToString());

    /// <summary>The cells of a row, in the order of the columns: numbers or texts.</summary>
    public static IReadOnlyList<(decimal? Number, string Text)> Cells(DraftRow row)
    {
        var quantity = row.Quantity;
        var (lower, upper) = (quantity?.Bounds.Lower, quantity?.Bounds.Upper);
        return
        [
            Number(row.Start), Number(row.Length), Text(row.Wording), Text(row.Sentence), Text(row.Section),
            Number(quantity?.Value), Number(lower), Truth(lower, quantity?.Bounds.LowerIncluded), Number(upper),
            Truth(upper, quantity?.Bounds.UpperIncluded), Text(quantity?.Measure.Unit), Text(quantity?.Measure.Word),
            Text(quantity is null ? null : PrecisionOf(quantity)), Text(NameOf(row.Kind)),
            Text(row.IsRise switch { true => "UP", false => "DOWN", null => null }), Text(row.Period),
            Text(row.Indicator),
            Text(row.Role is { } role ? NameOf(role) : null), Text(row.Note),
        ];
    }

    /// <summary>A precision in the form of the draft.</summary>
    public static string NameOf(Precision precision) => precision is Precision.About ? "APPROXIMATE" : NameOf<Precision>(precision);

    /// <summary>A number in the form of the draft.</summary>
    public static string TextOf(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string PrecisionOf(ReadQuantity quantity) => quantity.Precision is { } precision ? NameOf(precision) : "RANGE";

    private static (decimal? Number, string Text) Number(decimal? value) =>
        (value, value is { } number ? TextOf(number) : string.Empty);

    /// <summary>A cell with a text, or an empty one.</summary>
    internal static (decimal? Number, string Text) Text(string? text) => (null, text ?? string.Empty);

    private static (decimal? Number, string Text) Truth(decimal? bound, bool? isIncluded) =>
        Text(bound is null ? null : isIncluded is true ? "true" : "false");
}
