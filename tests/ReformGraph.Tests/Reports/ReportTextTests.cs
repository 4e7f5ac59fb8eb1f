using ReformGraph.Data.Errors;
using ReformGraph.Data.Reports;
using ReformGraph.Domain.Reports;
using Xunit;

namespace ReformGraph.Tests.Reports;

public sealed class ReportTextTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    [Fact]
    public void Sentences_end_at_the_full_stop_or_at_the_end_of_the_line()
    {
        Assert.Equal(["标题", "甲。", "乙丙", "丁。", "戊"], Text("标题\n甲。乙丙\n丁。\n\n戊").Sentences);
    }

    [Fact]
    public void Positions_count_characters_and_not_their_halves()
    {
        var text = Text("😀一。😀12个。");
        Assert.Equal("12个", text.Passage(4, 3));
        Assert.Equal("😀12个。", text.SentenceAt(4, 3));
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(3, 1)]
    [InlineData(2, 100)]
    [InlineData(-1, 1)]
    [InlineData(1, 0)]
    public void A_passage_outside_one_sentence_is_in_none(int start, int length) =>
        Assert.Null(Text("一二。\n三。").SentenceAt(start, length));

    [Fact]
    public void A_file_that_cannot_be_read_is_refused()
    {
        Assert.Throws<StartupException>(() => ReportFile.Read(path + ".missing"));
        File.WriteAllBytes(path, [0xFF, 0xFF]);
        Assert.Throws<StartupException>(() => ReportFile.Read(path));
    }

    public void Dispose() => File.Delete(path);

    private ReportText Text(string text)
    {
        File.WriteAllText(path, text);
        return ReportFile.Read(path);
    }
}
