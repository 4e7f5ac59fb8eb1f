namespace ReformGraph.Catalog;

/// <summary>The last change that affected a data set.</summary>
/// <param name="Sequence">Its sequence number.</param>
/// <param name="RecordedAt">When it was recorded, in the format of GraphQL responses.</param>
internal sealed record LastChange(long Sequence, string RecordedAt);

/// <summary>The present state of a data set.</summary>
/// <param name="Dataset">The data set.</param>
/// <param name="Rows">The number of its rows.</param>
/// <param name="Changed">The last change that affected it.</param>
internal sealed record CatalogEntry(Dataset Dataset, long Rows, LastChange Changed);

/// <summary>A report from which data are taken.</summary>
/// <param name="TitleEn">Its title in English.</param>
/// <param name="TitleZh">Its title in Chinese.</param>
internal sealed record CatalogSource(string TitleEn, string TitleZh);

/// <summary>The content of the catalogue, as of one state of the data.</summary>
/// <param name="StateTag">Identifies the state.</param>
/// <param name="Changed">The last change.</param>
/// <param name="Sources">The reports.</param>
/// <param name="Entries">The data sets.</param>
internal sealed record CatalogContent(string StateTag, LastChange Changed, IReadOnlyList<CatalogSource> Sources,
    IReadOnlyList<CatalogEntry> Entries)
{
    public const string Description =
        "Reports of county governments on the follow-up phase of the Two Reforms (两项改革“后半篇”): their figures and " +
        "registers, with every change to them.";

    private const int MostTitles = 3;

    /// <summary>The title in English: the titles of the reports, if there are at most three.</summary>
    public string TitleEn => TitleOf(source => source.TitleEn) ?? "ReformGraph";

    /// <summary>The same in Chinese; null if there are more reports, or none.</summary>
    public string? TitleZh => TitleOf(source => source.TitleZh);

    private string? TitleOf(Func<CatalogSource, string> title) =>
        Sources.Count is 0 or > MostTitles ? null : string.Join("; ", Sources.Select(title));
}
