using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Data.Contexts;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Import;

/// <summary>Finds rows of any entity, by many values at once. A code is looked up within the row to which it belongs, such as its
/// county.</summary>
internal sealed class RowLookup(ReformDbContext context, ImportColumns columns)
{
    // The number of codes kept from one batch of rows to the next.
    private const int MostKept = 20_000;

    private readonly Dictionary<(EntityModel Entity, int? Within), Dictionary<string, FoundRow>> found = [];
    private readonly Dictionary<(EntityModel Entity, int Id), string> names = [];

    /// <summary>The rows in which a column has one of the values, tracked.</summary>
    public Task<List<object>> RowsAsync(IProperty column, IEnumerable<object> values, CancellationToken cancellation)
    {
        var find = new Func<IProperty, IEnumerable<object>, CancellationToken, Task<List<object>>>(
            RowsAsync<object, object>).Method.GetGenericMethodDefinition();
        return (Task<List<object>>)find.MakeGenericMethod(column.DeclaringType.ClrType, column.ClrType)
            .Invoke(this, [column, values, cancellation])!;
    }

    /// <summary>Forgets what was looked up for earlier batches, if it is much.</summary>
    public void Forget()
    {
        if (found.Values.Sum(known => known.Count) > MostKept)
        {
            found.Clear();
        }
    }

    /// <summary>Looks up rows by their codes, for <see cref="Find"/>.</summary>
    /// <param name="entity">The entity of the rows.</param>
    /// <param name="wanted">The codes, each with the id of the row within which it is looked up; null for anywhere.</param>
    /// <param name="cancellation">Cancels it.</param>
    public async Task FindAsync(EntityModel entity, IEnumerable<(string Code, int? Within)> wanted, CancellationToken cancellation)
    {
        foreach (var group in wanted.GroupBy(one => entity.Within is null ? null : one.Within, one => one.Code))
        {
            if (!found.TryGetValue((entity, group.Key), out var known))
            {
                found[(entity, group.Key)] = known = [];
            }

            var codes = group.SelectMany(columns.Spellings).Distinct().Where(code => !known.ContainsKey(code)).ToList();
            foreach (var row in codes.Count == 0 ? [] : await CodedAsync(entity, codes, group.Key, cancellation))
            {
                known.Add(row.Code, new(row.Id, row.Within, row.Within == row.LastWithin ? null : row.LastWithin));
            }

            if (entity.Within is { } scope)
            {
                await NameAsync(scope.Entity, known.Values.Where(row => row.IsAmbiguous)
                    .SelectMany(row => new[] { row.Within, row.LastWithin!.Value }).Concat(group.Key is { } id ? [id] : []), cancellation);
            }
        }
    }

    /// <summary>The row with a code that was looked up, or null if there is none.</summary>
    public FoundRow? Find(EntityModel entity, string code, int? within)
    {
        var known = found[(entity, entity.Within is null ? null : within)];
        return columns.Spellings(code).FirstOrDefault(known.ContainsKey) is { } spelling ? known[spelling] : null;
    }

    /// <summary>All rows that have a code, exactly as it is written.</summary>
    public static Task<List<FoundRow>> OfCodeAsync(ReformDbContext context, EntityModel entity, string code, CancellationToken cancellation)
    {
        var find = new Func<ReformDbContext, EntityModel, string, CancellationToken, Task<List<FoundRow>>>(
            OfCodeAsync<object>).Method.GetGenericMethodDefinition();
        return (Task<List<FoundRow>>)find.MakeGenericMethod(entity.ClrType).Invoke(null, [context, entity, code, cancellation])!;
    }

    /// <summary>The code of a row within which codes were looked up.</summary>
    public string NameOf(EntityModel entity, int id) => names[(entity, id)];

    /// <summary>The ids of the rows to which a path leads, by the ids of the rows from which it leads.</summary>
    public async Task<Dictionary<int, int>> FollowAsync(CodeScope path, IEnumerable<int> ids, CancellationToken cancellation)
    {
        var follow = new Func<CodeScope, List<int>, CancellationToken, Task<Dictionary<int, int>>>(
            FollowAsync<object>).Method.GetGenericMethodDefinition();
        return await (Task<Dictionary<int, int>>)follow.MakeGenericMethod(path.First.Navigation.DeclaringEntityType.ClrType)
            .Invoke(this, [path, ids.Distinct().ToList(), cancellation])!;
    }

    /// <summary>The codes of rows by their ids.</summary>
    public async Task<Dictionary<int, string>> CodesAsync(IEntityType entity, IEnumerable<int> ids, CancellationToken cancellation)
    {
        var find = new Func<List<int>, CancellationToken, Task<Dictionary<int, string>>>(
            CodesAsync<object>).Method.GetGenericMethodDefinition();
        return await (Task<Dictionary<int, string>>)find.MakeGenericMethod(entity.ClrType)
            .Invoke(this, [ids.Distinct().ToList(), cancellation])!;
    }

    private async Task NameAsync(EntityModel entity, IEnumerable<int> ids, CancellationToken cancellation)
    {
        var unnamed = ids.Where(id => !names.ContainsKey((entity, id))).ToList();
        foreach (var (id, code) in unnamed.Count == 0 ? [] : await CodesAsync(TypeOf(entity), unnamed, cancellation))
        {
            names.Add((entity, id), code);
        }
    }

