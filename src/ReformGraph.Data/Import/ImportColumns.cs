using Mapster;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Import;

/// <summary>
/// Maps the columns of a table to those of an entity. A table need not have all of them, only those that identify its rows. It rejects
/// unknown and duplicate columns.
/// </summary>
internal sealed class ImportColumns
{
    private readonly IReadOnlyList<string> headings;
    private readonly Dictionary<ImportColumn, (int Position, ImportField Field)> given = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ImportColumn, int> within = new(ReferenceEqualityComparer.Instance);
    private readonly TypeAdapterConfig mapping = new();
    private readonly TableReader table;
    private readonly ImportHeadings known;

    /// <summary>Finds the columns.</summary>
    /// <exception cref="TableException">The table has other columns, or lacks some.</exception>
    public ImportColumns(ImportHeadings headings, TableReader table)
    {
        (Entity, All, Key, Numbers, IsGuarded) = (headings.Entity, headings.Given, headings.Key, table.Numbers, table.IsGuarded);
        (this.table, known) = (table, headings);
        var named = table.Columns.Index().Select(column =>
            (column.Index, Field: table.FieldOf(column.Index) ?? headings.Find(column.Item)
                ?? throw Refused(table, column.Item, headings.Expectation))).ToList();
        foreach (var (position, field) in named.Where(column => column.Field is { Given: not null, IsLabel: false }))
        {
            if (!given.TryAdd(field.Given!, (position, field)))
            {
                throw Refused(table, table.Columns[position], TableException.OnlyOnce);
            }
        }

        var held = new List<(int Position, ImportField Field)>();
        foreach (var (position, field) in named.Where(column => column.Field is { Given: null } or { IsLabel: true }))
        {
            if (field.Given is not null && given.TryAdd(field.Given, (position, field)))
            {
                continue; // labels alone identify the values too
            }

            held.Add(held.TrueForAll(other => other.Field.Name != field.Name) ? (position, field)
                : throw Refused(table, table.Columns[position], TableException.OnlyOnce));
        }

        if (Key.FirstOrDefault(column => !given.ContainsKey(column)) is { } missing)
        {
            throw Refused(table, missing.Name,
                new("this column, which is missing: it identifies the rows", "此列，但表中没有：须由此列识别各行"));
        }

        (Held, this.headings) = (held, table.Columns);
        held.ForEach(column => _ = column.Field.Within is { } reference && within.TryAdd(reference, column.Position));
        var members = All.Select(column => column.Property.Name).ToHashSet();
        mapping.ForType(typeof(Dictionary<string, object?>), Rows.ClrType)
            .IgnoreMember((member, side) => side is MemberSide.Destination && !members.Contains(member.Name));
        References = [.. given.Keys.Where(column => column.Reference is not null)];
        Own = [.. References.Where(column => column.Reference!.TargetEntityType == column.Reference.DeclaringEntityType)];
    }

    /// <summary>The entity, with its fields.</summary>
    public EntityModel Entity { get; }

    /// <summary>Whether a code identifies a row.</summary>
    public bool HasCodes => Key is [{ Name: "code" }];

    /// <summary>All columns of the entity.</summary>
    public IReadOnlyList<ImportColumn> All { get; }

    /// <summary>The columns that identify a row.</summary>
    public IReadOnlyList<ImportColumn> Key { get; }

    /// <summary>Those that the table has.</summary>
    public IEnumerable<ImportColumn> Given => given.Keys;

    /// <summary>The table's columns that refer to other rows.</summary>
    public IReadOnlyList<ImportColumn> References { get; }

    /// <summary>Those of them that refer to rows of the same entity, which may come later in the table.</summary>
    public IReadOnlyList<ImportColumn> Own { get; }

    /// <summary>The columns of the table that set no value, with their positions: they are compared with the rows.</summary>
    public IReadOnlyList<(int Position, ImportField Field)> Held { get; }

    /// <summary>How the table writes numbers.</summary>
    public NumberNotation Numbers { get; }

    /// <summary>Whether a text in the table may have a formula guard in front.</summary>
    public bool IsGuarded { get; }

