using ReformGraph.Data.Tables;
using ReformGraph.Data.Tables.Xlsx;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>What is seen of a number in a sheet is what is stored, or the cell is refused by its rule.</summary>
public sealed class NumberFormatTests
{
    private const string Progress = "reform-tasks.progress", Value = "asset-handovers.bookValue", Area = "asset-handovers.floorArea", Year =
        "figures.year", Computed = "figures.value";
    private const string Code = "risk-villages.code", Text = "risk-villages.leadOfficial", Day = "risk-villages.assessedOn";

    [Theory]
    [InlineData("0.0%", "0.125", Progress, "12.5")]
    [InlineData("0%", "0.13", Progress, "13")]
    [InlineData("0%", "0.125", Progress, "FORMAT")]
    [InlineData("0 %", "0.5", Progress, "50")]
    [InlineData("0.00%;[Red]-0.00%", "0.5", Progress, "50")]
    [InlineData("0.0\"%\"", "12.5", Progress, "12.5")]
    [InlineData("General", "12.5", Progress, "12.5")]
    [InlineData("0.0\"‰\"", "125", Progress, "12.5")]
    [InlineData("0.0‰", "125", Progress, "12.5")]
    [InlineData("0.0%", "0.125", Value, "UNIT")]
    [InlineData("0.0%", "0.125", Computed, "UNIT")]
    [InlineData("0.00\"万元\"", "12.5", Value, "125000")]
    [InlineData("0.00万元", "12.5", Value, "125000")]
    [InlineData("General\"万元\"", "12.5", Value, "125000")]
    [InlineData("¥0.00\"万\"", "12.5", Value, "125000")]
    [InlineData("0.00\"亿元\"", "1.5", Value, "150000000")]
    [InlineData("0!.0,\"万元\"", "125000", Value, "125000")]
    [InlineData("0\".\"0,\"万\"", "125000", Value, "125000")]
    [InlineData("[>=10000]0.0,\"千元\";0\"元\"", "125000", Value, "125000")]
    [InlineData("0.00\"万元\"", "12.5", Area, "UNIT")]
    [InlineData("0.00\"万元\"", "12.5", Progress, "UNIT")]
    [InlineData("0.0\"㎡\"", "12.5", Area, "12.5")]
    [InlineData("0.0\"万平方米\"", "12.5", Area, "125000")]
    [InlineData("0\"亩\"", "5", Area, "3333.3333")]
    [InlineData("0\"吨\"", "5", Area, "UNIT")]
    [InlineData("#,##0", "1234567", Value, "1234567")]
    [InlineData("#,##0.0", "1234.5", Value, "1234.5")]
    [InlineData("#,##0", "1234.5", Value, "FORMAT")]
    [InlineData("#,##0,", "1000000", Value, "FORMAT")]
    [InlineData("0.00E+00", "123000", Value, "123000")]
    [InlineData("0.00E+00", "123456", Value, "FORMAT")]
    [InlineData("##0.0E+0", "123000", Value, "123000")]
    [InlineData("¥#,##0.00", "1234.5", Value, "1234.5")]
    [InlineData("\"¥\"#,##0.00_);(\"¥\"#,##0.00)", "-1234.5", Value, "-1234.5")]
    [InlineData("[$¥-804]#,##0.00", "1234.5", Value, "1234.5")]
    [InlineData("[$￥-804]#,##0.00;[Red]-[$￥-804]#,##0.00", "-5", Value, "-5")]
    [InlineData("_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* \"-\"??_ ;_ @_ ", "1234.5", Value, "1234.5")]
    [InlineData("_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* \"-\"??_ ;_ @_ ", "0", Value, "0")]
    [InlineData("[$$-409]#,##0.00", "1234.5", Value, "UNIT")]
    [InlineData("General;[Red]-General", "-5", Value, "-5")]
    [InlineData("0.0;;", "-5", Value, "FORMAT")]
    [InlineData(";;;", "5", Value, "FORMAT")]
    [InlineData("# ?/?", "0.5", Value, "0.5")]
    [InlineData("# ??/??", "0.3333", Value, "FORMAT")]
    [InlineData("0\\d", "5", Year, "5")]
    [InlineData("0\"年\"", "2020", Year, "2020")]
    [InlineData("0\"万\"", "2", Year, "20000")]
    [InlineData("0\"k\"", "2", Year, "UNIT")]
    [InlineData("#,##0_d", "5000", Value, "5000")]
    [InlineData("0.00\\y", "1.5", Computed, "1.5")]
    [InlineData("0.00\\y", "1.5", Value, "UNIT")]
    [InlineData("00000", "123", Code, "00123")]
    [InlineData("00000", "123", Year, "123")]
    [InlineData("000-0000", "1234567", Code, "123-4567")]
    [InlineData("0", "12.5", Text, "FORMAT")]
    [InlineData("0.00", "12.5", Text, "12.50")]
    [InlineData("0.0%", "0.125", Text, "12.5%")]
    [InlineData("@", "12.5", Text, "12.5")]
    [InlineData("[DBNum1]0", "123", Year, "123")]
    [InlineData("[DBNum1]0", "123", Text, "FORMAT")]
    [InlineData("General", "123456789012345", Code, "123456789012345")]
    [InlineData("General", "1234567890123456", Code, "DIGITS")]
    [InlineData("0", "1234567890123456", Text, "DIGITS")]
    [InlineData("General", "1E300", Value, "TYPE")]
    [InlineData("[h]:mm", "1.5", Value, "FORMAT")]
    public void A_number_is_stored_as_it_is_seen_or_refused(string format, string number, string field, string expected) =>
        Assert.Equal(expected, Stored(format, number, field));

