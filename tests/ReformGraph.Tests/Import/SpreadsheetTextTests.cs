using System.Text;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Entities;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>CSV as Chinese and European spreadsheets write it.</summary>
public sealed class SpreadsheetTextTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{
    private const string Progress = "reform-tasks.progress", Value = "asset-handovers.bookValue", Area =
        "asset-handovers.floorArea", Position = "check-inputs.position", Day = "risk-villages.assessedOn", Synthetic =
        "risk-villages.synthetic";
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static TheoryData<byte[], string, string> Encoded() => new()
    {
        { Encoding.UTF8.GetBytes("编码,牵头领导\nRV-H-001,王某\n"), "UTF-8", "," },
        { [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("编码;牵头领导\r\nRV-H-001;王某\r\n")], "UTF-8", ";" },
        { Gb18030.GetBytes("编码,牵头领导\r\nRV-H-001,王某\r\n"), "GB18030", "," },
        { Gb18030.GetBytes("code,leadOfficial\r\nRV-H-001,王某\r\n"), "GB18030", "," },
        { Gb18030.GetBytes("sep=;\r\n编码;牵头领导;\r\nRV-H-001;王某;\r\n;;\r\n;;\r\n"), "GB18030", ";" },
        { [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("编码\t牵头领导\r\nRV-H-001\t王某\r\n")], "UTF-16", "tab" },
        { [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("sep=|\ncode|leadOfficial\nRV-H-001|\"王某\"\n")],
            "UTF-16BE", "|" },
    };

    [Theory]
    [MemberData(nameof(Encoded))]
    public async Task The_encoding_and_the_separator_are_found_out_and_named_in_the_report(byte[] file, string encoding, string separator)
    {
        var report = await Importing.RunAsync(database.Path, "risk-villages", file, dryRun: true);
        Assert.Equal((encoding, separator), (report.Source.Encoding, report.Source.Separator));
        Assert.Equal("leadOfficial=王某",
            string.Join(' ', Assert.Single(report.Changed.Listed).Fields!.Select(field => $"{field.Column}={field.After}")));
        Assert.Equal((1, 0), (report.Rows, report.RefusedCells.Total));
    }

