using Microsoft.Data.Sqlite;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Ledger;
using ReformGraph.Data.Sqlite;

namespace ReformGraph.Data.Database;

/// <summary>The changes of a database that a backup does not contain.</summary>
/// <param name="Count">Their number.</param>
/// <param name="First">The sequence number of the first.</param>
/// <param name="Last">That of the last.</param>
/// <param name="From">When the first was recorded, in UTC.</param>
/// <param name="To">When the last was recorded.</param>
internal sealed record MissingChanges(long Count, long First, long Last, DateTime From, DateTime To);

/// <summary>How the log of a backup differs from that of the present database.</summary>
/// <param name="SameDatabase">Whether they are logs of the same database.</param>
/// <param name="Common">With how many equal changes both begin.</param>
/// <param name="OfBackup">The number of changes in the backup.</param>
/// <param name="Missing">The present changes that are not in the backup; null if there are none.</param>
/// <param name="RevivedKeys">The names of the API keys that were revoked, but not in the backup.</param>
internal sealed record LogComparison(bool SameDatabase, long Common, long OfBackup, MissingChanges? Missing,
    IReadOnlyList<string> RevivedKeys)
{
    private const string Keys = "ApiKeys";

    /// <summary>Whether the present database continues the log of the backup.</summary>
    public bool IsContinued => SameDatabase && Common == OfBackup;

    /// <summary>Compares.</summary>
    /// <exception cref="StartupException">A database has no log.</exception>
    public static LogComparison Of(SqliteConnection backup, SqliteConnection present)
    {
        if (!present.HasTable("Changes"))
        {
            throw new StartupException("it has no log");
        }

        var isSame = ChangeLog.OriginOf(backup) == ChangeLog.OriginOf(present);
        var common = isSame
            ? ChangeLog.Leaves(backup, 0, long.MaxValue).Zip(ChangeLog.Leaves(present, 0, long.MaxValue))
                .TakeWhile(pair => pair.First.Equals(pair.Second)).LongCount()
            : 0;
        return new(isSame, common, backup.Number("SELECT COUNT(*) FROM \"Changes\""), MissingAfter(common, present),
            isSame ? RevivedIn(backup, present) : []);
    }

    private static MissingChanges? MissingAfter(long common, SqliteConnection present)
    {
        using var command = present.CreateCommand();
        command.CommandText =
            "SELECT COUNT(*), MIN(Sequence), MAX(Sequence), MIN(RecordedAt), MAX(RecordedAt) FROM (SELECT Sequence, RecordedAt FROM " +
            "\"Changes\" ORDER BY \"Id\" LIMIT -1 OFFSET $common)";
        command.Parameters.AddWithValue("$common", common);
        using var row = command.ExecuteReader();
        return row.Read() && row.GetInt64(0) is > 0 and var count
            ? new(count, row.GetInt64(1), row.GetInt64(2), row.GetDateTime(3), row.GetDateTime(4)) : null;
    }

    private static IReadOnlyList<string> RevivedIn(SqliteConnection backup, SqliteConnection present) =>
        backup.HasTable(Keys) && present.HasTable(Keys)
        ? [.. present.Texts($"SELECT Name FROM \"{Keys}\" WHERE RevokedAt IS NOT NULL ORDER BY Id")
            .Intersect(backup.Texts($"SELECT Name FROM \"{Keys}\" WHERE RevokedAt IS NULL"))]
        : [];
}
