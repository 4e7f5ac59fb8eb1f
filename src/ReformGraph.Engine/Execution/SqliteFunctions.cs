using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// SQLite's functions that are called once per row or value, with the statement's address. SQLitePCLRaw has them too, but counts references
/// to the statement around each call, which for large responses takes a fifth of the time.
/// </summary>
internal static unsafe partial class SqliteFunctions
{
    private const string Library = "e_sqlite3";

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    public static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_reset")]
    public static partial int Reset(nint statement);

    // The others return at once and call nothing back, so the runtime need not prepare for a garbage collection meanwhile.

    /// <summary>One of the statement's counters.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_stmt_status"), SuppressGCTransition]
    public static partial int Status(nint statement, int counter, int reset);

    /// <summary>A column of the statement's present row, which the functions below read until the next step.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_column_value"), SuppressGCTransition]
    public static partial nint ColumnValue(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_type"), SuppressGCTransition]
    public static partial int ValueType(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_int64"), SuppressGCTransition]
    public static partial long ValueInteger(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_double"), SuppressGCTransition]
    public static partial double ValueReal(nint value);

    /// <summary>The bytes of a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> ValueText(nint value) => new(ValueBlob(value), ValueBytes(value));

    [LibraryImport(Library, EntryPoint = "sqlite3_value_blob"), SuppressGCTransition]
    private static partial byte* ValueBlob(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_bytes"), SuppressGCTransition]
    private static partial int ValueBytes(nint value);
}
