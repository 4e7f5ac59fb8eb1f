using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Import;

/// <summary>A table whose rows were imported.</summary>
/// <param name="columns">Its columns.</param>
/// <param name="rows">Where its rows stand, by their ids.</param>
/// <param name="created">The ids of those that it adds.</param>
/// <param name="within">The ids of the rows within which its rows lie; none if their codes are unique by themselves.</param>
internal sealed class ImportedTable(ImportColumns columns, IReadOnlyDictionary<int, int> rows, IReadOnlySet<int> created,
    IReadOnlyCollection<int> within)
{
    /// <summary>Its columns.</summary>
    public ImportColumns Columns => columns;

    /// <summary>The fields that it sets.</summary>
    public IEnumerable<string> Fields => columns.Given.Select(column => column.Name);

    /// <summary>The ids of the rows within which its rows lie, such as their counties.</summary>
    public IReadOnlyCollection<int> Within => within;

    /// <summary>Whether it adds the row that has an id.</summary>
    public bool IsNew(int id) => created.Contains(id);

    /// <summary>Where the row stands that has an id; null if the table does not have it.</summary>
    public int? PlaceOf(int id) => rows.TryGetValue(id, out var place) ? place : null;

    /// <summary>Where the row stands for which a value cannot be computed; null if the table does not have it.</summary>
    public int? PlaceOf(InvalidRowException invalid) =>
        invalid.Row.GetType() == columns.Rows.ClrType
            ? PlaceOf((int)columns.Entity.Key.Property!.PropertyInfo!.GetValue(invalid.Row)!) : null;

    /// <summary>The refusal of that row.</summary>
    public RejectedCell Refuse(InvalidRowException invalid)
    {
        var column = columns.All.FirstOrDefault(column => column.Name == invalid.Field);
        return PlaceOf(invalid) is { } place
            ? new(place, column is null ? invalid.Field : columns.HeadingOf(column), null, "CONSISTENT",
                new($"must be {invalid.Expected.En}", $"必须是{invalid.Expected.Zh}"))
            : RejectedCell.Of(invalid);
    }
}
