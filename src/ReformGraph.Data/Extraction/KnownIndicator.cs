using ReformGraph.Domain.Codes;

namespace ReformGraph.Data.Extraction;

/// <summary>An indicator, and how earlier reports word its figures.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its Chinese name.</param>
/// <param name="AddsTo">The code of the indicator of the total that it is part of; null if there is none.</param>
internal sealed record KnownIndicator(string Code, string Name, string? AddsTo)
{
    /// <summary>The name without what it has in brackets: 风险村 of 风险村(社区). Null if it has no brackets.</summary>
    public string? ShortName { get; init; }

    /// <summary>The units of its figures.</summary>
    public HashSet<Unit> Units { get; } = [];

    /// <summary>The words around its figures in texts that are kept.</summary>
    public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>The rows that checks of earlier reports compare with its figures, with what these figures stand for.</summary>
    public HashSet<(string Rows, FigureRole Role)> Ties { get; } = [];
}