    [Theory]
    [InlineData("e\"年\"m\"月\"", "45658", "2025-01-01")]
    [InlineData("m\"月\"", "45658", "2025-01-01")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", "44135", "2020-10-31")]
    [InlineData("yyyy年m月d日", "44135", "2020-10-31")]
    [InlineData("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "44135", "2020-10-31")]
    [InlineData("[$-804]aaaa", "44135", "2020-10-31")]
    [InlineData("yyyy/m/d aaaa", "44135", "2020-10-31")]
    [InlineData("[$-404]e/m/d", "44135", "2020-10-31")]
    [InlineData("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "44135", "2020-10-31")]
    [InlineData("yyyy-mm-dd;@", "44135", "2020-10-31")]
    [InlineData("b1yyyy", "44135", "2020-10-31")]
    [InlineData("yyyy-mm-dd", "44135.5", "TYPE")]
    [InlineData("yyyy-mm-dd", "2958465", "9999-12-31")]
    [InlineData("yyyy-mm-dd", "2958466", "TYPE")]
    [InlineData("yyyy-mm-dd", "1E300", "TYPE")]
    [InlineData("yyyy-mm-dd", "-1", "TYPE")]
    [InlineData("yyyy-mm-dd", "0", "TYPE")]
    [InlineData("yyyy-mm-dd", "1", "1900-01-01")]
    [InlineData("yyyy-mm-dd", "59", "1900-02-28")]
    [InlineData("yyyy-mm-dd", "60", "TYPE")]
    [InlineData("yyyy-mm-dd", "60.5", "TYPE")]
    [InlineData("yyyy-mm-dd", "61", "1900-03-01")]
    [InlineData("h:mm", "44135", "TYPE")]
    [InlineData("上午/下午h\"时\"mm\"分\"", "0.5", "TYPE")]
    [InlineData("mm:ss", "44135", "TYPE")]
    [InlineData("General", "44135", "TYPE")]
    [InlineData("0\\y", "44135", "TYPE")]
    public void A_day_is_stored_as_it_is_seen_or_refused(string format, string number, string expected) =>
        Assert.Equal(expected, Stored(format, number, Day));

    [Theory]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", "2020-10-31")]
    [InlineData("m\"月\"d\"日\"", "FORMAT")]
    [InlineData("h:mm", "FORMAT")]
    public void A_column_of_texts_accepts_a_date_only_if_all_of_it_is_shown(string format, string expected) =>
        Assert.Equal(expected, Stored(format, "44135", Text));

    [Fact]
    public void The_formats_that_workbooks_only_number_are_those_of_the_Chinese_Excel()
    {
        int[] days = [14, 15, 16, 17, 22, .. Enumerable.Range(27, 5), 36, 50, 51, 52, 53, 54, 57, 58];
        int[] times = [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56];
        Assert.All(days, id => Assert.Equal((id, "2020-10-31"), (id, Stored(null, "44135", Day, id))));
        Assert.All(times, id => Assert.Equal((id, "TYPE"), (id, Stored(null, "44135", Day, id))));
        Assert.All([.. times, 46], id => Assert.NotEqual("44135", Stored(null, "44135", Value, id)));
        Assert.Equal(("12", "12.5"), (Stored(null, "0.12", Progress, 9), Stored(null, "0.125", Progress, 10)));
    }

    [Fact]
    public void Whatever_code_a_format_has_its_cell_is_read_or_refused()
    {
        string[] pieces = ["0", "#", "?", ".", ",", "%", "E+0", "/", "y", "m", "d", "h", "s", "e", "a", "AM/PM", "\"", "\\", "_", "*", "!",
            "[", "]", "[h]", "[Red]", "[>1]", "[$¥-804]", "General", "@", ";", "年", "万", " ", "(", "-"];
        for (var seed = 0; seed < 3_000; seed++)
        {
            var random = new Random(seed);
            var format =
                new XlsxFormat(string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => pieces[random.Next(pieces.Length)])));
            var number = random.Next(5) switch { 0 => 0, 1 => -1.5, 2 => 44135.25, 3 => 1E15, _ => 0.125 };
            Assert.NotNull(new XlsxNumbers(from1904: false).Read(number, format, Field(seed % 2 == 0 ? Value : Text)).Text);
        }
    }

    private static string Stored(string? format, string number, string field, int? id = null)
    {
        var heading = field.Split('.')[1];
        var cell = $"<c s=\"2\"><v>{number}</v></c>";
        var styles =
            $"<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts>{(format is null ? "" : $"<numFmt numFmtId=\"164\" formatCode=\"{System.Security.SecurityElement.Escape(format)}\"/>")}</numFmts><cellXfs><xf/><xf/><xf numFmtId=\"{id ?? 164}\"/></cellXfs></styleSheet>";
        var file =
            Importing.Zip(Importing.Parts([heading], [cell]).Select(part => part.Name == "xl/styles.xml" ? (part.Name, styles) : part));
        using var table = new XlsxTable(new MemoryStream(file), Importing.Options(field.Split('.')[0]));
        var row = Assert.Single(table.Rows);
        var (value, problem) = row.Problems is { } problems
            ? (null, problems[0]) : ImportValue.Read(Field(field), row.Cells[0]!, NumberNotation.Usual);
        return problem?.Rule ?? CellValue.TextOf(value);
    }

    private static ImportField Field(string field) => Importing.Options(field.Split('.')[0]).Headings.Find(field.Split('.')[1])!;
}
