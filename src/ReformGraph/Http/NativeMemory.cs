using System.Runtime.InteropServices;

namespace ReformGraph.Http;

/// <summary>The memory of the C library, which SQLite, the content codings and the writer of Parquet files use.</summary>
internal static partial class NativeMemory
{
    private const int MostArenas = -8; // M_ARENA_MAX of glibc's malloc.h

    /// <summary>
    /// Limits the arenas to one per processor. By default glibc creates up to eight, and free memory in one serves no other: a server with
    /// mixed work kept tens of megabytes more with each quarter of an hour. Other C libraries have no arenas.
    /// </summary>
    public static void LimitArenas()
    {
        if (OperatingSystem.IsLinux() && NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "mallopt", out _))
        {
            _ = SetOption(MostArenas, Environment.ProcessorCount);
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetOption(int option, int value);
}
