using System.Globalization;
using System.Text;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>How the values of enums are written.</summary>
public enum EnumText
{
    /// <summary>As their names in the schema.</summary>
    Name,

    /// <summary>As their labels in Chinese.</summary>
    LabelZh,

    /// <summary>As their labels in English.</summary>
    LabelEn,
}

/// <summary>The source of the values of one column of an export.</summary>
/// <param name="Path">The path of a field below a node; null for a value that is the same in every row.</param>
/// <param name="Enums">How enum values are written.</param>
internal sealed record ExportSource(string? Path, EnumText Enums);

/// <summary>How one column of an export is read from the rows of its plan.</summary>
/// <param name="column">The column of the plan.</param>
/// <param name="keyColumn">The column that is null if a to-one field on the way refers to no row.</param>
internal abstract class ExportCell(int column, int? keyColumn)
{
    protected int Column => column;

    /// <summary>The cells of columns, found in the outputs of a plan that selects them.</summary>
    public static IReadOnlyList<ExportCell> CreateAll(CollectionRoot root, IReadOnlyList<ExportSource> sources, string constant,
        IReadOnlyDictionary<Type, FieldLookup> lookups)
    {
        var cells = new Dictionary<string, Func<EnumText, ExportCell>>();
        Add(root.Outputs.OfType<NodesOutput>().Single().Fields, string.Empty, null);
        return [.. sources.Select(
            source => source.Path is null ? new ConstantCell(Encoding.UTF8.GetBytes(constant)) : cells[source.Path](source.Enums))];

        void Add(IEnumerable<RowOutput> outputs, string prefix, int? key)
        {
            foreach (var output in outputs)
            {
                var name = $"{prefix}{output.Key}";
                switch (output)
                {
                    case ReferenceOutput reference:
                        Add(reference.Fields, $"{name}.", reference.KeyColumn);
                        break;
                    case ScalarOutput scalar:
                        cells.Add(name, enums => OfScalar(scalar, key, enums));
                        break;
                    case LookupOutput lookup:
                        cells.Add(name, _ => new LookupCell(lookup.Column, key, lookups[lookup.Source]));
                        break;
                }
            }
        }
    }

    public virtual bool IsNull(RowSource row) => (keyColumn is { } key && row.IsNull(key)) || row.IsNull(column);

    public virtual long Whole(RowSource row) => row.Integer(column);

    public virtual double Real(RowSource row) => row.Real(column);

    /// <summary>The text of a date or an instant, as stored.</summary>
    public virtual ReadOnlySpan<byte> Stored(RowSource row) => row.Text(column);

    /// <summary>The text of a non-null value; it may use <paramref name="scratch"/>, which is empty.</summary>
    public abstract ReadOnlySpan<byte> Text(RowSource row, JsonText scratch);

    /// <summary>Writes a non-null value.</summary>
    public virtual void Json(RowSource row, JsonText json) => json.Text(Text(row, json));

    private static ExportCell OfScalar(ScalarOutput scalar, int? key, EnumText enums) =>
        scalar.Type.IsEnum ? new EnumCell(scalar.Column, key, scalar.Type, enums)
        : scalar.Type.IsText ? new TextCell(scalar.Column, key)
        : new PlainCell(scalar.Column, key, scalar.Type.Codec.Column);

    /// <summary>A text, as stored.</summary>
    private sealed class TextCell(int column, int? keyColumn) : ExportCell(column, keyColumn)
    {
        public override ReadOnlySpan<byte> Text(RowSource row, JsonText scratch) => row.Text(Column);
    }

    /// <summary>A value that needs no escaping in JSON.</summary>
    private sealed class PlainCell(int column, int? keyColumn, ColumnSerializer form) : ExportCell(column, keyColumn)
    {
        public override ReadOnlySpan<byte> Text(RowSource row, JsonText scratch)
        {
            form(scratch, row, Column);
            return scratch.Written is [(byte)'"', .. var text, (byte)'"'] ? text : scratch.Written;
        }

        public override void Json(RowSource row, JsonText json) => form(json, row, Column);
    }

    /// <summary>The name or a label of an enum's value.</summary>
    private sealed class EnumCell(int column, int? keyColumn, ScalarType type, EnumText enums) : ExportCell(column, keyColumn)
    {
        private readonly Dictionary<long, byte[]> texts = type.EnumValues().ToDictionary(
            value => Convert.ToInt64(value.Value, CultureInfo.InvariantCulture),
            value => Encoding.UTF8.GetBytes(enums switch
            {
                EnumText.LabelZh => value.LabelZh,
                EnumText.LabelEn => value.LabelEn,
                _ => value.Name,
            }));

        public override ReadOnlySpan<byte> Text(RowSource row, JsonText scratch) => texts[row.Integer(Column)];
    }

    /// <summary>A text that is the same in every row.</summary>
    private sealed class ConstantCell(byte[] text) : ExportCell(0, null)
    {
        public override bool IsNull(RowSource row) => false;

        public override ReadOnlySpan<byte> Text(RowSource row, JsonText scratch) => text;
    }

    /// <summary>A value that is looked up by a column.</summary>
    private sealed class LookupCell(int column, int? keyColumn, FieldLookup source) : ExportCell(column, keyColumn)
    {
        public override bool IsNull(RowSource row) => base.IsNull(row) || Find(row) is null;

        public override ReadOnlySpan<byte> Text(RowSource row, JsonText scratch) => Encoding.UTF8.GetBytes(Find(row)!);

        private string? Find(RowSource row) => source.Find(Encoding.UTF8.GetString(row.Text(Column)));
    }
}
