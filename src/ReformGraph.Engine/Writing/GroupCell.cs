using System.Globalization;
using System.Text;
using System.Text.Json;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>The group of an export that is being written, as in responses.</summary>
internal sealed class ExportedGroup
{
    /// <summary>Its object; <c>null</c> of JSON before the first.</summary>
    public JsonElement Value { get; set; } = JsonElement.Parse("null");
}

/// <summary>One column of an export of groups.</summary>
/// <param name="group">The group.</param>
/// <param name="column">The column.</param>
/// <param name="enums">How enum values are written.</param>
internal sealed class GroupCell(ExportedGroup group, ExportColumn column, EnumText enums) : ExportCell(0, null)
{
    private readonly string[] keys = column.Name.Split('.');
    private readonly Dictionary<string, string>? labels = !column.Type.IsEnum || enums is EnumText.Name ? null
        : column.Type.EnumValues().ToDictionary(value => value.Name, value => enums is EnumText.LabelZh ? value.LabelZh : value.LabelEn);

    private JsonElement Value
    {
        get
        {
            var value = group.Value;
            foreach (var key in keys)
            {
                if (value.ValueKind is JsonValueKind.Null)
                {
                    break;
                }

                value = value.GetProperty(key);
            }

            return value;
        }
    }

    public override bool IsNull(RowSource row) => Value.ValueKind is JsonValueKind.Null;

    public override long Whole(RowSource row) => Value switch
    {
        { ValueKind: JsonValueKind.True } => 1,
        { ValueKind: JsonValueKind.False } => 0,
        var value when column.Type.Codec.Arithmetic is Arithmetic.Decimal => ModelConventions.Scaled(value.GetDecimal()),
        var value => long.Parse(value.ToString(), CultureInfo.InvariantCulture),
    };

    public override double Real(RowSource row) => Value.GetDouble();

    public override ReadOnlySpan<byte> Stored(RowSource row) => Encoding.UTF8.GetBytes(Value.GetString()!);

    public override ReadOnlySpan<byte> Text(RowSource row, JsonText scratch) => Encoding.UTF8.GetBytes(
        Value is { ValueKind: JsonValueKind.String } value ? Labelled(value.GetString()!) : Value.GetRawText());

    public override void Json(RowSource row, JsonText json)
    {
        if (Value is { ValueKind: JsonValueKind.String } value)
        {
            json.Text(Labelled(value.GetString()!));
        }
        else
        {
            json.Raw(Encoding.UTF8.GetBytes(Value.GetRawText()));
        }
    }

    private string Labelled(string text) => labels is null ? text : labels[text];
}
