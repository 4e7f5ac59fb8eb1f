using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// SQLite's functions that are called once per row or value, by the statement's address. SQLitePCLRaw has them too, and they could
/// be used instead; but it counts references to the statement around each call, which for large answers is a fifth of the time.
/// </summary>
internal static unsafe partial class SqliteFunctions
{
    private const string Library = "e_sqlite3";

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    public static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_reset")]
    public static partial int Reset(nint statement);

    // The others end at once and call nothing back, so that the runtime need not make ready for a collection meanwhile.
    [LibraryImport(Library, EntryPoint = "sqlite3_column_type"), SuppressGCTransition]
    public static partial int ColumnType(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64"), SuppressGCTransition]
    public static partial long ColumnInteger(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_double"), SuppressGCTransition]
    public static partial double ColumnReal(nint statement, int column);

    /// <summary>The bytes of a text, valid until the next step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> ColumnText(nint statement, int column) => new(ColumnBlob(statement, column), ColumnBytes(statement, column));

    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob"), SuppressGCTransition]
    private static partial byte* ColumnBlob(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes"), SuppressGCTransition]
    private static partial int ColumnBytes(nint statement, int column);
}
