using System.Runtime.InteropServices;

namespace ReformGraph.Http;

/// <summary>The memory of the C library, from which SQLite, the codings and the writer of Parquet files take theirs.</summary>
internal static partial class NativeMemory
{
    private const int MostArenas = -8; // M_ARENA_MAX of glibc's malloc.h

    /// <summary>
    /// Keeps one arena for each processor. By itself glibc makes up to eight, and what is free in one of them serves no other:
    /// a server that has all
    /// kinds of work kept tens of megabytes more with each quarter of an hour. Other C libraries have no arenas.
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
