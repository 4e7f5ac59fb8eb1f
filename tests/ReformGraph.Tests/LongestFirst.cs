using System.Reflection;
using Xunit;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("ReformGraph.Tests.LongestFirst", "ReformGraph.Tests")]

namespace ReformGraph.Tests;

/// <summary>What takes long begins first, so that no core waits at the end for one class: the tests that do much,
/// then those that start processes.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Dictionary<string, HashSet<string>> Kinds = typeof(LongestFirst).Assembly.GetTypes()
        .SelectMany(type => Traits(type).Concat(type.GetMethods().SelectMany(Traits)).Select(kind => (Class: type.FullName!, kind)))
        .GroupBy(each => each.Class, each => each.kind)
        .ToDictionary(each => each.Key, each => each.ToHashSet());

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(Place);

    // The collection of a class is named after it, and others are of several classes.
    private static int Place(ITestCollection collection) =>
        collection.DisplayName.Split(' ')[^1] is var name && Kinds.TryGetValue(name, out var kinds)
        ? kinds.Contains("exhaustive") ? 1 : 2
        : collection.CollectionDefinition is null ? 3 : 0;

    private static IEnumerable<string> Traits(MemberInfo member) => member.GetCustomAttributesData()
        .Where(attribute => attribute.AttributeType == typeof(TraitAttribute))
        .Select(attribute => (string)attribute.ConstructorArguments[1].Value!);
}
