using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Tables;

namespace ReformGraph.Data.Import;

/// <summary>
/// What a table states about its rows besides what it can change: ids, versions, computed values, values of rows that they refer to. An
/// export has such columns, and may be imported again: a value that equals the row as it was or as it becomes is accepted, and everything
/// else is rejected with both values. An empty cell states nothing.
/// </summary>
internal sealed class HeldValues
{
    /// <summary>The rule that a row must have the version that the table states.</summary>
    public const string VersionRule = "VERSION";

    private const string Version = "version";

    private readonly ReformDbContext context;
    private readonly ImportColumns columns;
    private readonly List<Held> own = [];
    private readonly List<(ImportColumn Through, List<Held> Held)> through = [];
    private readonly Dictionary<(ImportColumn, int), object?[]> targets = [];

    public HeldValues(ReformDbContext context, ImportColumns columns)
    {
        (this.context, this.columns) = (context, columns);
        var compared = columns.Held.Where(held => held.Field.Compared is not null)
            .Select(held => new Held(held.Position, held.Field)).ToList();
        own.AddRange(compared.Where(held => held.Field.Through is null));
        through.AddRange(compared.Where(held => held.Field.Through is not null).GroupBy(held => held.Field.Through!)
            .Select(group => (group.Key, group.ToList())));
    }

    /// <summary>Looks up the values of referenced rows, before and after.</summary>
    /// <param name="idsOf">The ids to which a reference refers, for all rows of a batch.</param>
    /// <param name="cancellation">Cancels it.</param>
    public async Task FindAsync(Func<ImportColumn, IEnumerable<int>> idsOf, CancellationToken cancellation)
    {
        targets.Clear();
        foreach (var (reference, held) in through)
        {
            var find = new Func<ImportColumn, List<Held>, List<int>, CancellationToken, Task>(
                FindAsync<object>).Method.GetGenericMethodDefinition();
            await (Task)find.MakeGenericMethod(reference.Reference!.TargetEntityType.ClrType)
                .Invoke(this, [reference, held, idsOf(reference).Distinct().ToList(), cancellation])!;
        }
    }

    /// <summary>The values of a row before it is changed; null for a new one.</summary>
    public HeldBefore? Capture(object entity, bool isNew) =>
        isNew ? null : new([.. own.Select(held => held.Read(entity))], [.. through.Select(one => IdOf(one.Through, entity))]);

    /// <summary>The cells of a row that match neither the old nor the new row.</summary>
    public IEnumerable<RejectedCell> Differing(RowDraft draft, HeldBefore? before)
    {
        var isRefused = draft.Refused.Count > 0;
        foreach (var (number, held) in own.Index())
        {
            var (was, becomes) = (before?.Own[number], held.Field.Name == "id" && draft.IsNew ? null : held.Read(draft.Entity));
            var isVersion = held.Field.Name == Version && !draft.IsNew;
            if (!(held.Field.IsLabel && isRefused)
                && Differs(draft.Row, held, held.Field.IsLabel ? [becomes] : isVersion ? [was] : [was, becomes]) is { } refused)
            {
                yield return isVersion ? refused with { Rule = VersionRule } : refused;
            }
        }

        foreach (var (number, (reference, group)) in through.Index())
        {
            var ids = new[] { before?.Through[number], IdOf(reference, draft.Entity) };
            var known = ids.OfType<int>().Select(id => targets.GetValueOrDefault((reference, id))).OfType<object?[]>().ToList();
            foreach (var (place, held) in group.Index())
            {
                if (Differs(draft.Row, held, [.. known.Select(values => values[place])]) is { } refused)
                {
                    yield return refused;
                }
            }
        }
    }

    private RejectedCell? Differs(TableRow row, Held held, IReadOnlyList<object?> right)
    {
        if (held.Position >= row.Cells.Length || row.Cells[held.Position] is not { Length: > 0 } text)
        {
            return null;
        }

        var (value, problem) = row.Problems?.GetValueOrDefault(held.Position) is { } refused
            ? (null, refused) : ImportValue.Read(held.Field, text, columns.Numbers);
        if (problem is null && right.Any(one => IsSame(held.Field, value!, one)))
        {
            return null;
        }

        var present = right.Count > 0 ? CellValue.TextOf(right[0]) : string.Empty;
        problem ??= held.Field.IsLabel
            ? new("LABEL", new($"must be a label of {present}, the value of the column next to it",
                $"必须是 {present} 的标签，与旁边的编码列一致"))
            : new("COMPUTED", present.Length == 0
            ? new("must be empty: the row has no value here, and an import cannot set one",
                "必须为空：该行没有此值，导入也不能赋值")
            : new($"must be {TableException.Shown(present)}, as in the row, or be empty: an import cannot change it",
                $"必须与该行一致，即“{TableException.Shown(present)}”，或不填：导入不能更改它"));
        return new(row.Number, columns.HeadingOf(held.Position), TableException.Shown(text), problem.Rule, problem.Message);
    }

    private bool IsSame(ImportField field, object value, object? right) => value is string text
        ? right is not null
        && (columns.TextFor(right.ToString(), text) == right.ToString() || (field.IsCode && columns.Spellings(text).Contains(right)))
        : value.Equals(right);

    private static int? IdOf(ImportColumn reference, object entity) =>
        reference.Property.PropertyInfo!.GetValue(entity) is int id and not 0 ? id : null;

    private async Task FindAsync<T>(ImportColumn reference, List<Held> held, List<int> ids, CancellationToken cancellation)
        where T : class
    {
        var row = Expression.Parameter(typeof(T), "row");
        var values = Expression.NewArrayInit(typeof(object), held.Select(one => one.On(row)));
        var id = Expression.Property(row, "Id");
        var pair = Expression.New(typeof(KeyValuePair<int, object?[]>).GetConstructor([typeof(int), typeof(object?[])])!, id, values);
        var found = await context.Set<T>().AsNoTracking().Where(one => EF.Parameter(ids).Contains(EF.Property<int>(one, "Id")))
            .Select(Expression.Lambda<Func<T, KeyValuePair<int, object?[]>>>(pair, row)).ToListAsync(cancellation);
        foreach (var (key, value) in found)
        {
            targets[(reference, key)] = value;
        }
    }

    /// <summary>A column that is compared with rows.</summary>
    private sealed record Held(int Position, ImportField Field)
    {
        private readonly Lazy<Func<object, object?>> value = new(() =>
        {
            var row = Expression.Parameter(typeof(object), "row");
            var access = Field.Compared!;
            return Expression.Lambda<Func<object, object?>>(Expression.Convert(
                Expression.Invoke(access, Expression.Convert(row, access.Parameters[0].Type)), typeof(object)), row).Compile();
        });

        public object? Read(object entity) => value.Value(entity);

        /// <summary>The value as an expression over a row; null if a reference on the way is null.</summary>
        public Expression On(ParameterExpression row)
        {
            var read = Expression.Invoke(Field.Compared!, row);
            var nullable = read.Type.IsValueType && Nullable.GetUnderlyingType(read.Type) is null
                ? typeof(Nullable<>).MakeGenericType(read.Type) : read.Type;
            return Expression.Convert(nullable == read.Type ? read : Expression.Convert(read, nullable), typeof(object));
        }
    }
}

/// <summary>The values of a row before it is changed.</summary>
/// <param name="Own">The values of its own columns.</param>
/// <param name="Through">The ids of the rows that it refers to.</param>
internal sealed record HeldBefore(object?[] Own, int?[] Through);
