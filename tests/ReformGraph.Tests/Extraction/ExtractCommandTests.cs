using ReformGraph.Data.Errors;
using ReformGraph.Tests.Docs;
using Xunit;

namespace ReformGraph.Tests.Extraction;

public sealed class ExtractCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("extract-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_draft_is_written_to_a_file_and_nothing_else_is()
    {
        var blocks = Markdown.Blocks("docs/your-county.md").ToList();
        await File.WriteAllTextAsync(PathOf("report.txt"), blocks.Single(block => block.Language == "text").Text);
        Assert.Equal(0, await CommandLine.RunAsync(["extract", PathOf("report.txt"), "--out", PathOf("draft.csv")]));
        Assert.Equal(0, await CommandLine.RunAsync(["extract", PathOf("report.txt"), "--out", PathOf("draft.xlsx"), "--all"]));
        Assert.Equal(blocks.Single(block => block.Language == "csv").Text,
            (await File.ReadAllTextAsync(PathOf("draft.csv"))).ReplaceLineEndings("\n"));
        Assert.Equal(["draft.csv", "draft.xlsx", "report.txt"],
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("report.pdf", "draft.csv", "The name of the report must end with .txt or .docx.")]
    [InlineData("report.txt", "draft.doc", "--out must end with .csv or .xlsx.")]
    [InlineData("missing.txt", "draft.csv", "The file cannot be read or written: ")]
    [InlineData("report.docx", "draft.csv", "report.docx, line 1: expected a complete Word file (DOCX).")]
    [InlineData("bad.txt", "draft.csv", "bad.txt, line 2: expected text in UTF-8 or GB18030.")]
    public async Task What_cannot_be_read_is_reported_in_a_sentence_and_leaves_the_draft_as_it_was(string report, string draft,
        string message)
    {
        await File.WriteAllTextAsync(PathOf("report.txt"), "12名");
        await File.WriteAllTextAsync(PathOf("report.docx"), "12名");
        await File.WriteAllBytesAsync(PathOf("bad.txt"), [.. "一\n"u8, 0xFF, 0xFF]);
        await File.WriteAllTextAsync(PathOf(draft), "edited");
        var refusal =
            await Assert.ThrowsAsync<StartupException>(() => CommandLine.RunAsync(["extract", PathOf(report), "--out", PathOf(draft)]));
        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal("edited", await File.ReadAllTextAsync(PathOf(draft)));
    }

    private string PathOf(string file) => Path.Combine(folder, file);
}
