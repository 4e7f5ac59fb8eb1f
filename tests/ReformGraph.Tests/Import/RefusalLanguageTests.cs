using System.Text.RegularExpressions;
using ReformGraph.Domain.Rules;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>Every error is available in both languages.</summary>
public sealed partial class RefusalLanguageTests
{
    private static readonly string[] Folders =
    [
        "src/ReformGraph.Data/Derivations/", "src/ReformGraph.Data/Import/", "src/ReformGraph.Data/Tables/",
        "src/ReformGraph.Domain/Derivations/", "src/ReformGraph.Domain/Rules/",
    ];

    [Fact]
    public void Whoever_refuses_a_cell_or_a_table_says_so_in_English_and_in_Chinese()
    {
        var pairs = Repository.Files
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && Folders.Any(folder =>
                file.StartsWith(folder, StringComparison.Ordinal)) && !file.EndsWith("ColumnHeading.cs", StringComparison.Ordinal))
            .SelectMany(file => Pair().Matches(Repository.Read(file))
            .Select(match => (File: file, En: match.Groups[1].Value, Zh: match.Groups[2].Value)))
            .Where(pair => Chinese().IsMatch(pair.Zh) || Chinese().IsMatch(pair.En)).ToList();
        Assert.InRange(pairs.Count, 80, 1_000);
        Assert.All(pairs, pair => Assert.False(Chinese().IsMatch(Code().Replace(pair.En, "")), $"{pair.File}: {pair.En}"));
        Assert.All(pairs, pair => Assert.True(Chinese().IsMatch(pair.Zh), $"{pair.File}: {pair.En}"));
    }

    [Fact]
    public void A_text_in_both_languages_has_no_other_in_one()
    {
        var constructor = Assert.Single(typeof(Bilingual).GetConstructors());
        Assert.All(constructor.GetParameters(), parameter => Assert.False(parameter.IsOptional));
        Assert.Equal(("a", "甲"), (new Bilingual("a", "甲").In(Language.English), new Bilingual("a", "甲").In(Language.Chinese)));
    }

    // Two texts that are given one after the other, as those of a Bilingual are.
    [GeneratedRegex("""(?<!Label)\(\s*\$?"((?:[^"\\]|\\.)*)",\s*\$?"((?:[^"\\]|\\.)*)"\s*\)""")]
    private static partial Regex Pair();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Code();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
