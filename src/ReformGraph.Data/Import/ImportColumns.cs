using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Import;

/// <summary>
/// The columns of a table, as those of an entity. A table need not have all of them, but those by which its rows are recognised.
/// It refuses columns that the entity does not have, and such as stand there twice.
/// </summary>
internal sealed class ImportColumns
{
    private readonly IReadOnlyList<string> headings;
    private readonly Dictionary<ImportColumn, (int Position, ImportField Field)> given = new(ReferenceEqualityComparer.Instance);

    /// <summary>Finds the columns.</summary>
    /// <exception cref="TableException">The table has others, or lacks some.</exception>
    public ImportColumns(ImportHeadings headings, TableReader table)
    {
        (All, Key, Numbers, IsGuarded) = (headings.Given, headings.Key, table.Numbers, table.IsGuarded);
        var named = table.Columns.Index().Select(column =>
            (column.Index, Field: headings.Find(column.Item) ?? throw Refused(table, column.Item, headings.Expectation))).ToList();
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
                continue; // labels without the codes are as good
            }

            held.Add(held.TrueForAll(other => other.Field.Name != field.Name) ? (position, field)
                : throw Refused(table, table.Columns[position], TableException.OnlyOnce));
        }

        if (Key.FirstOrDefault(column => !given.ContainsKey(column)) is { } missing)
        {
            throw Refused(table, missing.Name, new("this column, which is missing: rows are recognised by it", "此列，但表中没有：行由它识别"));
        }

        (Held, this.headings) = (held, table.Columns);
        References = [.. given.Keys.Where(column => column.Reference is not null)];
        Own = [.. References.Where(column => column.Reference!.TargetEntityType == column.Reference.DeclaringEntityType)];
    }

    /// <summary>All columns of the entity.</summary>
    public IReadOnlyList<ImportColumn> All { get; }

    /// <summary>Those by which a row is recognised.</summary>
    public IReadOnlyList<ImportColumn> Key { get; }

    /// <summary>The table's columns that refer to other rows.</summary>
    public IReadOnlyList<ImportColumn> References { get; }

    /// <summary>Those of them that refer to rows of the entity itself, which may stand further below in the table.</summary>
    public IReadOnlyList<ImportColumn> Own { get; }

    /// <summary>The table's columns that give nothing a value, with their positions: what they say is held against the rows.</summary>
    public IReadOnlyList<(int Position, ImportField Field)> Held { get; }

    /// <summary>How the table writes numbers.</summary>
    public NumberNotation Numbers { get; }

    /// <summary>Whether a text of the table may have a guard in front.</summary>
    public bool IsGuarded { get; }

    /// <summary>The entity.</summary>
    public IEntityType Rows => (IEntityType)Key[0].Property.DeclaringType;

    /// <summary>The versions of its rows that are recorded.</summary>
    public IQueryable<Dictionary<string, object>> RevisionsIn(ReformDbContext context) =>
        context.Set<Dictionary<string, object>>(Revisions.DeclaredIn(context.Model).First(revisions => revisions.Rows == Rows).Name);

    /// <summary>The text of a cell; null where the row does not have the column.</summary>
    public string? Cell(TableRow row, ImportColumn column) =>
        given.TryGetValue(column, out var place) && place.Position < row.Cells.Length ? row.Cells[place.Position] : null;

    /// <summary>Why a cell is refused as the table has it; null where it is not.</summary>
    public CellProblem? ProblemOf(TableRow row, ImportColumn column) =>
        given.TryGetValue(column, out var place) ? row.Problems?.GetValueOrDefault(place.Position) : null;

    /// <summary>The codes that may be meant where one is written.</summary>
    public IEnumerable<string> Spellings(string code) =>
        IsGuarded ? PlainText.Codes(code).Concat(PlainText.Codes(FormulaGuard.Unguard(code))).Distinct() : PlainText.Codes(code);

    /// <summary>The form in which a new code is stored.</summary>
    public string NewCode(string code) => PlainText.NewCode(IsGuarded ? FormulaGuard.Unguard(code) : code);

    /// <summary>
    /// The text that is meant by that of a cell. What a row has already stays as it is, where an export without a guard,
    /// or a spreadsheet that ends lines in its own
    /// way, makes no difference.
    /// </summary>
    /// <param name="present">The text that the row has; null for none.</param>
    /// <param name="text">That of the cell.</param>
    public string TextFor(string? present, string text)
    {
        var plain = IsGuarded && text != present ? FormulaGuard.Unguard(text) : text;
        return present is not null && LinesOf(present) == LinesOf(plain) ? present : plain;
    }

    private static TableException Refused(TableReader table, string column, Bilingual expected) =>
        new(1, column, null, expected) { Sheet = table.Source.Sheet };

    private static string LinesOf(string text) => text.Contains('\r', StringComparison.Ordinal) ? text.ReplaceLineEndings("\n") : text;

    /// <summary>What the table calls a column; its own name where the table does not have it.</summary>
    public string HeadingOf(ImportColumn column) => given.TryGetValue(column, out var place) ? headings[place.Position] : column.Name;

    /// <summary>What the table calls the column at a position.</summary>
    public string HeadingOf(int position) => headings[position];

    /// <summary>What a column stands for that the table has.</summary>
    public ImportField Field(ImportColumn column) => given[column].Field;
}
