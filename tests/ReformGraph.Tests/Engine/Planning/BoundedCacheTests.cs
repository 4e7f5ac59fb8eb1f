using ReformGraph.Engine.Planning;
using Xunit;

namespace ReformGraph.Tests.Engine.Planning;

public sealed class BoundedCacheTests
{
    [Fact]
    public void It_never_holds_more_than_its_capacity()
    {
        var cache = new BoundedCache<int, string>(30, (_, _) => 3);
        for (var key = 0; key < 100; key++)
        {
            cache.Add(key, $"{key}");
            cache.TryGet(key % 7, out _);
        }

        Assert.Equal((10, 30), (Enumerable.Range(0, 100).Count(key => cache.TryGet(key, out _)), cache.Bytes));
        Assert.True(cache.TryGet(99, out var last));
        Assert.Equal("99", last);
    }

    [Fact]
    public void Large_entries_make_way_for_small_ones_and_the_other_way_round()
    {
        var cache = new BoundedCache<int, int>(80, (_, size) => size);
        Random random = new(7);
        for (var key = 0; key < 1_000; key++)
        {
            cache.Add(key, random.Next(1, 11));
            var held = Enumerable.Range(0, key + 1).Sum(known => cache.TryGet(known, out var size) ? size : 0);
            Assert.Equal((held, true, true), (cache.Bytes, cache.Bytes <= 80, cache.TryGet(key, out _)));
        }
    }

    [Fact]
    public void What_is_larger_than_an_eighth_is_not_kept()
    {
        var cache = new BoundedCache<int, int>(80, (_, size) => size);
        Assert.Equal((10, 11), (cache.Add(1, 10), cache.Add(2, 11)));
        Assert.Equal((true, false, 10L), (cache.TryGet(1, out _), cache.TryGet(2, out _), cache.Bytes));
    }

    [Fact]
    public void An_entry_in_use_outlives_any_number_that_are_used_once()
    {
        var cache = new BoundedCache<string, int>(40, (_, _) => 5);
        cache.Add("in use", 1);
        for (var key = 0; key < 1_000; key++)
        {
            Assert.True(cache.TryGet("in use", out _));
            cache.Add($"{key}", key);
        }

        Assert.False(cache.TryGet("0", out _));
    }

    [Fact]
    public void Of_two_values_for_one_key_the_first_stays()
    {
        var cache = new BoundedCache<string, int>(20, (_, _) => 1);
        Assert.Equal(1, cache.Add("key", 1));
        Assert.Equal(1, cache.Add("key", 2));
        Assert.True(cache.TryGet("key", out var value));
        Assert.Equal(1, value);
    }

    [Fact]
    public void Many_threads_read_and_add_at_once()
    {
        var cache = new BoundedCache<int, int>(50, (_, _) => 1);
        Parallel.For(0, 100_000, number =>
        {
            var key = number * 31 % 200;
            Assert.Equal(-key, cache.TryGet(key, out var value) ? value : cache.Add(key, -key));
        });
        Assert.Equal(50, Enumerable.Range(0, 200).Count(key => cache.TryGet(key, out _)));
    }
}
