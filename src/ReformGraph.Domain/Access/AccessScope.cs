namespace ReformGraph.Domain.Access;

/// <summary>To what the holder of a key or token is limited, besides the role.</summary>
/// <param name="Reads">The collections that may be read; null for all.</param>
/// <param name="Writes">The collections whose rows may be changed, and which may be read too; null for those that may be read.</param>
/// <param name="Counties">The codes of the counties whose rows may be changed; null for all, and for rows of no county.</param>
internal sealed record AccessScope(IReadOnlyList<string>? Reads, IReadOnlyList<string>? Writes, IReadOnlyList<string>? Counties)
{
    private const char Separator = ',';

    /// <summary>A scope; null if nothing is limited.</summary>
    public static AccessScope? Of(IReadOnlyList<string>? reads, IReadOnlyList<string>? writes, IReadOnlyList<string>? counties) =>
        (reads ?? writes ?? counties) is null ? null : new(reads, writes, counties);

    /// <summary>The names in a list that is separated by commas; null for no list.</summary>
    public static IReadOnlyList<string>? Parse(string? list) =>
        list?.Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Names as a list that is separated by commas.</summary>
    public static string? Format(IReadOnlyList<string>? names) => names is null ? null : string.Join(Separator, names);
}
