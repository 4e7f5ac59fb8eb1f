namespace ReformGraph.Domain.Rules;

/// <summary>A language of messages.</summary>
internal enum Language
{
    English,
    Chinese,
}

/// <summary>A sentence, or a part of one, in both languages. Both are in one place, so that neither is forgotten.</summary>
/// <param name="En">The English text.</param>
/// <param name="Zh">The Chinese text.</param>
internal sealed record Bilingual(string En, string Zh)
{
    /// <summary>The text in a language.</summary>
    public string In(Language language) => language is Language.Chinese ? Zh : En;
}
