using Mapster;
using ReformGraph.Data.Tables;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Seeding;

/// <summary>
/// A seed file read against its entity. What enters: texts. What leaves: for each row its key, its values, and the codes of
/// the rows that it refers to. It refuses unknown and missing columns, and values that are not what their columns hold.
/// </summary>
internal sealed class SeedTable
{
    private readonly SeedFile file;
    private readonly Dictionary<SeedColumn, int> positions;
    private readonly TypeAdapterConfig mapping = new();

    public SeedTable(SeedFile file, EntityModel entity, IReadOnlyList<SeedColumn> known, IReadOnlyList<SeedColumn> key)
    {
        this.file = file;
        Key = key;
        positions = Positions(file, known);
        if (known.FirstOrDefault(column => column.IsRequired && !positions.ContainsKey(column)) is { } missing)
        {
            throw new SeedException(file.Name, 1, missing.Name, null, "this column, which is missing");
        }

        var members = positions.Keys.Where(column => column.Type is not null).Select(column => column.Member.Name).ToHashSet();
        mapping.ForType(typeof(Dictionary<string, object?>), entity.ClrType)
            .IgnoreMember((member, side) => side is MemberSide.Destination && !members.Contains(member.Name));
    }

    /// <summary>The columns by which a row is recognised.</summary>
    public IReadOnlyList<SeedColumn> Key { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<TableRow> Rows => file.Rows;

    /// <summary>The columns that refer to other rows.</summary>
    public IEnumerable<SeedColumn> References => positions.Keys.Where(column => column.Reference is not null);

    /// <summary>By what a row is recognised.</summary>
    public string KeyOf(TableRow row) => string.Join('|', Key.Select(column => Cell(row, column)));

    /// <summary>The text of a cell; of a code its normal form.</summary>
    public string Cell(TableRow row, SeedColumn column) =>
        column.Type is null || column.Name == "code" ? CodeText.Normal(row.Cells[positions[column]]!) : row.Cells[positions[column]]!;

    /// <summary>Gives an entity the values of a row. A column that the file does not have changes nothing.</summary>
    public void Fill(TableRow row, object entity)
    {
        var values = new Dictionary<string, object?>();
        foreach (var column in positions.Keys.Where(column => column.Type is not null))
        {
            values.Add(column.Member.Name, Value(row, column));
        }

        values.Adapt(entity, typeof(Dictionary<string, object?>), entity.GetType(), mapping);
    }

    /// <summary>Makes the refusal of a cell.</summary>
    public SeedException Refuse(TableRow row, string name, string expected)
    {
        var column = positions.Keys.FirstOrDefault(candidate => candidate.Name == name);
        return new SeedException(file.Name, row.Number, name, column is null ? null : Cell(row, column), expected);
    }

    private static Dictionary<SeedColumn, int> Positions(SeedFile file, IReadOnlyList<SeedColumn> known)
    {
        var positions = new Dictionary<SeedColumn, int>(ReferenceEqualityComparer.Instance);
        foreach (var (position, name) in file.Columns.Index())
        {
            var column = known.FirstOrDefault(candidate => candidate.Name == name)
                ?? throw new SeedException(file.Name, 1, name, null,
                    $"no such column, but {string.Join(", ", known.Select(candidate => candidate.Name))}");
            if (!positions.TryAdd(column, position))
            {
                throw new SeedException(file.Name, 1, name, null, "the column only once");
            }
        }

        return positions;
    }

    private object? Value(TableRow row, SeedColumn column)
    {
        var text = Cell(row, column);
        return text.Length == 0
            ? column.IsRequired ? throw Refuse(row, column.Name, CellValue.Expectation(column.Type!)) : null
            : CellValue.Parse(column.Type!, text) ?? throw Refuse(row, column.Name, CellValue.Expectation(column.Type!));
    }
}
