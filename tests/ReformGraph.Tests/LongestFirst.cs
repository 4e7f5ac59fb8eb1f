using System.Collections.Concurrent;
using System.Reflection;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("ReformGraph.Tests.LongestFirst", "ReformGraph.Tests")]

namespace ReformGraph.Tests;

/// <summary>
/// Runs the collections of tests in order, so that no core waits at the end for one class: those of several classes and the tests that
/// wait long, then those that do much, then those that start processes, then the others. (The runner of xunit hands all of them to the
/// thread pool at once, where some of the first come last.)
/// </summary>
public sealed class LongestFirst(IMessageSink messages) : XunitTestFramework(messages)
{
    private static readonly Dictionary<string, HashSet<string>> Kinds = typeof(LongestFirst).Assembly.GetTypes()
        .SelectMany(type => Traits(type).Concat(type.GetMethods().SelectMany(Traits)).Select(kind => (Class: type.FullName!, kind)))
        .GroupBy(each => each.Class, each => each.kind)
        .ToDictionary(each => each.Key, each => each.ToHashSet());

    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    // The collection of a class is named after it, and others are of several classes.
    private static int Place(ITestCollection collection) =>
        collection.DisplayName.Split(' ')[^1] is var name && Kinds.TryGetValue(name, out var kinds)
        ? kinds.Contains("waiting") ? 0 : kinds.Contains("exhaustive") ? 1 : 2
        : collection.CollectionDefinition is null ? 3 : 0;

    private static bool IsAlone(ITestCollection collection) => collection.CollectionDefinition?
        .GetCustomAttributes(typeof(CollectionDefinitionAttribute)).Single()
        .GetNamedArgument<bool>(nameof(CollectionDefinitionAttribute.DisableParallelization)) ?? false;

    private static IEnumerable<string> Traits(MemberInfo member) => member.GetCustomAttributesData()
        .Where(attribute => attribute.AttributeType == typeof(TraitAttribute))
        .Select(attribute => (string)attribute.ConstructorArguments[1].Value!);

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink messages)
        : XunitTestFrameworkExecutor(assembly, sources, messages)
    {
        protected override async void RunTestCases(IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink,
            ITestFrameworkExecutionOptions executionOptions)
        {
            using var runner = new Runner(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await runner.RunAsync();
        }
    }

    private sealed class Runner(ITestAssembly assembly, IEnumerable<IXunitTestCase> testCases, IMessageSink diagnostics,
        IMessageSink messages, ITestFrameworkExecutionOptions options)
        : XunitTestAssemblyRunner(assembly, testCases, diagnostics, messages, options)
    {
        protected override async Task<RunSummary> RunTestCollectionsAsync(IMessageBus messageBus, CancellationTokenSource cancellation)
        {
            var ordered = OrderTestCollections().OrderBy(each => Place(each.Item1)).ToLookup(each => IsAlone(each.Item1));
            var total = new RunSummary();
            var waiting = new ConcurrentQueue<Tuple<ITestCollection, List<IXunitTestCase>>>(ordered[false]);
            var most = ExecutionOptions.MaxParallelThreadsOrDefault();
            var atOnce = ExecutionOptions.DisableParallelizationOrDefault() ? 1 : most < 0 ? waiting.Count : most;
            await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(() => RunAsync(waiting))));
            await RunAsync(new(ordered[true]));
            return total;

            async Task RunAsync(ConcurrentQueue<Tuple<ITestCollection, List<IXunitTestCase>>> collections)
            {
                while (!cancellation.IsCancellationRequested && collections.TryDequeue(out var next))
                {
                    var summary = await RunTestCollectionAsync(messageBus, next.Item1, next.Item2, cancellation);
                    lock (total)
                    {
                        total.Aggregate(summary);
                    }
                }
            }
        }
    }
}
