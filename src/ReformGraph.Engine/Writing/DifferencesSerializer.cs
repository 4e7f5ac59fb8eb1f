using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>The fields whose values differ between two columns of a row.</summary>
internal sealed class DifferencesSerializer : ValueSerializer
{
    private readonly (StoredKind Kind, ComparedColumns Columns, ObjectSerializer Object)[] compared;

    public DifferencesSerializer(DifferencesOutput output) => compared =
        [.. output.Compared.Select(columns => (columns.Type.Codec.Kind, columns,
            new ObjectSerializer(null, new([.. output.Members.Select(member => (member.Key, FormOf(member.Name, columns)))]))))];

    public override void Write(JsonText json, RowSource row, PageResult result)
    {
        var lead = '[';
        foreach (var (kind, columns, form) in compared)
        {
            if (Differ(row, kind, columns.Before, columns.After))
            {
                json.Raw(lead);
                lead = ',';
                form.Write(json, row, result);
            }
        }

        if (lead == '[')
        {
            json.Raw(lead);
        }

        json.Raw(']');
    }

    private static bool Differ(RowSource row, StoredKind kind, int before, int after) => row.IsNull(before) || row.IsNull(after)
        ? row.IsNull(before) != row.IsNull(after)
        : kind switch
        {
            StoredKind.Integer => row.Integer(before) != row.Integer(after),
            StoredKind.Real => !row.Real(before).Equals(row.Real(after)),
            _ => !row.Text(before).SequenceEqual(row.Text(after)),
        };

    private static ValueSerializer FormOf(string member, ComparedColumns columns) => member switch
    {
        "name" => new ConstantSerializer(columns.Name),
        "before" => new ColumnValueSerializer(columns.Before, isNullable: true, AsText(columns.Type)),
        "after" => new ColumnValueSerializer(columns.After, isNullable: true, AsText(columns.Type)),
        _ => new ConstantSerializer(DifferencesField.TypeName),
    };

    // Fields of all types are in one list: what JSON represents as a number or a boolean is a string here.
    private static ColumnSerializer AsText(ScalarType type)
    {
        var form = type.Codec.Column;
        return type.Codec.IsJsonText
            ? form
            : (json, row, column) =>
            {
                json.Raw('"');
                form(json, row, column);
                json.Raw('"');
            };
    }
}
