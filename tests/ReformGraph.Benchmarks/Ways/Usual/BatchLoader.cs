using GraphQL.DataLoader;

namespace ReformGraph.Benchmarks.Ways.Usual;

/// <summary>Collects the keys that a level of the answer asks for, and fetches them at once when the first value is needed.</summary>
internal sealed class BatchLoader<TValue>(Func<IReadOnlyCollection<int>, CancellationToken, Task<Func<int, TValue>>> fetch)
{
    private readonly Func<IReadOnlyCollection<int>, CancellationToken, Task<Func<int, TValue>>> fetch = fetch;
    private Batch? open;

    public IDataLoaderResult Load(int key) => Load(key, value => value);

    /// <summary>Loads a value and makes something of it.</summary>
    public IDataLoaderResult Load<TResult>(int key, Func<TValue, TResult> into)
    {
        open ??= new Batch(this);
        open.Keys.Add(key);
        return new Awaited<TResult>(open, key, into);
    }

    private sealed class Batch(BatchLoader<TValue> loader)
    {
        private Task<Func<int, TValue>>? fetched;

        public HashSet<int> Keys { get; } = [];

        public async Task<TValue> ValueOfAsync(int key, CancellationToken cancellation)
        {
            if (fetched is null)
            {
                loader.open = null;
                fetched = loader.fetch(Keys, cancellation);
            }

            return (await fetched)(key);
        }
    }

    private sealed class Awaited<TResult>(Batch batch, int key, Func<TValue, TResult> into) : IDataLoaderResult
    {
        public async Task<object?> GetResultAsync(CancellationToken cancellationToken = default) =>
            into(await batch.ValueOfAsync(key, cancellationToken));
    }
}
