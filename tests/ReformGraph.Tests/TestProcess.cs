using System.Runtime.CompilerServices;
using ReformGraph.Data.Contexts;

namespace ReformGraph.Tests;

/// <summary>What all tests share, as they run in one process.</summary>
internal static class TestProcess
{
    private const int Threads = 16;

    [ModuleInitializer]
    internal static void Prepare()
    {
        DatabaseFile.KeepAllQueries(); // what one server has compiled is there for the others
        ThreadPool.SetMinThreads(Threads, Threads); // the servers answer while tests block the threads on which they run
    }
}
