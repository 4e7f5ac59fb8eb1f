using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Commands;
using ReformGraph.Data.Reports;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Reports;
using ReformGraph.Tests.Seeding;
using ReformGraph.Tests.Writes;
using Spectre.Console;
using Xunit;

namespace ReformGraph.Tests.Reports;

public sealed class SourceVerificationTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{
    private static string Report => FactIfReportAttribute.File!;

    [FactIfReport]
    public async Task Every_figure_and_initiative_fits_the_report()
    {
        var (exitCode, output) = await RunAsync(Report);
        Assert.Equal(0, exitCode);
        Assert.Contains("174 of 174 match", output, StringComparison.Ordinal);
    }

    [FactIfReport]
    public async Task A_changed_number_is_found_and_named()
    {
        var (exitCode, output) = await RunOnAsync(text => text.Replace("高风险13个", "高风险14个", StringComparison.Ordinal));
        Assert.Equal(1, exitCode);
        Assert.Contains("Mismatch: figure high-risk-villages: the passage reads 14个", output, StringComparison.Ordinal);
        Assert.Contains("Mismatch: figure low-risk-villages: the sentence has changed", output, StringComparison.Ordinal);
        Assert.Contains("not the document of any report", output, StringComparison.Ordinal);
    }

    [FactIfReport]
    public async Task A_short_name_that_the_sentence_does_not_have_is_found()
    {
        using var own = new SeededDatabase();
        await WriteServer.RecordAsync(own.Path, context =>
            context.Set<Initiative>().Single(row => row.Code == "six-ledgers").ShortName = "七本台账");
        await using var context = own.Open();
        var mismatch = Assert.Single((await SourceVerification.RunAsync(context, ReportFile.Read(Report))).Mismatches);
        Assert.Equal(("six-ledgers", "the sentence does not have the short name 七本台账"), (mismatch.Code, mismatch.Mismatch));
    }

    [FactIfReport]
    public async Task A_text_that_is_cut_short_is_found()
    {
        var (exitCode, output) = await RunOnAsync(text => text[..2000]);
        Assert.Equal(1, exitCode);
        Assert.Contains("the text ends before the passage", output, StringComparison.Ordinal);
    }

    [FactIfReport]
    public async Task A_change_outside_every_passage_is_found_by_the_hash_of_the_document()
    {
        var (exitCode, output) = await RunOnAsync(text => text + "\n");
        Assert.Equal(1, exitCode);
        Assert.Contains("174 of 174 match", output, StringComparison.Ordinal);
        Assert.Contains("not the document of any report", output, StringComparison.Ordinal);
    }

    [FactIfReport]
    public async Task Every_sentence_of_a_locator_is_found_in_the_document()
    {
        await using var context = database.Open();
        var sentences = new TextsByHash(ReportFile.Read(Report!), context.Set<Report>().Select(report => report.Sha256),
            _ => null);
        var locators = await context.Set<Locator>().ToListAsync();
        Assert.All(locators, locator => Assert.EndsWith("。", sentences.Find(locator.SentenceSha256), StringComparison.Ordinal));
        Assert.Null(sentences.Find("no hash"));
        Assert.Null(new TextsByHash(ReportFile.Read(Report!), [], _ => null).Find(locators[0].SentenceSha256));
    }

    [Fact]
    public void A_given_text_is_found_as_a_whole_and_by_its_sentences()
    {
        var text = new ReportText("甲。乙。\n");
        var texts = new TextsByHash(text, [text.Sha256], _ => null);
        Assert.Equal(text.Whole, texts.Find(text.Sha256));
        Assert.Equal("乙。", texts.Find(ReportText.Hash("乙。")));
    }

    [Fact]
    public void Without_a_document_no_sentence_is_found() => Assert.Null(new TextsByHash(null, ["any"], _ => null).Find("any"));

    [Fact]
    public async Task Any_other_text_proves_nothing()
    {
        var (exitCode, output) = await RunTextAsync("一个别的文本。");
        Assert.Equal(1, exitCode);
        Assert.Contains("0 of 174 match", output, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output)> RunOnAsync(Func<string, string> tamper) => RunTextAsync(tamper(File.ReadAllText(Report)));

    private async Task<(int ExitCode, string Output)> RunTextAsync(string text)
    {
        var path = Path.Combine(database.Folder, Path.GetRandomFileName());
        await File.WriteAllTextAsync(path, text);
        return await RunAsync(path);
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string path)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 200;
        var command = VerifySourceCommand.Create(_ => Task.FromResult(database.Open()), console);
        var exitCode = await new RootCommand { command }.Parse(["verify-source", path]).InvokeAsync();
        return (exitCode, output.ToString());
    }
}
