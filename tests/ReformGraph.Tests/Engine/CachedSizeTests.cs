using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.Engine;

/// <summary>Alone, as it counts all the memory of the process.</summary>
[CollectionDefinition(nameof(CachedSizeTests), DisableParallelization = true)]
[Collection(nameof(CachedSizeTests))]
public sealed class CachedSizeTests
{
    private const int FirstCopies = 3, Copies = 10, MostAttempts = 5;
    private const double Least = 0.5, Most = 2.5;

    // Memory that other tests have left, for example in array pools, may be released for a minute or more, and does not come back.
    [Fact]
    public async Task What_is_kept_takes_about_as_much_memory_as_is_estimated()
    {
        var (ratio, attempts) = (0.0, 0);
        while (ratio is < Least or > Most && attempts++ < MostAttempts)
        {
            ratio = await EstimatedByTakenAsync();
        }

        Assert.InRange(ratio, Least, Most);
    }

    private static readonly GraphQLCase[] Cases =
        [.. GraphQLCase.Folders.Where(folder => !folder.StartsWith("Engine", StringComparison.Ordinal)
            && !folder.StartsWith("BadInput", StringComparison.Ordinal))
        .SelectMany(folder => GraphQLCase.In(folder).Select(name => GraphQLCase.Read(folder, name)))
        .Where((_, number) => number % 4 == 0)];

    private static async Task<double> EstimatedByTakenAsync()
    {
        var server = new RunningServer();
        try
        {
            Prepare(0, FirstCopies); // what EF Core keeps is kept then

            double[] ratios = [.. Enumerable.Range(0, 3).Select(round => EstimatedByTaken(FirstCopies + (round * Copies))).Order()];
            return ratios[1];

            double EstimatedByTaken(int first)
            {
                var (kept, memory) = (server.Engine.CachedBytes, Settled());
                Prepare(first, Copies);
                return (double)(server.Engine.CachedBytes - kept) / (Settled() - memory);
            }

            // To the engine each copy is another document.
            void Prepare(int first, int count)
            {
                foreach (var (copy, one) in Enumerable.Range(first, count).SelectMany(copy => Cases.Select(one => (copy, one))))
                {
                    try
                    {
                        server.Engine.Prepare(
                            new QueryRequest($"{one.Text}#{copy}", one.OperationName, one.Variables ?? default) { Role = "admin" });
                    }
                    catch (RequestErrorException)
                    {
                        // Only the document is kept.
                    }
                }
            }
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    // What other tests have left goes first, whatever has to be finalized for that. (By itself,
    // a collection is content with a twentieth of all memory.)
    private static long Settled()
    {
        const int Little = 100_000, MostCollections = 20;
        var (before, memory, collections) = (0L, GC.GetTotalMemory(forceFullCollection: true), 0);
        while (Math.Abs(memory - before) > Little && collections++ < MostCollections)
        {
            GC.WaitForPendingFinalizers();
            (before, memory) = (memory, GC.GetTotalMemory(forceFullCollection: true));
        }

        return memory;
    }

    [Fact]
    public void However_many_documents_come_no_more_is_kept_than_is_set()
    {
        using var tiny = new TinyEngine(options: new() { CachedBytes = 1_000_000 });
        for (var number = 0; number < 60; number++)
        {
            tiny.Engine.Prepare(new QueryRequest($"{{ books(first: 1) {{ nodes {{ a{number}: title }} }} }} # {new string('x', 200)}", null,
                default)
            { Role = "admin" });
            Assert.InRange(tiny.Engine.CachedBytes, 1, 1_000_000);
        }

        Assert.InRange(tiny.Engine.CachedBytes, 500_000, 1_000_000);
    }
}
