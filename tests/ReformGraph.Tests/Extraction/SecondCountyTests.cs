using System.Globalization;
using System.Security;
using System.Text.RegularExpressions;
using ReformGraph.Data.Extraction;
using ReformGraph.Domain.Quantities;
using ReformGraph.Tests.Reports;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Extraction;

/// <summary>The proposals for the report of another fictional county, with tables by year and by plan. Its key says of every quantity
/// what it is.</summary>
public sealed partial class SecondCountyTests : IDisposable
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/ReformGraph.Tests/Extraction/SecondCounty");
    private static readonly string Text = File.ReadAllText(Path.Combine(Folder, "report.txt"));

    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public void Every_quantity_is_as_the_key_says() =>
        Assert.Equal(File.ReadAllLines(Path.Combine(Folder, "key.txt")), Rows(new(Text, Text.Length)).Select(Shown));

    [Fact]
    public void Its_Word_file_has_the_same_quantities()
    {
        var word = WordDocument.Read(WordDocument.Make(string.Concat(Text.TrimEnd('\n').Split('\n')
            .Select(line => line.Contains('\t') ? $"<w:tbl>{Row(line)}</w:tbl>" : Paragraph(line))).Replace("</w:tbl><w:tbl>", "",
                StringComparison.Ordinal)));
        Assert.Equal(Text, word.Text);
        Assert.Equal(Rows(new(Text, Text.Length)).Select(Shown), Rows(word).Select(Shown));

        static string Paragraph(string text) => $"<w:p><w:r><w:t>{SecurityElement.Escape(text)}</w:t></w:r></w:p>";

        static string Row(string line) =>
            $"<w:tr>{string.Concat(line.Split('\t').Select(cell => $"<w:tc>{Paragraph(cell)}</w:tc>"))}</w:tr>";
    }

    [Fact]
    public void The_checks_of_the_key_are_proposed_and_no_others() => Assert.Equal(File.ReadAllLines(Path.Combine(Folder, "checks.txt")),
        CheckProposals.From(Rows(new(Text, Text.Length)), [])
            .Select(check => $"{CheckWriter.FormulaOf(check)} {DraftWriter.NameOf(CheckProposals.ResultOf(check)!.Value)}"));

    [Fact]
    public async Task Every_quantity_that_is_read_can_be_a_figure()
    {
        var wordings = Rows(new(Text, Text.Length)).Where(row => row.Quantity is not null).Select(row => row.Wording).Distinct().ToList();
        var done = await SampleReport.AddAsync(database.Path, Text, SampleReport.Draft(Text,
            wordings.Index().ToDictionary(one => one.Item, one => $"indicator-{one.Index}")));
        Assert.Equal((0, wordings.Count), (done.RefusedCells.Total, done.Figures.Total));
    }

    private static List<DraftRow> Rows(ReportContent report) => [.. ReportDraft.Make(report, all: false)];

    private static string Shown(DraftRow row)
    {
        var cells = DraftWriter.Columns.Zip(DraftWriter.Cells(row).Select(cell => cell.Text)).ToDictionary();
        return Spaces().Replace(string.Create(CultureInfo.InvariantCulture,
            $"{row.Start} {row.Wording} {cells["value"]} {Shown(row.Quantity?.Bounds)} {cells["unit"]} {cells["measureWord"]} " +
            $"{cells["precision"]} | {cells["kind"]} {cells["direction"]} {cells["role"]} | {row.Period} | {row.Note}"), " ").Trim();
    }

    private static string Shown(Interval? bounds) => bounds is not { } known ? "(,)" :
        $"{(known.LowerIncluded ? '[' : '(')}{Shown(known.Lower)},{Shown(known.Upper)}{(known.UpperIncluded ? ']' : ')')}";

    private static string Shown(decimal? bound) => bound is { } number ? DraftWriter.TextOf(number) : string.Empty;

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}
