using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Data.Contexts;
using ReformGraph.Engine.Modeling;
using static ReformGraph.Engine.Storage.Sql.SqlNames;

namespace ReformGraph.Data.Derivations;

/// <summary>
/// The keys in the rows that the change in progress has saved, both as they were and as they are: a row that moves to another county
/// concerns both. They are read from the history, whoever saved the rows.
/// </summary>
internal sealed class ChangedKeys(ReformDbContext context)
{
    private readonly long sequence = context.Recording!.Sequence;

    /// <summary>The values of a key in rows of an entity.</summary>
    public Task<List<int>> ValuesAsync<T>(string key, CancellationToken cancellation) =>
        ReadAsync(Values(context.Model.FindEntityType(typeof(T))!.FindProperty(key)!), cancellation);

    /// <summary>Whether there are any.</summary>
    public async Task<bool> AnyAsync(EntityModel entity, CancellationToken cancellation) =>
        (await ReadAsync($"SELECT \"Value\" FROM ({Values(entity.Key.Property!)}) LIMIT 1", cancellation)).Count > 0;

    /// <summary>The ids of the counties to which rows of an entity lead.</summary>
    public Task<List<int>> CountiesAsync(CodeScope path, CancellationToken cancellation)
    {
        var keys = path.Path.Select(step => step.Navigation.ForeignKey.Properties[0]).ToList();
        return ReadAsync(keys.Skip(1).Aggregate(Values(keys[0]), (ids, key) =>
            $"SELECT DISTINCT {Column(key)} AS \"Value\" FROM {Quoted(key.DeclaringType.GetTableName()!)} WHERE \"Id\" IN ({ids})"),
            cancellation);
    }

    // Two statements, so that each uses its index.
    private static string Values(IReadOnlyProperty key)
    {
        var from = $"{Column(key)} AS \"Value\" FROM {Quoted(Revisions.NameOf((IReadOnlyEntityType)key.DeclaringType))} WHERE ";
        return $"SELECT {from}\"{Revisions.From}\" = {{0}} UNION SELECT {from}\"{Revisions.To}\" = {{0}} " +
            FormattableString.Invariant($"AND \"{Revisions.To}\" < {Revisions.Open}");
    }

    private Task<List<int>> ReadAsync(string sql, CancellationToken cancellation) =>
        context.Database.SqlQueryRaw<int>(sql, sequence).ToListAsync(cancellation);
}
