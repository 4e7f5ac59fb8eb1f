using ReformGraph.Data.Tables;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Import;

/// <summary>
/// The row within which each row of a table lies, such as its county, and within which its codes are therefore looked up. A row says so by
/// a column of its own, or by the row to which it refers; otherwise the row that already has its code does.
/// </summary>
internal sealed class RowScopes(ImportColumns columns, RowLookup lookup)
{
    // No row has this id: a row within which codes are looked up does not exist.
    private const int Unknown = -1;

    private readonly Dictionary<TableRow, int> own = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<TableRow, FoundRow> present = new(ReferenceEqualityComparer.Instance);

    /// <summary>The ids of the rows within which rows of the table lie.</summary>
    public HashSet<int> Seen { get; } = [];

    private CodeScope? Scope => columns.Entity.Within;

    /// <summary>Looks them up for the rows of a batch, with the rows that have their codes.</summary>
    public async Task FindAsync(IReadOnlyList<TableRow> batch, CancellationToken cancellation)
    {
        lookup.Forget();
        own.Clear();
        present.Clear();
        foreach (var column in columns.References.Where(columns.HasWithin))
        {
            await lookup.FindAsync(column.Target!.Within!.Entity,
                batch.Select(row => columns.WithinCell(row, column)).OfType<string>().Select(code => (code, (int?)null)), cancellation);
        }

        if (Scope is { } scope && columns.References.FirstOrDefault(column => column.Name == scope.First.Name) is { } first)
        {
            await FollowAsync(batch, first, scope, cancellation);
        }

        if (columns.HasCodes)
        {
            await lookup.FindAsync(columns.Entity,
                batch.Select(row => (columns.Cell(row, columns.Key[0]), Of(row))).Where(one => one.Item1 is { Length: > 0 })!,
                cancellation);
            foreach (var row in batch)
            {
                if (columns.Cell(row, columns.Key[0]) is { Length: > 0 } code && lookup.Find(columns.Entity, code, Of(row)) is { } found)
                {
                    present.Add(row, found);
                    _ = Scope is not null && !found.IsAmbiguous && own.TryAdd(row, found.Within);
                }
            }
        }

        Seen.UnionWith(own.Values);
    }

    /// <summary>The id of the row within which a row of the batch lies; null if that is not known.</summary>
    public int? Of(TableRow row) => own.TryGetValue(row, out var id) ? id : null;

    /// <summary>The id of the row within which a reference is looked up; null for anywhere.</summary>
    public int? Of(TableRow row, ImportColumn reference)
    {
        if (reference.Target!.Within is not { } within)
        {
            return null;
        }

        return columns.WithinCell(row, reference) is { } named
            ? lookup.Find(within.Entity, named, null)?.Id ?? Unknown
            : Scope?.IsThatOf(reference.Target) == true ? Of(row) : null;
    }

    /// <summary>The row that has the code of a row of the batch; null if there is none, or if codes do not identify rows.</summary>
    public FoundRow? Present(TableRow row) => present.GetValueOrDefault(row);

    /// <summary>Why a code identifies no row to which a reference could lead.</summary>
    public CellProblem Problem(TableRow row, ImportColumn reference, FoundRow? found)
    {
        var (target, within) = (reference.Target!, Of(row, reference));
        var column = string.Join('.', [reference.Name, .. target.Within?.Path.Select(step => step.Name) ?? []]);
        return found is not null
            ? Ambiguous(target, found, column)
            : new("REFERENCE", within is Unknown
                ? new($"must be the code of a row of {target.Plural}, but {column} names no row of {target.Within!.Entity.Plural}",
                    $"必须是 {target.Plural} 中某一行的编码，但 {column} 列不是 {target.Within.Entity.Plural} 中的编码")
                : within is { } id
                ? new($"must be the code of a row of {target.Plural} within {Named(target, id)}",
                    $"必须是 {Named(target, id)} 的 {target.Plural} 中某一行的编码")
                : new($"must be the code of a row of {target.Plural}", $"必须是 {target.Plural} 中某一行的编码"));
    }

    /// <summary>Why a code does not identify the row that has it.</summary>
    public CellProblem Problem(FoundRow found) => Ambiguous(columns.Entity, found,
        string.Join('.', Scope!.Path.Select(step => step.Name)));

    private CellProblem Ambiguous(EntityModel entity, FoundRow found, string column)
    {
        var scope = entity.Within!.Entity;
        var (first, last) = (lookup.NameOf(scope, found.Within), lookup.NameOf(scope, found.LastWithin!.Value));
        return new(ErrorCodes.CodeAmbiguous.Name, new(
            $"must be a code that only one row of {entity.Plural} has, but rows of several {scope.Plural} have it, such as {first} and " +
            $"{last}: say which one is meant in the column {column}",
            $"必须是 {entity.Plural} 中唯一一行的编码，但 {first}、{last} 等多个 {scope.Plural} 都有此编码：" +
            $"请在 {column} 列中指明"));
    }

    private string Named(EntityModel entity, int within) =>
        $"{SchemaNames.CamelCase(entity.Within!.Entity.Name)} {lookup.NameOf(entity.Within.Entity, within)}";

    private async Task FollowAsync(IReadOnlyList<TableRow> batch, ImportColumn first, CodeScope scope, CancellationToken cancellation)
    {
        await lookup.FindAsync(first.Target!,
            batch.Select(row => (columns.Cell(row, first), Of(row, first))).Where(one => one.Item1 is { Length: > 0 })!, cancellation);
        var ids = batch.Select(row => (Row: row, Found: columns.Cell(row, first) is { Length: > 0 } code
            ? lookup.Find(first.Target!, code, Of(row, first)) : null)).Where(one => one.Found is { IsAmbiguous: false }).ToList();
        var ends = scope.Path.Count == 1 ? null
            : await lookup.FollowAsync(new([.. scope.Path.Skip(1)]), ids.Select(one => one.Found!.Id), cancellation);
        foreach (var (row, target) in ids)
        {
            own[row] = ends is null ? target!.Id : ends[target!.Id];
        }
    }
}
