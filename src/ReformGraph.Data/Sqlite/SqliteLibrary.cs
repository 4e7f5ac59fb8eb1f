using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using SQLitePCL;

namespace ReformGraph.Data.Sqlite;

/// <summary>Configures SQLite itself, which is only possible before its first connection.</summary>
internal static class SqliteLibrary
{
    /// <summary>Turns off its memory statistics, because the one lock around them blocks all threads that allocate at the same
    /// time.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Whoever opens a database would have to call it before.")]
    internal static void SetUp()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }
}
