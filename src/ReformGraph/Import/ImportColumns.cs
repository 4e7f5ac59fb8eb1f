using ReformGraph.Engine.Modeling;
using ReformGraph.Seeding;

namespace ReformGraph.Import;

/// <summary>
/// The columns of a table, as those of an entity. A table need not have all of them, but those by which its rows are recognised.
/// It refuses columns that the entity does not have, and such as stand there twice.
/// </summary>
internal sealed class ImportColumns
{
    private readonly Dictionary<SeedColumn, int> positions;

    /// <summary>Finds the columns.</summary>
    /// <exception cref="TableException">The table has others, or lacks some.</exception>
    public ImportColumns(EntityModel entity, IReadOnlyList<string> names)
    {
        All = SeedColumn.Of(entity);
        Key = SeedColumn.KeyOf(entity, All);
        positions = Positions(All, names);
        if (Key.FirstOrDefault(column => !positions.ContainsKey(column)) is { } missing)
        {
            throw new TableException(1, missing.Name, null, "this column, which is missing: rows are recognised by it");
        }

        References = [.. positions.Keys.Where(column => column.Reference is not null)];
        Own = [.. References.Where(column => column.Reference!.TargetEntityType == column.Reference.DeclaringEntityType)];
    }

    /// <summary>All columns of the entity.</summary>
    public IReadOnlyList<SeedColumn> All { get; }

    /// <summary>Those by which a row is recognised.</summary>
    public IReadOnlyList<SeedColumn> Key { get; }

    /// <summary>The table's columns that refer to other rows.</summary>
    public IReadOnlyList<SeedColumn> References { get; }

    /// <summary>Those of them that refer to rows of the entity itself, which may stand further below in the table.</summary>
    public IReadOnlyList<SeedColumn> Own { get; }

    /// <summary>Finds columns by their names.</summary>
    /// <param name="known">Those that there can be.</param>
    /// <param name="names">The names, as a table has them.</param>
    /// <exception cref="TableException">A name is of no column, or stands there twice.</exception>
    public static Dictionary<SeedColumn, int> Positions(IReadOnlyList<SeedColumn> known, IReadOnlyList<string> names)
    {
        var positions = new Dictionary<SeedColumn, int>(ReferenceEqualityComparer.Instance);
        foreach (var (position, name) in names.Index())
        {
            var column = known.FirstOrDefault(candidate => candidate.Name == name)
                ?? throw new TableException(1, name, null, $"no such column, but {string.Join(", ", known.Select(candidate => candidate.Name))}");
            if (!positions.TryAdd(column, position))
            {
                throw new TableException(1, name, null, "the column only once");
            }
        }

        return positions;
    }

    /// <summary>The text of a cell; null where the row does not have the column.</summary>
    public string? Cell(TableRow row, SeedColumn column) => positions.TryGetValue(column, out var position) ? row.Cells[position] : null;
}