    /// <summary>The entity.</summary>
    public IEntityType Rows => (IEntityType)Key[0].Property.DeclaringType;

    /// <summary>The recorded versions of its rows.</summary>
    public IQueryable<Dictionary<string, object>> RevisionsIn(ReformDbContext context) =>
        context.Set<Dictionary<string, object>>(Revisions.NameOf(Rows));

    /// <summary>The values of a row of the entity, by the names of their members.</summary>
    public Dictionary<string, object?> ValuesOf(object row) =>
        All.ToDictionary(column => column.Property.Name, column => column.Property.PropertyInfo!.GetValue(row));

    /// <summary>Sets the values of a row of the entity.</summary>
    public void Assign(Dictionary<string, object?> values, object row) => values.Adapt(row, values.GetType(), row.GetType(), mapping);

    /// <summary>The text of a cell; null if the row does not have the column.</summary>
    public string? Cell(TableRow row, ImportColumn column) =>
        given.TryGetValue(column, out var place) && place.Position < row.Cells.Length ? row.Cells[place.Position] : null;

    /// <summary>Whether the table has a column with the codes of the rows within which a reference is looked up.</summary>
    public bool HasWithin(ImportColumn reference) => within.ContainsKey(reference);

    /// <summary>The code of the row within which a reference of a row is looked up; null if the table does not say it.</summary>
    public string? WithinCell(TableRow row, ImportColumn reference) =>
        within.TryGetValue(reference, out var position) && position < row.Cells.Length && row.Cells[position] is { Length: > 0 } code
            ? code : null;

    /// <summary>The text of a cell of a new row: if the table does not have the column, its default.</summary>
    public string? NewCell(TableRow row, ImportColumn column) => Cell(row, column) ?? table.DefaultOf(column.Name, row);

    /// <summary>Why a cell is rejected as written; null if it is valid.</summary>
    public CellProblem? ProblemOf(TableRow row, ImportColumn column) =>
        given.TryGetValue(column, out var place) ? row.Problems?.GetValueOrDefault(place.Position) : null;

    /// <summary>Why a row without a value of a column that it must have is rejected.</summary>
    public CellProblem ProblemOfMissing(ImportColumn column) =>
        (given.ContainsKey(column) ? null : table.ProblemOfMissing(column.Name)) ?? new("REQUIRED", RowRules.MustBeGiven);

    /// <summary>The codes that a written code may stand for.</summary>
    public IEnumerable<string> Spellings(string code) =>
        IsGuarded ? PlainText.Codes(code).Concat(PlainText.Codes(FormulaGuard.Unguard(code))).Distinct() : PlainText.Codes(code);

    /// <summary>The form in which a new code is stored.</summary>
    public string NewCode(string code) => PlainText.NewCode(IsGuarded ? FormulaGuard.Unguard(code) : code);

    /// <summary>
    /// The text that a cell stands for. An unchanged text stays as it is, even if an export without a guard, or a spreadsheet with
    /// different line endings, would make a difference.
    /// </summary>
    /// <param name="present">The text of the row; null for none.</param>
    /// <param name="text">The text of the cell.</param>
    public string TextFor(string? present, string text)
    {
        var plain = IsGuarded && text != present ? FormulaGuard.Unguard(text) : text;
        return present is not null && LinesOf(present) == LinesOf(plain) ? present : plain;
    }

    private static TableException Refused(TableReader table, string column, Bilingual expected) =>
        new(1, column, null, expected) { Sheet = table.Source.Sheet };

    private static string LinesOf(string text) => text.Contains('\r', StringComparison.Ordinal) ? text.ReplaceLineEndings("\n") : text;

    /// <summary>The heading of a column in the table; its own name if the table does not have it.</summary>
    public string HeadingOf(ImportColumn column) => given.TryGetValue(column, out var place) ? headings[place.Position] : column.Name;

    /// <summary>The heading of the column at a position.</summary>
    public string HeadingOf(int position) => headings[position];

    /// <summary>The field of a column of the table.</summary>
    public ImportField Field(ImportColumn column) => given.TryGetValue(column, out var place) ? place.Field : known.Find(column.Name)!;
}
