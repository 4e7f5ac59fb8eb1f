namespace ReformGraph.Data.Registers;

/// <summary>Places by their names and codes.</summary>
/// <param name="keysOf">The names and codes of a place; null for one that it does not have.</param>
internal sealed class PlaceIndex<T>(Func<T, string?[]> keysOf)
{
    private readonly Dictionary<string, List<T>> places = [];

    /// <summary>Adds a place.</summary>
    public void Add(T place)
    {
        foreach (var key in keysOf(place).OfType<string>().Distinct())
        {
            Add(key, place);
        }
    }

    /// <summary>Adds a place under a name or a code.</summary>
    public void Add(string key, T place) => (places.TryGetValue(key, out var known) ? known : places[key] = []).Add(place);

    /// <summary>The places with a name or a code.</summary>
    public List<T> Find(string key) => places.GetValueOrDefault(key) ?? [];
}
