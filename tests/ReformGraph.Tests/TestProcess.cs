using System.Runtime.CompilerServices;
using ReformGraph.CompiledModel;
using ReformGraph.Data.Contexts;

namespace ReformGraph.Tests;

/// <summary>What all tests share, as they run in one process.</summary>
internal static class TestProcess
{
    private const int Threads = 16; // at least

    [ModuleInitializer]
    internal static void Prepare()
    {
        DatabaseFile.UseCompiledModel(ReformDbContextModel.Instance);
        DatabaseFile.KeepAllQueries(); // what one server has compiled is there for the others
        var threads = Math.Max(Threads, Environment.ProcessorCount);
        ThreadPool.SetMinThreads(threads, threads); // the servers answer while tests block the threads on which they run
    }
}
