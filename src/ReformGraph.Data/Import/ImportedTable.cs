using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Import;

/// <summary>A table whose rows were imported.</summary>
/// <param name="columns">Its columns.</param>
/// <param name="rows">Where its rows stand, by their keys.</param>
internal sealed class ImportedTable(ImportColumns columns, IReadOnlyDictionary<string, int> rows)
{
    /// <summary>Its columns.</summary>
    public ImportColumns Columns => columns;

    /// <summary>Where the row stands that has a key; null if the table does not have it.</summary>
    public int? PlaceOf(string key) => rows.TryGetValue(key, out var place) ? place : null;

    /// <summary>Where the row stands for which a value cannot be computed; null if the table does not have it.</summary>
    public int? PlaceOf(InvalidRowException invalid) =>
        invalid.Row.GetType() == columns.Rows.ClrType && invalid.Code is string code ? PlaceOf(code) : null;

    /// <summary>The refusal of that row.</summary>
    public RejectedCell Refuse(InvalidRowException invalid)
    {
        var column = columns.All.FirstOrDefault(column => column.Name == invalid.Field);
        return PlaceOf(invalid) is { } place
            ? new(place, column is null ? invalid.Field : columns.HeadingOf(column), null, "CONSISTENT",
                new($"must be {invalid.Expected.En}", $"必须是{invalid.Expected.Zh}"))
            : new(null, invalid.Field, null, "CONSISTENT",
                new($"of {invalid.Row.GetType().Name} {invalid.Code} must be {invalid.Expected.En}",
                    $"（{invalid.Row.GetType().Name} {invalid.Code}）必须是{invalid.Expected.Zh}"));
    }
}