    [Fact]
    public async Task An_encoding_that_is_named_is_the_one_by_which_a_table_is_read()
    {
        var file = Gb18030.GetBytes("code,leadOfficial\nRV-H-001,王某\n");
        var report = await Importing.RunAsync(database.Path, "risk-villages", file, dryRun: true,
            asked: request => request with { Encoding = TextEncoding.Gb18030 });
        Assert.Equal("GB18030", report.Source.Encoding);
        var refused = await Assert.ThrowsAsync<TableException>(() => Importing.RunAsync(database.Path, "risk-villages", file, dryRun: true,
            asked: request => request with { Encoding = TextEncoding.Utf8 }));
        Assert.Contains("line 2: \"RV-H-001,", refused.Say("line"), StringComparison.Ordinal);
        refused = await Assert.ThrowsAsync<TableException>(() => Importing.RunAsync(
            database.Path, "risk-villages", [.. "code\nA\n"u8, 0xFF, .. "\n"u8], dryRun: true,
                asked: request => request with { Encoding = TextEncoding.Gb18030 }));
        Assert.Equal("line 3: expected text in GB18030, according to charset or the byte order mark.", refused.Say("line"));
        refused = await Assert.ThrowsAsync<TableException>(() => Importing.RunAsync(database.Path, "risk-villages",
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("code\nA\n"), 0x00, 0xD8, .. "x\0"u8], dryRun: true));
        Assert.Equal("line 3: expected text in UTF-16, according to charset or the byte order mark.", refused.Say("line"));
    }

    // Where the editions of 2000 and of 2022 differ: private use in the former.
    [Theory]
    [InlineData("A8BC", 0xE7C7)]
    [InlineData("8135F437", 0x1E3F)]
    [InlineData("A6D9", 0xE78D)]
    [InlineData("84318236", 0xFE10)]
    [InlineData("FE59", 0xE81E)]
    [InlineData("FE90", 0xE854)]
    [InlineData("FEA0", 0xE864)]
    [InlineData("AAA1", 0xE000)]
    [InlineData("80", 0x20AC)]
    [InlineData("A2E3", 0x20AC)]
    [InlineData("8180", 0x4E90)]
    [InlineData("90308130", 0x10000)]
    public void GB18030_is_read_in_the_edition_of_2000_and_0x80_as_Excel_writes_the_euro_sign(string bytes, int character) =>
        Assert.Equal(char.ConvertFromUtf32(character) + "x",
            TextEncoding.Gb18030.Strict.GetString([.. Convert.FromHexString(bytes), (byte)'x']));

    [Theory]
    [InlineData("FF")]
    [InlineData("81")]
    [InlineData("8130FF30")]
    [InlineData("E3329A36")]
    public void What_is_not_of_GB18030_is_not_taken_for_it(string bytes) =>
        Assert.Equal(2, TextEncoding.Gb18030.FirstLineNotOf(new MemoryStream([.. "a\n"u8, .. Convert.FromHexString(bytes)])));

    [Fact]
    public void Whatever_bytes_a_table_has_it_is_read_or_refused()
    {
        string[] pieces = ["编码", "code", "level", "风险等级", "sep=;", ",", ";", "\t", "\r\n", "\n", "\"", "RV-H-001", "LOW",
            "低风险", "'", "=1",
            "2026/1/2", "\0", "\uFEFF", "€"];
        Encoding[] encodings = [new UTF8Encoding(false), Gb18030, Encoding.Unicode, Encoding.BigEndianUnicode];
        var (read, refused) = (0, 0);
        for (var seed = 0; seed < 1_000; seed++)
        {
            var random = new Random(seed);
            var encoding = encodings[random.Next(encodings.Length)];
            var bytes = encoding.GetBytes(
                "code,level\n" + string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)])));
            byte[] file = [.. random.Next(2) == 0 ? encoding.GetPreamble() : [], .. bytes];
            for (var edits = random.Next(3); edits > 0; edits--)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            try
            {
                var given = random.Next(4) == 0 ? TextEncoding.All[random.Next(TextEncoding.All.Count)] : null;
                using var table = CsvTable.Imported(new MemoryStream(file), Importing.Options() with { Encoding = given });
                read += table.Rows.Count() >= 0 ? 1 : 0;
            }
            catch (TableException)
            {
                refused++;
            }
        }

        Assert.True(read > 50 && refused > 50, $"{read} were read and {refused} refused.");
    }

    [Fact]
    public async Task The_euro_sign_is_found_in_a_file_of_a_Chinese_Excel()
    {
        var report = await Importing.RunAsync(database.Path, "risk-villages",
            [.. Gb18030.GetBytes("编码,风险点\r\nRV-H-001,价值"), 0x80, .. "5\r\n"u8], dryRun: true);
        Assert.Equal("价值€5", report.Changed.Listed[0].Fields![0].After);
    }

    [Fact]
    public async Task Rows_of_separators_only_are_passed_over_at_the_end_and_nowhere_else()
    {
        Assert.Equal(1, (await Importing.RunAsync(database.Path, "risk-villages", "code,level\nRV-H-001,LOW\n,\n,\n", dryRun: true)).Rows);
        var report = await Importing.RunAsync(database.Path, "risk-villages", "code,level\nRV-H-001,LOW\n,\nRV-H-002,LOW\n", dryRun: true);
        Assert.Equal((3, "3 code REQUIRED"), (report.Rows,
            $"{report.RefusedCells.Listed[0].Row} {report.RefusedCells.Listed[0].Column} {report.RefusedCells.Listed[0].Rule}"));
    }

    [Theory]
    [InlineData("code,,level\nA,,LOW\n", "line 1: empty; expected a name in every heading except the last ones.")]
    [InlineData("code,level,\nRV-H-001,LOW,x\n", "line 2: \"x\"; expected values only in columns with a heading.")]
    [InlineData("sep=:\ncode:level\n", "line 1: \":\"; expected sep= with a comma, a semicolon, a tab or a vertical bar.")]
    [InlineData("sep=;\ncode;level\nA;LOW;x\n", "line 3: \"A;LOW;x\"; expected 2 cells, not 3.")]
    public async Task What_is_no_table_is_refused_with_its_line(string text, string expected)
    {
        var refused =
            await Assert.ThrowsAsync<TableException>(() => Importing.RunAsync(database.Path, "risk-villages", text, dryRun: true));
        Assert.Equal(expected, refused.Say("line"));
    }

    [Theory]
    [InlineData(Day, "2026/1/2", "2026-01-02")]
    [InlineData(Day, "2026-1-2", "2026-01-02")]
    [InlineData(Day, "2026.1.2", "2026-01-02")]
    [InlineData(Day, "2026年1月2日", "2026-01-02")]
    [InlineData(Day, "２０２６年１月２日", "2026-01-02")]
    [InlineData(Day, " 2026/01/02 0:00 ", "2026-01-02")]
    [InlineData(Day, "2026/1/2 8:30", "TYPE")]
    [InlineData(Day, "2026/2/30", "TYPE")]
    [InlineData(Day, "2026/1-2", "TYPE")]
    [InlineData(Day, "2026年1月", "TYPE")]
    [InlineData(Day, "1/2/2026", "AMBIGUOUS")]
    [InlineData(Day, "31.10.2020", "AMBIGUOUS")]
    [InlineData(Day, "26-1-2", "AMBIGUOUS")]
    [InlineData(Value, "1,234.5", "1234.5")]
    [InlineData(Value, "1,234", "1234")]
    [InlineData(Value, "1 234 567.5", "1234567.5")]
    [InlineData(Value, "１，２３４．５", "1234.5")]
    [InlineData(Value, "－５", "-5")]
    [InlineData(Value, "(1,234.50)", "-1234.5")]
    [InlineData(Value, "¥1,234.50", "1234.5")]
    [InlineData(Value, "￥12.5万元", "125000")]
    [InlineData(Value, "12.5 亿", "1250000000")]
    [InlineData(Value, "5.", "5")]
    [InlineData(Value, ".5", "0.5")]
    [InlineData(Value, "0.12345", "TYPE")]
    [InlineData(Value, "12,34", "TYPE")]
    [InlineData(Value, "0,123", "TYPE")]
    [InlineData(Value, "1,2345", "TYPE")]
    [InlineData(Value, "1.234,5", "TYPE")]
    [InlineData(Value, "1/2", "TYPE")]
    [InlineData(Value, "1.5E3", "TYPE")]
    [InlineData(Value, "--5", "TYPE")]
    [InlineData(Value, "9999999999999999万亿", "TYPE")]
    [InlineData(Value, "1亿亿亿亿", "UNIT")]
    [InlineData(Value, "12.5%", "UNIT")]
    [InlineData(Value, "12.5美元", "UNIT")]
    [InlineData(Value, "99999999999999999999999999999", "TYPE")]
    [InlineData(Progress, "１２．５％", "12.5")]
    [InlineData(Progress, "125‰", "12.5")]
    [InlineData(Area, "12.5㎡", "12.5")]
    [InlineData(Area, "5亩", "3333.3333")]
    [InlineData(Area, "3亩", "2000")]
    [InlineData(Area, "0.12万亩", "800000")]
    [InlineData(Area, "1.5公顷", "15000")]
    [InlineData(Area, "0.3平方公里", "300000")]
    [InlineData(Area, "99999999999999万亿公顷", "UNIT")]
    [InlineData(Area, "99999999999999万亿平方公里", "UNIT")]
    [InlineData(Area, "5吨", "UNIT")]
    [InlineData(Area, "约120平方米", "AMBIGUOUS")]
    [InlineData(Area, "120余㎡", "AMBIGUOUS")]
    [InlineData(Value, "50万元以上", "AMBIGUOUS")]
    [InlineData(Position, "约3个", "AMBIGUOUS")]
    [InlineData(Position, "3多", "AMBIGUOUS")]
    [InlineData(Position, "１", "1")]
    [InlineData(Position, "01", "TYPE")]
    [InlineData(Position, "1.5", "TYPE")]
    [InlineData(Position, "1,000", "1000")]
    [InlineData(Position, "99999999999", "TYPE")]
    [InlineData(Synthetic, "是", "true")]
    [InlineData(Synthetic, "否", "false")]
    [InlineData(Synthetic, "TRUE", "true")]
    [InlineData(Synthetic, "1", "TYPE")]
    [InlineData("risk-villages.level", "高风险", "HIGH")]
    [InlineData("risk-villages.level", "low", "LOW")]
    [InlineData("risk-villages.level", "高", "TYPE")]
    [InlineData("risk-villages.leadOfficial", "１，２", "１，２")]
    public void A_value_is_read_as_spreadsheets_write_it_or_refused(string field, string text, string expected) =>
        Assert.Equal(expected, Stored(field, text, NumberNotation.Usual));

    [Theory]
    [InlineData("1,234", '.', false, "AMBIGUOUS")]
    [InlineData("1.234", '.', false, "AMBIGUOUS")]
    [InlineData("1.234 元", '.', false, "AMBIGUOUS")]
    [InlineData("1,234.5", '.', false, "1234.5")]
    [InlineData("1.5", '.', false, "1.5")]
    [InlineData("1,5", '.', false, "TYPE")]
    [InlineData("1,5", ',', true, "1.5")]
    [InlineData("1.234,5", ',', true, "1234.5")]
    [InlineData("1.234", ',', true, "1234")]
    [InlineData("1\u00A0234,5", ',', true, "1234.5")]
    [InlineData("1,234", ',', true, "1.234")]
    [InlineData("1,234.5", ',', true, "TYPE")]
    [InlineData("1.234", '.', true, "1.234")]
    public void A_decimal_comma_is_read_where_it_is_named_and_what_may_be_either_is_refused(string text, char point, bool isSettled,
        string expected) =>
        Assert.Equal(expected, Stored(Value, text, new(point, isSettled)));

    [Fact]
    public async Task A_decimal_comma_is_refused_with_what_would_take_it()
    {
        const string table = "code;bookValue\nAH-G-001;1,5\nAH-G-002;1,234\n";
        var report = await Importing.RunAsync(database.Path, "asset-handovers", table, dryRun: true);
        Assert.Equal(["2 TYPE", "3 AMBIGUOUS"], report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Rule}"));
        Assert.All(report.RefusedCells.Listed,
            cell => Assert.Contains("decimal=,", cell.Message.En + cell.Message.Zh, StringComparison.Ordinal));
        report = await Importing.RunAsync(database.Path, "asset-handovers", Encoding.UTF8.GetBytes(table), dryRun: true,
            asked: request => request with { Decimal = ',' });
        Assert.Equal(["1.5", "1.234"], report.Changed.Listed.Select(row => row.Fields![0].After));
    }

    [Fact]
    public async Task Full_width_signs_of_a_code_are_folded_unless_the_row_is_called_so()
    {
        var report = await Importing.RunAsync(database.Path, "risk-villages",
            "code,level,county\nＲＶ－Ｈ－００１,HIGH,ｃｏｕｎｔｙ\n", dryRun: true);
        Assert.Equal((1, 0), (report.Unchanged, report.RefusedCells.Total));
        using var own = new SeededDatabase();
        await using var context = own.Open();
        await context.Database.ExecuteSqlRawAsync("UPDATE \"RiskVillages\" SET \"Code\" = 'ＲＶ１' WHERE \"Code\" = 'RV-H-001'");
        report = await Importing.RunAsync(own.Path, "risk-villages", "code,level,county\nＲＶ１,HIGH,county\nＲＶ２,HIGH,county\n");
        Assert.Equal((1, "ＲＶ２"), (report.Unchanged, report.Created.Listed[0].Key));
        Assert.True(await context.Set<RiskVillage>().AnyAsync(village => village.Code == "RV2"));
    }

    private static string Stored(string field, string text, NumberNotation numbers)
    {
        var (value, problem) = ImportValue.Read(Importing.Options(field.Split('.')[0]).Headings.Find(field.Split('.')[1])!, text, numbers);
        return problem?.Rule ?? CellValue.TextOf(value);
    }
}
