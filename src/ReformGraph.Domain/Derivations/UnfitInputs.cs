using ReformGraph.Domain.Rules;

namespace ReformGraph.Domain.Derivations;

/// <summary>What would be right instead of inputs from which nothing can be derived.</summary>
internal static class UnfitInputs
{
    /// <summary>For inputs without a derivation.</summary>
    public static Bilingual Underived { get; } = new("a derivation, because there are inputs", "推算方式，因为已有输入");

    /// <summary>For inputs that a derivation does not accept.</summary>
    public static Bilingual Rejected(BilingualException cause) =>
        new($"inputs that it accepts ({cause.Text.En})", $"可用于推算的输入（{cause.Text.Zh}）");
}
