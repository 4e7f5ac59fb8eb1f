namespace ReformGraph.Domain.Rules;

/// <summary>An error that is explained in both languages.</summary>
internal sealed class BilingualException(Bilingual text) : Exception(text.En)
{
    /// <summary>The explanation.</summary>
    public Bilingual Text { get; } = text;
}
