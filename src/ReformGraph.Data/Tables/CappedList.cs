using System.Text.Json.Serialization;

namespace ReformGraph.Data.Tables;

/// <summary>The first entries of a list of any length, and the number of all entries.</summary>
internal sealed class CappedList<T>
{
    /// <summary>The maximum number of entries kept.</summary>
    public const int Most = 1_000;

    private readonly List<T> listed = [];

    /// <summary>The number of entries.</summary>
    public int Total { get; private set; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<T> Listed => listed;

    /// <summary>Whether another one would be kept.</summary>
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
