using System.Text.Json.Serialization;

namespace ReformGraph.Data.Tables;

/// <summary>The first entries of a list of any length, and how many there are.</summary>
internal sealed class CappedList<T>
{
    /// <summary>How many entries are kept.</summary>
    public const int Most = 1_000;

    private readonly List<T> listed = [];

    /// <summary>How many entries there are.</summary>
    public int Total { get; private set; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<T> Listed => listed;

    /// <summary>Whether one more would be kept.</summary>
    [JsonIgnore]
    public bool HasRoom => listed.Count < Most;

    /// <summary>Counts an entry, and keeps it if there is room.</summary>
    public void Add(T entry)
    {
        Total++;
        if (HasRoom)
        {
            listed.Add(entry);
        }
    }
}
