using System.Runtime.CompilerServices;
using ReformGraph.Data.Contexts;

namespace ReformGraph.Tests;

/// <summary>The servers of all tests share what EF Core has compiled: the same queries of the same model.</summary>
internal static class SharedQueries
{
    [ModuleInitializer]
    internal static void Keep() => DatabaseFile.KeepAllQueries();
}
