using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using SQLitePCL;

namespace ReformGraph.Data.Sqlite;

/// <summary>How SQLite itself is set up. It takes that only before its first connection.</summary>
internal static class SqliteLibrary
{
    /// <summary>Keeps it from counting its memory, as the one lock around the count stands in the way of all that allocate at the same
    /// time.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Whoever opens a database would have to call it before.")]
    internal static void SetUp()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }
}
