using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Data.Contexts;

namespace ReformGraph.Data.Import;

/// <summary>Finds rows of any entity, by many values at once.</summary>
internal sealed class RowLookup(ReformDbContext context, ImportColumns columns)
{
    // The number of codes kept from one batch of rows to the next.
    private const int MostKept = 20_000;

    private readonly Dictionary<IEntityType, Dictionary<string, int>> idsOfCodes = [];

    /// <summary>The rows in which a column has one of the values, tracked.</summary>
    public Task<List<object>> RowsAsync(IProperty column, IEnumerable<object> values, CancellationToken cancellation)
    {
        var find = new Func<IProperty, IEnumerable<object>, CancellationToken, Task<List<object>>>(
            RowsAsync<object, object>).Method.GetGenericMethodDefinition();
        return (Task<List<object>>)find.MakeGenericMethod(column.DeclaringType.ClrType, column.ClrType)
            .Invoke(this, [column, values, cancellation])!;
    }

    /// <summary>Looks up the ids of rows by their codes, for <see cref="IdOf"/>.</summary>
    public async Task FindAsync(IEntityType entity, IEnumerable<string> codes, CancellationToken cancellation)
    {
        if (!idsOfCodes.TryGetValue(entity, out var known) || known.Count > MostKept)
        {
            idsOfCodes[entity] = known = [];
        }

        foreach (var (id, code) in await PairsAsync(entity, "Code",
            codes.SelectMany(columns.Spellings).Where(code => !known.ContainsKey(code)).Distinct(), cancellation))
        {
            known.Add(code, id);
        }
    }

    /// <summary>The id of the row with a code that was looked up, or null if there is none.</summary>
    public int? IdOf(IEntityType entity, string code) =>
        columns.Spellings(code).FirstOrDefault(idsOfCodes[entity].ContainsKey) is { } found ? idsOfCodes[entity][found] : null;

    /// <summary>The codes of rows by their ids.</summary>
    public async Task<Dictionary<int, string>> CodesAsync(IEntityType entity, IEnumerable<int> ids, CancellationToken cancellation) =>
        (await PairsAsync(entity, "Id", ids.Distinct(), cancellation)).ToDictionary(pair => pair.Key, pair => pair.Value);

    private Task<List<KeyValuePair<int, string>>> PairsAsync<TKey>(IEntityType entity, string column, IEnumerable<TKey> values,
        CancellationToken cancellation)
    {
        var find = new Func<string, IEnumerable<TKey>, CancellationToken, Task<List<KeyValuePair<int, string>>>>(
            PairsAsync<object, TKey>).Method.GetGenericMethodDefinition();
        return (Task<List<KeyValuePair<int, string>>>)find.MakeGenericMethod(entity.ClrType, typeof(TKey))
            .Invoke(this, [column, values, cancellation])!;
    }

    private async Task<List<KeyValuePair<int, string>>> PairsAsync<T, TKey>(string column, IEnumerable<TKey> values,
        CancellationToken cancellation)
        where T : class
    {
        var wanted = values.ToList();
        return wanted.Count == 0 ? [] : await context.Set<T>()
            .Where(row => EF.Parameter(wanted).Contains(EF.Property<TKey>(row, column)))
            .Select(row => new KeyValuePair<int, string>(EF.Property<int>(row, "Id"), EF.Property<string>(row, "Code")))
            .ToListAsync(cancellation);
    }

    private async Task<List<object>> RowsAsync<T, TKey>(IProperty column, IEnumerable<object> values, CancellationToken cancellation)
        where T : class
    {
        var (name, wanted) = (column.Name, values.Cast<TKey>().Distinct().ToList());
        var found = await context.Set<T>().Where(row => EF.Parameter(wanted).Contains(EF.Property<TKey>(row, name)))
            .ToListAsync(cancellation);
        return [.. found];
    }
}
