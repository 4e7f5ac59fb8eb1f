using System.Collections;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>The values of rows in memory, and their order. Behind a missing row every value is missing.</summary>
internal sealed class ReferenceValues : IComparer<object?>
{
    private static readonly ConcurrentDictionary<(Type, string), Func<object, object?>> Readers = [];
    private static readonly CatalogueCards Cards = new();

    public static ReferenceValues Order { get; } = new();

    public static object? Of(object? row, string field) => row is null ? null : Readers.GetOrAdd((row.GetType(), field), Reader)(row);

    public static object? At(object? row, IEnumerable<string> path) => path.Aggregate(row, Of);

    /// <summary>Null is the least value; text goes by code point, and an address is the text that clients see.</summary>
    public int Compare(object? x, object? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string left, string right) => ByCodePoint(left, right),
        (Uri left, Uri right) => ByCodePoint(left.AbsoluteUri, right.AbsoluteUri),
        _ => ((IComparable)x).CompareTo(y),
    };

    private static int ByCodePoint(string left, string right)
    {
        var differing = left.EnumerateRunes().Zip(right.EnumerateRunes()).FirstOrDefault(pair => pair.First != pair.Second);
        return differing == default ? left.Length.CompareTo(right.Length) : differing.First.CompareTo(differing.Second);
    }

    private static Func<object, object?> Reader((Type Row, string Field) key)
    {
        var member =
            key.Row.GetProperty(key.Field, BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)!;
        if (member.IsDefined(typeof(LookupAttribute)))
        {
            return row => Cards.Find(((Book)row).Code);
        }

        if (!member.GetMethod!.IsStatic)
        {
            return member.GetValue;
        }

        var computed = ((LambdaExpression)member.GetValue(null)!).Compile();
        return row => computed.DynamicInvoke(row);
    }

    /// <summary>The elements of a list; of a missing one, none.</summary>
    public static IEnumerable<object?> Items(object? list) => ((IEnumerable?)list ?? Array.Empty<object>()).Cast<object?>();
}
