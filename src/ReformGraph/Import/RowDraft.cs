using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;
using ReformGraph.Seeding;
using ReformGraph.Writes;

namespace ReformGraph.Import;

/// <summary>A row of a table on its way to a row of its entity, and why it cannot be one.</summary>
internal sealed class RowDraft
{
    /// <summary>Longer than any key that keeps to the rules, in characters.</summary>
    public const int LongestKey = 1_000;

    private readonly ImportColumns columns;
    private readonly Func<SeedColumn, string, int?> idOf;

    /// <summary>Reads the key.</summary>
    /// <param name="row">The row.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="idOf">The id of the row that a column refers to by a code; null where there is none.</param>
    public RowDraft(TableRow row, ImportColumns columns, Func<SeedColumn, string, int?> idOf)
    {
        (Row, this.columns, this.idOf) = (row, columns, idOf);
        KeyValues = [.. columns.Key.Select(column => Read(column).Value).OfType<object>()];
        Key = KeyValues.Count == columns.Key.Count && KeyOf(KeyValues) is { Length: <= LongestKey } key ? key : null;
    }

    public TableRow Row { get; }

    /// <summary>By what the row is recognised, as far as it has such.</summary>
    public IReadOnlyList<object> KeyValues { get; }

    /// <summary>The same as a text; null where it is not complete, or too long to be one.</summary>
    public string? Key { get; }

    /// <summary>The key as the file has it.</summary>
    public string KeyText => string.Join('|', columns.Key.Select(column => columns.Cell(Row, column)));

    /// <summary>Whether there is no such row yet.</summary>
    public bool IsNew { get; set; }

    /// <summary>The row of the entity.</summary>
    public object Entity { get; private set; } = null!;

    /// <summary>The cells that are refused.</summary>
    public List<RefusedCell> Refused { get; } = [];

    /// <summary>A key as a text.</summary>
    public static string KeyOf(IEnumerable<object?> values) => string.Join('|', values.Select(CellValue.TextOf));

    /// <summary>
    /// Gives an entity the values of the row, and holds it against the rules. A column that the row does not have changes nothing, nor does
    /// one by which a row is recognised that is there.
    /// </summary>
    public void Fill(object entity, DateOnly today)
    {
        Entity = entity;
        foreach (var column in columns.All.Where(column => IsNew || !columns.Key.Contains(column)))
        {
            var (value, problem) = Read(column);
            if (problem is var (rule, message))
            {
                Refuse(column, rule, message);
            }
            else if (columns.Cell(Row, column) is not null)
            {
                column.Property.PropertyInfo!.SetValue(entity, column.Name == "code" ? CodeText.Normal((string)value!) : value);
            }
        }

        if (Refused.Count == 0)
        {
            foreach (var violation in RowRules.Check(entity, today))
            {
                var column = columns.All.First(column => column.Name == violation.Field);
                if (IsNew || violation.IsOfSeveral || (columns.Cell(Row, column) is not null && !columns.Key.Contains(column)))
                {
                    Refuse(column, violation.Rule, violation.Message);
                }
            }
        }
    }

    /// <summary>Refuses a cell.</summary>
    public void Refuse(SeedColumn column, string rule, string message)
    {
        var cell = columns.Cell(Row, column);
        Refused.Add(new(Row.Number, column.Name, cell is null ? null : TableException.Shown(cell), rule, message));
    }

    private (object? Value, (string Rule, string Message)? Problem) Read(SeedColumn column)
    {
        if (columns.Cell(Row, column) is not { Length: > 0 } text)
        {
            return (null, column.IsRequired && (IsNew || columns.Cell(Row, column) is not null) ? ("REQUIRED", "must be given") : null);
        }

        return column switch
        {
            { Type: { } type } => CellValue.Parse(type, text) is { } value ? (value, null) : (null, ("TYPE", $"must be {CellValue.Expectation(type)}")),
            _ => idOf(column, text) is { } id ? (id, null) : (null, ("REFERENCE", $"must be the code of one of {SchemaNames.CamelCase(column.Reference!.TargetEntityType.GetTableName()!)}")),
        };
    }
}