    private static IEntityType TypeOf(EntityModel entity) => (IEntityType)entity.Key.Property!.DeclaringType;

    private async Task<List<CodedRow>> CodedAsync(EntityModel entity, List<string> codes, int? within, CancellationToken cancellation)
    {
        var find = new Func<EntityModel, List<string>, int?, CancellationToken, Task<List<CodedRow>>>(
            CodedAsync<object>).Method.GetGenericMethodDefinition();
        return await (Task<List<CodedRow>>)find.MakeGenericMethod(entity.ClrType).Invoke(this, [entity, codes, within, cancellation])!;
    }

    // Of rows that share a code, only the first and the last of the rows within which they lie are read: there may be thousands.
    private Task<List<CodedRow>> CodedAsync<T>(EntityModel entity, List<string> codes, int? within, CancellationToken cancellation)
        where T : class
    {
        var rows = context.Set<T>().Where(row => EF.Parameter(codes).Contains(EF.Property<string>(row, "Code"))).Select(Coded<T>(entity));
        return (within is { } one ? rows.Where(row => row.Within == one) : rows).GroupBy(row => row.Code).Select(same => new CodedRow
        {
            Code = same.Key,
            Id = same.Min(row => row.Id),
            Within = same.Min(row => row.Within),
            LastWithin = same.Max(row => row.Within),
        }).ToListAsync(cancellation);
    }

    private static Task<List<FoundRow>> OfCodeAsync<T>(ReformDbContext context, EntityModel entity, string code,
        CancellationToken cancellation)
        where T : class => context.Set<T>().Where(row => EF.Property<string>(row, "Code") == code).Select(Coded<T>(entity))
            .Select(row => new FoundRow(row.Id, row.Within, null)).ToListAsync(cancellation);

    private static Expression<Func<T, CodedRow>> Coded<T>(EntityModel entity)
    {
        var scope = entity.Within?.ToId();
        var row = scope?.Parameters[0] ?? Expression.Parameter(typeof(T), "row");
        return Expression.Lambda<Func<T, CodedRow>>(Expression.MemberInit(Expression.New(typeof(CodedRow)),
            Expression.Bind(typeof(CodedRow).GetProperty(nameof(CodedRow.Code))!, Column<string>(row, "Code")),
            Expression.Bind(typeof(CodedRow).GetProperty(nameof(CodedRow.Id))!, Column<int>(row, "Id")),
            Expression.Bind(typeof(CodedRow).GetProperty(nameof(CodedRow.Within))!, scope?.Body ?? Expression.Constant(0))), row);
    }

    private static MethodCallExpression Column<T>(Expression row, string name) =>
        Expression.Call(typeof(EF), nameof(EF.Property), [typeof(T)], row, Expression.Constant(name));

    private Task<Dictionary<int, int>> FollowAsync<T>(CodeScope path, List<int> ids, CancellationToken cancellation)
        where T : class
    {
        var to = (Expression<Func<T, int>>)path.ToId();
        var pair = Expression.New(typeof(KeyValuePair<int, int>).GetConstructor([typeof(int), typeof(int)])!,
            Column<int>(to.Parameters[0], "Id"), to.Body);
        return context.Set<T>().Where(row => EF.Parameter(ids).Contains(EF.Property<int>(row, "Id")))
            .Select(Expression.Lambda<Func<T, KeyValuePair<int, int>>>(pair, to.Parameters))
            .ToDictionaryAsync(one => one.Key, one => one.Value, cancellation);
    }

    private async Task<Dictionary<int, string>> CodesAsync<T>(List<int> ids, CancellationToken cancellation)
        where T : class => ids.Count == 0 ? [] : await context.Set<T>()
            .Where(row => EF.Parameter(ids).Contains(EF.Property<int>(row, "Id")))
            .Select(row => new KeyValuePair<int, string>(EF.Property<int>(row, "Id"), EF.Property<string>(row, "Code")))
            .ToDictionaryAsync(pair => pair.Key, pair => pair.Value, cancellation);

    private async Task<List<object>> RowsAsync<T, TKey>(IProperty column, IEnumerable<object> values, CancellationToken cancellation)
        where T : class
    {
        var (name, wanted) = (column.Name, values.Cast<TKey>().Distinct().ToList());
        var rows = await context.Set<T>().Where(row => EF.Parameter(wanted).Contains(EF.Property<TKey>(row, name)))
            .ToListAsync(cancellation);
        return [.. rows];
    }

    private sealed class CodedRow
    {
        public string Code { get; init; } = string.Empty;

        public int Id { get; init; }

        public int Within { get; init; }

        public int LastWithin { get; init; }
    }
}

/// <summary>A row that has a code.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Within">The id of the row within which it lies; 0 if codes are unique by themselves.</param>
/// <param name="LastWithin">If rows within others have the code too, the id of one of these; otherwise null.</param>
internal sealed record FoundRow(int Id, int Within, int? LastWithin)
{
    /// <summary>Whether the code alone does not identify a row.</summary>
    public bool IsAmbiguous => LastWithin is not null;
}
