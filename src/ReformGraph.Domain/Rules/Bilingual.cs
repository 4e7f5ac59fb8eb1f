namespace ReformGraph.Domain.Rules;

/// <summary>A language in which it is told what is wrong with a file.</summary>
internal enum Language
{
    English,
    Chinese,
}

/// <summary>A sentence, or a part of one, in both languages. Both stand at one place, so that neither is forgotten.</summary>
/// <param name="En">It in English.</param>
/// <param name="Zh">It in Chinese.</param>
internal sealed record Bilingual(string En, string Zh)
{
    /// <summary>It in one of them.</summary>
    public string In(Language language) => language is Language.Chinese ? Zh : En;
}
