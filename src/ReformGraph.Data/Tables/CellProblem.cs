using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Tables;

/// <summary>Why a cell is not accepted.</summary>
/// <param name="Rule">The rule that it violates, in UPPER_SNAKE_CASE.</param>
/// <param name="Message">What it must be, to be read after its name.</param>
internal sealed record CellProblem(string Rule, Bilingual Message)
{
    /// <summary>The text is not a value of the column.</summary>
    public static CellProblem OfType(Bilingual expected) => new("TYPE", new($"must be {expected.En}", $"必须是{expected.Zh}"));

    /// <summary>The cell shows something else than it contains.</summary>
    public static CellProblem OfFormat(string en, string zh) => new("FORMAT", new(en, zh));

    /// <summary>The text can be read in more than one way.</summary>
    public static CellProblem Ambiguous(string en, string zh) => new("AMBIGUOUS", new(en, zh));
}
