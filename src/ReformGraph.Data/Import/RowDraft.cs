using ReformGraph.Data.Tables;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Import;

/// <summary>A row of a table on its way to becoming a row of its entity, and the reasons why it cannot.</summary>
internal sealed class RowDraft
{
    /// <summary>Longer than any valid key, in characters.</summary>
    public const int LongestKey = 1_000;

    private readonly ImportColumns columns;
    private readonly Func<TableRow, ImportColumn, string, (int? Id, CellProblem? Problem)> idOf;

    /// <summary>Reads the key.</summary>
    /// <param name="row">The row.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="idOf">Returns the id of the row that a column of a row refers to by a code, or why there is none.</param>
    public RowDraft(TableRow row, ImportColumns columns, Func<TableRow, ImportColumn, string, (int? Id, CellProblem? Problem)> idOf)
    {
        (Row, this.columns, this.idOf) = (row, columns, idOf);
        KeyValues = [.. columns.Key.Select(column => Read(column).Value).OfType<object>()];
        Key = KeyValues.Count == columns.Key.Count && KeyOf(KeyValues) is { Length: <= LongestKey } key ? key : null;
    }

    public TableRow Row { get; }

    /// <summary>The values that identify the row, as far as they are given.</summary>
    public IReadOnlyList<object> KeyValues { get; }

    /// <summary>The key as a text; null if it is incomplete or too long.</summary>
    public string? Key { get; }

    /// <summary>The code of the row of the county that the table means without stating its code; null for any other row.</summary>
    public string? KnownCode { get; set; }

    /// <summary>The key as written in the file, unless it means another row.</summary>
    public string KeyText => KnownCode ?? string.Join('|', columns.Key.Select(column => columns.Cell(Row, column)));

    /// <summary>Whether there is no such row yet.</summary>
    public bool IsNew { get; set; }

    /// <summary>The row of the entity.</summary>
    public object Entity { get; private set; } = null!;

    /// <summary>The rejected cells.</summary>
    public List<RejectedCell> Refused { get; } = [];

    /// <summary>If the table has an earlier version of the row: the values that differ.</summary>
    public IReadOnlyList<(ImportColumn Column, object? Now)>? Differing { get; set; }

    /// <summary>A key as a text.</summary>
    public static string KeyOf(IEnumerable<object?> values) => string.Join('|', values.Select(CellValue.TextOf));

    /// <summary>
    /// Sets the values of an entity from the row, and checks them against the rules and against what else the row states. A missing column
    /// changes nothing, nor does one that identifies an existing row.
    /// </summary>
    public void Fill(object entity, DateOnly today, HeldValues held)
    {
        Entity = entity;
        if (columns.Key.Where(column => columns.ProblemOf(Row, column) is not null).ToList() is [_, ..] unread)
        {
            unread.ForEach(column => Refuse(column, columns.ProblemOf(Row, column)!)); // which row is meant is unknown
            return;
        }

        var (before, values) = (held.Capture(entity, IsNew), columns.ValuesOf(entity));
        foreach (var column in columns.All.Where(column => IsNew || !columns.Key.Contains(column)))
        {
            var (value, problem) = Read(column);
            if (problem is not null)
            {
                Refuse(column, problem);
            }
            else if (CellOf(column) is not null)
            {
                values[column.Property.Name] = value is string text ? TextOf(column, text, values) : value;
            }
        }

        columns.Assign(values, entity);

        if (Refused.Count == 0)
        {
            foreach (var violation in RowRules.Check(entity, today))
            {
                var column = columns.All.First(column => column.Name == violation.Field);
                if (IsNew || violation.IsOfSeveral || (columns.Cell(Row, column) is not null && !columns.Key.Contains(column)))
                {
                    Refuse(column, new(violation.Rule, violation.Message));
                }
            }
        }

        Refused.AddRange(held.Differing(this, before));
    }

    /// <summary>Rejects a cell.</summary>
    public void Refuse(ImportColumn column, CellProblem problem)
    {
        var cell = columns.Cell(Row, column);
        Refused.Add(
            new(Row.Number, columns.HeadingOf(column), cell is null ? null : TableException.Shown(cell), problem.Rule, problem.Message));
    }

    private (object? Value, CellProblem? Problem) Read(ImportColumn column, string text)
    {
        var read = ImportValue.Read(columns.Field(column), text, columns.Numbers);
        return read is (null, null) && column.IsRequired ? (null, new("REQUIRED", RowRules.MustBeGiven)) : read;
    }

    private string? CellOf(ImportColumn column) => IsNew ? columns.NewCell(Row, column) : columns.Cell(Row, column);

    private string TextOf(ImportColumn column, string text, Dictionary<string, object?> present) => column.Name == "code"
        ? columns.NewCode(text) : columns.TextFor(present[column.Property.Name] as string, text);

    private (object? Value, CellProblem? Problem) Read(ImportColumn column)
    {
        if (columns.ProblemOf(Row, column) is { } refused)
        {
            return (null, refused);
        }

        if (CellOf(column) is not { Length: > 0 } text)
        {
            return (null, column.IsRequired && (IsNew || CellOf(column) is not null) ? columns.ProblemOfMissing(column) : null);
        }

        return column.Reference is null ? Read(column, text) : idOf(Row, column, text);
    }
}
