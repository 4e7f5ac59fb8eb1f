using ReformGraph.Benchmarks.Loading;
using ReformGraph.Benchmarks.Ways.Floor;
using ReformGraph.Benchmarks.Ways.Works;
using SQLitePCL;

namespace ReformGraph.Benchmarks.Ways;

/// <summary>Something to ask, in GraphQL and by hand, with all the variables that it is asked with.</summary>
/// <param name="Name">Its name, and that of its document and of the floor's endpoint.</param>
/// <param name="TimesUsual">How many times the usual way must be outdone; null where nothing is promised.</param>
/// <param name="Variables">Each set of variables; the floor takes the values in their order.</param>
/// <param name="Prepare">Prepares the floor's answer on a connection.</param>
internal sealed record Work(string Name, double? TimesUsual, IReadOnlyList<IReadOnlyList<KeyValuePair<string, string>>> Variables,
    Func<sqlite3, FloorAnswer> Prepare)
{
    /// <summary>All works.</summary>
    public static IReadOnlyList<Work> All { get; } = [Point.Work, Page.Work, ToOne.Work, ToMany.Work, Bulk.Work, Counts.Work];

    /// <summary>Whether it must come near the floor: a count is no row to read or write.</summary>
    public bool NearFloor => this != Counts.Work;

    /// <summary>The GraphQL document.</summary>
    public string Document { get; } = DocumentOf(Name);

    /// <summary>The requests in GraphQL, as a client posts them.</summary>
    public IReadOnlyList<byte[]> Posts() =>
        [.. Variables.Select(variables => HttpRequests.Post(Document, new Dictionary<string, string>(variables)))];

    /// <summary>The requests of the floor's endpoint.</summary>
    public IReadOnlyList<byte[]> Gets() =>
        [.. Variables.Select(variables =>
        HttpRequests.Get($"/{Name}?{string.Join('&', variables.Select(variable => $"{variable.Key}={variable.Value}"))}"))];

    private static string DocumentOf(string name)
    {
        using var reader = new StreamReader(typeof(Work).Assembly.GetManifestResourceStream(name + ".graphql")!);
        return reader.ReadToEnd();
    }
}
