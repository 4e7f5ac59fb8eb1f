using System.Globalization;
using System.Text;
using System.Text.Json;
using ReformGraph.Data.Extraction;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Quantities;
using ReformGraph.Tests.Reports;
using Xunit;

namespace ReformGraph.Tests.Extraction;

/// <summary>The proposals for a report with a key: a fictional county's, written as offices write.</summary>
public sealed class SampleCountyTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/ReformGraph.Tests/Extraction/Sample");
    private static readonly JsonElement Key = JsonElement.Parse(File.ReadAllText(Path.Combine(Folder, "key.json")));
    private static readonly ReportContent Report = Read("report.txt");
    private static readonly int[] Judged =
        [2, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]; // wording, value to measureWord, precision, kind, direction

    [Fact]
    public void The_Word_file_has_the_text_to_the_character() =>
        Assert.Equal(File.ReadAllText(Path.Combine(Folder, "report.txt")), Read("report.docx").Text);

    [Fact]
    public void At_least_98_percent_of_the_quantities_are_found_and_at_most_2_percent_of_the_proposals_are_wrong()
    {
        var (quantities, rows) = (Key.GetProperty("quantities").EnumerateArray().ToList(), ReportDraft.Make(Report, all: false).ToList());
        var wanted = quantities.Select(
            quantity => (quantity.GetProperty("offset").GetInt32(), quantity.GetProperty("wording").GetString()!)).ToHashSet();
        var wrong = rows.Where(row => !wanted.Contains((row.Start, row.Wording))).Select(row => $"{row.Start} {row.Wording}").ToList();
        Assert.True(rows.Count - wrong.Count >= 0.98 * wanted.Count, $"found {rows.Count - wrong.Count} of {wanted.Count}");
        Assert.True(wrong.Count <= 0.02 * rows.Count, string.Join(", ", wrong));
    }

    [Fact]
    public void At_least_97_percent_have_value_bounds_unit_direction_precision_and_kind_right()
    {
        var rows = ReportDraft.Make(Report, all: false).ToDictionary(row => row.Start);
        var quantities = Key.GetProperty("quantities").EnumerateArray().ToList();
        var differing = quantities.Select(quantity => (Expected: Expected(quantity),
            Actual: rows.TryGetValue(quantity.GetProperty("offset").GetInt32(), out var row) ? Actual(row) : null))
            .Where(pair => pair.Expected != pair.Actual).Select(pair => $"{pair.Expected}\n{pair.Actual}").ToList();
        Assert.True(differing.Count <= 0.03 * quantities.Count, string.Join("\n", differing));
    }

    [Fact]
    public void The_checks_of_the_key_are_proposed_and_few_others()
    {
        var at = Key.GetProperty("quantities").EnumerateArray().Where(quantity => quantity.TryGetProperty("id", out _))
            .ToDictionary(quantity => quantity.GetProperty("id").GetString()!, quantity => quantity.GetProperty("offset").GetInt32());
        var proposed = CheckProposals.From(ReportDraft.Make(Report, all: false), [])
            .Select(check => $"{check.ActualBy} {check.Stated.Start}: {string.Join(' ', check.Actual.Select(row => row.Start))}").ToList();
        var wanted = Key.GetProperty("checks").EnumerateArray()
            .Select(check => check.GetProperty("rule").GetString() switch
            {
                "SUM" => $"Sum {At(check, "total")}: " +
                    string.Join(' ', check.GetProperty("parts").EnumerateArray().Select(part => at[part.GetString()!])),
                "SAME" => "SameAs " +
                    string.Join(": ", check.GetProperty("figures").EnumerateArray().Select(figure => at[figure.GetString()!])),
                "SHARE" => $"Ratio {At(check, "share")}: {At(check, "part")} {At(check, "whole")}",
                "CHANGE_RATE" => $"PercentageChange {At(check, "rate")}: {At(check, "before")} {At(check, "after")}",
                _ => $"Difference {At(check, "change")}: {At(check, "after")} {At(check, "before")}",
            }).ToList();
        Assert.Empty(wanted.Except(proposed));
        Assert.True(proposed.Count <= wanted.Count + 3, string.Join('\n', proposed.Except(wanted)));

        int At(JsonElement check, string member) => at[check.GetProperty(member).GetString()!];
    }

    [Fact]
    public void A_rate_of_change_from_zero_is_not_proposed_as_a_check()
    {
        const string text = "总结\n养老中心由0个增加到4个，增长100%。学校由5所增加到6所，增长20%。\n";
        var draft = ReportDraft.Make(new(text, text.Length), all: false).ToList();
        var check = Assert.Single(CheckProposals.From(draft, []), check => check.ActualBy is Derivation.PercentageChange);
        Assert.Equal(("20%", CheckStatus.Holds), (check.Stated.Wording, CheckProposals.ResultOf(check)));
    }

    [Fact]
    public void Every_digit_of_the_key_that_is_no_quantity_has_its_row_when_all_are_asked_for()
    {
        var rows = ReportDraft.Make(Report, all: true).ToList();
        Assert.Empty(Key.GetProperty("notQuantities").EnumerateArray()
            .Select(one => (Start: one.GetProperty("offset").GetInt32(),
                End: one.GetProperty("offset").GetInt32() + one.GetProperty("length").GetInt32()))
            .Where(one => !rows.Any(row => row.Kind is DraftKind.NotQuantity && row.Start < one.End && row.Start + row.Length > one.Start))
            .Select(one => $"{one.Start}"));
        Assert.DoesNotContain(rows, row => row.Kind is DraftKind.NotQuantity && row.Note is null);
    }

    [Fact]
    public void The_encoding_the_mark_and_the_ends_of_lines_change_nothing()
    {
        var plain = Report.Text;
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        Assert.Equal(plain, ReadText(gb18030.GetBytes(plain.Replace("\n", "\r\n", StringComparison.Ordinal))));
        Assert.Equal(plain,
            ReadText([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(plain.Replace("\n", "\r\n", StringComparison.Ordinal))]));
        Assert.Equal(plain, ReadText([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(plain)]));
    }

    [Fact]
    public void Offsets_count_code_points()
    {
        var rows = ReportDraft.Make(new("𡘙镇12名。\n", 8), all: false).ToList();
        Assert.Equal((2, 3), (rows[0].Start, rows[0].Length));
    }

    [FactIfReport]
    public void All_57_wordings_of_the_seeded_report_are_found_where_the_locators_say_with_the_value_of_the_seed()
    {
        var rows = ReportDraft.Make(ReportFormat.Text.Read(File.OpenRead(FactIfReportAttribute.File!), 1_000_000), all: false)
            .ToDictionary(row => row.Start);
        var starts = Records("locators").ToDictionary(row => row["code"], row => int.Parse(row["start"], CultureInfo.InvariantCulture));
        string[] inNames = ["medical-sub-centres-in-layout", "school-works-one", "school-works-four"]; // of 1+4+N and 1+4
        var stated = Records("figures").Where(row => row["wording"].Length > 0 && !inNames.Contains(row["code"])).ToList();
        Assert.Equal(57, stated.Count);
        Assert.All(stated, figure =>
        {
            var row = rows[starts[figure["locator"]]];
            Assert.Equal(figure["wording"], row.Wording);
            Assert.Equal(StatedQuantity.Parse(figure["wording"])!.Value, row.Quantity!.Value);
        });
        Assert.Equal(57, rows.Count);
    }

    private static IEnumerable<Dictionary<string, string>> Records(string entity)
    {
        var lines = Repository.Read($"seed-data/{entity}.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Skip(1).Select(line => lines[0].Split(',').Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second));
    }

    private static ReportContent Read(string file)
    {
        using var content = File.OpenRead(Path.Combine(Folder, file));
        return ReportFormat.OfFile(file)!.Read(content, 16_000_000);
    }

    private static string ReadText(byte[] file) => ReportFormat.Text.Read(new MemoryStream(file), 1_000_000).Text;

    private static string Expected(JsonElement key) => string.Join(' ',
        Text(key, "wording"), Text(key, "value"), Text(key, "lower"), Text(key, "lowerIncluded"), Text(key, "upper"),
            Text(key, "upperIncluded"),
        Text(key, "unit"), Text(key, "measureWord"), Text(key, "precision"), Text(key, "kind"), Text(key, "direction"));

    private static string Actual(DraftRow row) =>
        string.Join(' ', Judged.Select(column => DraftWriter.Cells(row)[column].Text));

    private static string Text(JsonElement key, string name) =>
        key.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value
        ? value.ToString().Replace("True", "true", StringComparison.Ordinal).Replace("False", "false", StringComparison.Ordinal) : "";
}
