using System.Data.Common;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Sqlite;
using ReformGraph.Domain.Access;

namespace ReformGraph.Access;

/// <summary>
/// The API keys of a database, as a serving process uses them. Each request with a key reads its row, so that a key that any process
/// revokes is rejected from then on.
/// </summary>
internal sealed class KeyRing(string database) : IDisposable
{
    // A request without a key only checks whether there are any. The first key closes an open server; no key ever opens one again.
    private const long LooksForTheFirstEvery = 1_000;

    private readonly PreparedLookup<ApiKey> byPrefix = new(
        database,
        """
        SELECT "Name", "Prefix", "Hash", "Role", "CreatedAt", "ExpiresOn", "RevokedAt", "ReplacedAt", "Reads", "Writes", "Counties"
        FROM "ApiKeys" WHERE "Prefix" = $value
        """,
        Read);

    private readonly PreparedLookup<string> first = new(database, """SELECT "Name" FROM "ApiKeys" LIMIT 1""", row => row.GetString(0));

    private long looked = -LooksForTheFirstEvery;
    private volatile bool any;

    /// <summary>Whether the database has any key, valid or not. The first key may be noticed a second late.</summary>
    public bool Any
    {
        get
        {
            if (!any && Environment.TickCount64 - Volatile.Read(ref looked) >= LooksForTheFirstEvery)
            {
                any = first.Find() is not null;
                Volatile.Write(ref looked, Environment.TickCount64);
            }

            return any;
        }
    }

    /// <summary>The stored form of this key, or null if the database does not have it.</summary>
    public ApiKey? Find(string text) =>
        ApiKey.PrefixOf(text) is { } prefix && byPrefix.Find(prefix) is { } key && key.Fits(text) ? key : null;

    public void Dispose()
    {
        byPrefix.Dispose();
        first.Dispose();
    }

    private static ApiKey Read(DbDataReader row) => new()
    {
        Name = row.GetString(0),
        Prefix = row.GetString(1),
        Hash = row.GetFieldValue<byte[]>(2),
        Role = (Role)row.GetInt32(3),
        CreatedAt = row.GetDateTime(4),
        ExpiresOn = row.IsDBNull(5) ? null : row.GetFieldValue<DateOnly>(5),
        RevokedAt = row.IsDBNull(6) ? null : row.GetDateTime(6),
        ReplacedAt = row.IsDBNull(7) ? null : row.GetDateTime(7),
        Reads = Text(row, 8),
        Writes = Text(row, 9),
        Counties = Text(row, 10),
    };

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
