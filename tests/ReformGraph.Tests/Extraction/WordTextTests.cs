using ReformGraph.Data.Extraction;
using Xunit;

namespace ReformGraph.Tests.Extraction;

/// <summary>The text of a Word file is what a reader of Word sees.</summary>
public sealed class WordTextTests
{
    private const string Three = "<w:r><w:t>3</w:t></w:r>", Five = "<w:r><w:t>5名</w:t></w:r>";

    public static TheoryData<string, string, string> Inline { get; } = new()
    {
        { "inserted text", $"<w:ins>{Three}</w:ins>{Five}", "35名" },
        { "moved here", $"<w:moveTo>{Three}</w:moveTo>{Five}", "35名" },
        { "deleted text", "<w:del><w:r><w:delText>12</w:delText></w:r></w:del>" + Five, "5名" },
        { "moved away", $"<w:moveFrom>{Three}</w:moveFrom>{Five}", "5名" },
        { "a link", $"<w:hyperlink><w:ins>{Three}</w:ins></w:hyperlink>{Five}", "35名" },
        { "a control", $"<w:sdt><w:sdtPr/><w:sdtContent>{Three}</w:sdtContent></w:sdt>{Five}", "35名" },
        { "a prompt", $"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{Three}</w:sdtContent></w:sdt>{Five}", "5名" },
        { "a check box",
            "<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>" + Five, "☒5名" },
        { "a smart tag", $"<w:smartTag w:element=\"x\">{Three}</w:smartTag>{Five}", "35名" },
        { "custom XML", $"<w:customXml w:element=\"x\">{Three}</w:customXml>{Five}", "35名" },
        { "an unknown element", $"<zz:new>{Three}</zz:new>{Five}", "35名" },
        { "a simple field", $"<w:fldSimple w:instr=\"SEQ 表\">{Three}</w:fldSimple>{Five}", "35名" },
        { "a field's result", Field("PAGE", Three) + Five, "35名" },
        { "a field's code as text", $"{Mark("begin")}<w:r><w:t>8</w:t></w:r>{Mark("separate")}{Three}{Mark("end")}{Five}", "35名" },
        { "a field within a field's code",
            $"{Mark("begin")}{Field("DATE", "<w:r><w:t>8</w:t></w:r>")}{Mark("separate")}{Three}{Mark("end")}{Five}", "35名" },
        { "a circled figure", $"{Mark("begin")}<w:r><w:instrText> EQ \\o\\ac(○,1)</w:instrText></w:r>{Mark("end")}{Five}", "\uFFFC5名" },
        { "a comment",
            $"<w:commentRangeStart w:id=\"1\"/>{Three}<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r>{Five}", "35名" },
        { "a known choice", Choice("wps", "a", "b"), "a" },
        { "an unknown choice", Choice("zz", "a", "b"), "b" },
        { "a tab", $"{Three}<w:r><w:tab/></w:r>{Five}", "3\t5名" },
        { "an absolute tab", $"{Three}<w:r><w:ptab/></w:r>{Five}", "3\t5名" },
        { "a break", $"{Three}<w:r><w:br w:type=\"page\"/></w:r>{Five}", "3\n5名" },
        { "a carriage return", $"{Three}<w:r><w:cr/></w:r>{Five}", "3\n5名" },
        { "a rendered page break", $"<w:r><w:lastRenderedPageBreak/></w:r>{Three}{Five}", "35名" },
        { "a tab and a line feed in text", "<w:r><w:t>3\t5\n6</w:t></w:r>", "3\t5 6" },
        { "blanks that are not preserved", "<w:r><w:t>1 </w:t></w:r><w:r><w:t> 2</w:t></w:r>", "12" },
        { "blanks that are preserved", "<w:r><w:t xml:space=\"preserve\">1 </w:t></w:r><w:r><w:t>2</w:t></w:r>", "1 2" },
        { "a hyphen that does not break", "<w:r><w:t>2024</w:t><w:noBreakHyphen/><w:t>2025</w:t></w:r>", "2024\u20112025" },
        { "a soft hyphen", $"{Three}<w:r><w:softHyphen/></w:r>{Five}", "35名" },
        { "a symbol of Wingdings", "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>", "✓" },
        { "a symbol of Symbol", "<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r>", "≥" },
        { "a symbol of another font", "<w:r><w:sym w:font=\"Webdings\" w:char=\"F061\"/></w:r>", "\uFFFC" },
        { "ruby",
            "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>9</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>3</w:t></w:r></w:rubyBase></w:ruby></w:r>", "3" },
        { "hidden text", $"<w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r>{Five}", "5名" },
        { "text that is not hidden after all", "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>9</w:t></w:r>", "9" },
        { "a formula in a line", $"<m:oMath><m:r><m:t>13</m:t></m:r></m:oMath>{Five}", "\uFFFC5名" },
        { "a formula by itself",
            "<m:oMathPara><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath></m:oMathPara>", "1/3" },
        { "superscript", "<w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>4</w:t></w:r>", "10⁴" },
        { "struck text", "<w:r><w:rPr><w:strike/><w:caps/><w:eastAsianLayout w:combine=\"1\"/></w:rPr><w:t>3a</w:t></w:r>", "3a" },
        { "full-width digits", "<w:r><w:t>９８％</w:t></w:r>", "９８％" },
        { "a character beyond the basic plane", "<w:r><w:t>𡘙12名</w:t></w:r>", "𡘙12名" },
    };

    [Theory]
    [MemberData(nameof(Inline))]
    public void A_paragraph_has_the_text_that_is_seen(string what, string runs, string expected) =>
        Assert.Equal($"{what}: {expected}\n", $"{what}: {WordDocument.TextOf($"<w:p>{runs}</w:p>")}");

    [Fact]
    public void A_paragraph_whose_mark_is_deleted_is_joined_to_the_next()
    {
        const string deleted = "<w:pPr><w:rPr><w:del w:id=\"1\" w:author=\"a\"/></w:rPr></w:pPr>";
        Assert.Equal("35名\n", WordDocument.TextOf($"<w:p>{deleted}{Three}</w:p><w:p>{Five}</w:p>"));
        Assert.Equal("5名\n", WordDocument.TextOf(
            $"<w:p>{deleted}<w:del w:id=\"2\" w:author=\"a\"><w:r><w:delText>12</w:delText></w:r></w:del></w:p><w:p>{Five}</w:p>"));
    }

    [Fact]
    public void A_text_box_follows_the_paragraph_that_anchors_it_once()
    {
        const string box = "<w:txbxContent><w:p><w:r><w:t>7所</w:t></w:r></w:p></w:txbxContent>";
        var drawing =
            "<mc:AlternateContent><mc:Choice " +
            $"Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>" +
            $"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>";
        Assert.Equal("35名\n7所\n", WordDocument.TextOf($"<w:p>{Three}<w:r>{drawing}</w:r>{Five}</w:p>"));
        Assert.Equal("35名\n7所\n",
            WordDocument.TextOf($"<w:p>{Three}<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>{Five}</w:p>"));
    }

    [Fact]
    public void A_table_is_a_line_for_each_row()
    {
        Assert.Equal("甲\t乙\n1\t2\n", Table(Row(Cell("甲"), Cell("乙")), Row(Cell("1"), Cell("2"))));
        Assert.Equal("甲\n丙\t乙\n", Table(Row($"<w:tc>{Paragraph("甲")}{Paragraph("丙")}</w:tc>", Cell("乙"))));
        Assert.Equal("甲\t1\n\t2\n",
            Table(Row(Cell("甲", "<w:vMerge w:val=\"restart\"/>"), Cell("1")), Row(Cell("甲", "<w:vMerge/>"), Cell("2"))));
        Assert.Equal("甲\n", Table(Row(Cell("甲")), $"<w:tr><w:trPr><w:del w:id=\"1\" w:author=\"a\"/></w:trPr>{Cell("乙")}</w:tr>"));
        Assert.Equal("甲\n", Table(Row(Cell("甲")), $"<w:tr><w:trPr><w:hidden/></w:trPr>{Cell("乙")}</w:tr>"));
        Assert.Equal("甲\t乙\n",
            Table(
                $"<w:sdt><w:sdtContent><w:tr>{Cell("甲")}<w:sdt><w:sdtContent>{Cell("乙")}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>"));
        Assert.Equal("甲\n1\t2\n丙\t乙\n",
            Table(Row($"<w:tc>{Paragraph("甲")}<w:tbl>{Row(Cell("1"), Cell("2"))}</w:tbl>{Paragraph("丙")}</w:tc>", Cell("乙"))));
    }

    [Fact]
    public void Notes_stand_at_the_end_and_leave_a_character_between_digits()
    {
        const string notes = "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>" +
            "<w:footnote w:id=\"1\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>注一。</w:t></w:r></w:p></w:footnote><w:footnote " +
            "w:id=\"2\"><w:p><w:r><w:t>注二。</w:t></w:r></w:p></w:footnote>";
        const string first = "<w:r><w:footnoteReference w:id=\"1\"/></w:r>", second = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>";
        Assert.Equal("3\uFFFC5名\n注二。\n", WordDocument.TextOf($"<w:p>{Three}{second}{Five}</w:p>", footnotes: notes));
        Assert.Equal("5名\n3\n注一。\n注二。\n",
            WordDocument.TextOf($"<w:p>{Five}{first}</w:p><w:p>{second}{Three}</w:p>", footnotes: notes));
        const string endnotes = "<w:endnote w:id=\"1\"><w:p><w:r><w:t>尾注。</w:t></w:r></w:p></w:endnote>";
        var read = WordDocument.Read(WordDocument.Make($"<w:p>{Five}<w:r><w:endnoteReference w:id=\"1\"/></w:r>{first}</w:p>",
            footnotes: notes, endnotes: endnotes));
        Assert.Equal(("5名\n注一。\n尾注。\n", 3), (read.Text, read.Notes));
    }

    [Theory]
    [InlineData("chineseCounting", "第%1章", "nothing", 3, "第三章甲\n")]
    [InlineData("chineseCountingThousand", "%1、", "nothing", 105, "一百零五、甲\n")]
    [InlineData("chineseCounting", "（%1）", "space", 12, "（十二） 甲\n")]
    [InlineData("decimal", "%1.", "", 2, "2.\t甲\n")]
    [InlineData("decimalEnclosedCircle", "%1", "nothing", 3, "③甲\n")]
    [InlineData("upperLetter", "%1)", "tab", 28, "BB)\t甲\n")]
    [InlineData("lowerRoman", "%1.", "space", 14, "xiv. 甲\n")]
    [InlineData("decimalFullWidth", "%1．", "nothing", 10, "１０．甲\n")]
    [InlineData("none", "", "nothing", 1, "甲\n")]
    [InlineData("ideographDigital", "%1", "nothing", int.MaxValue, "一甲\n")] // no such number is counted from
    public void Automatic_numbers_are_written_out(string format, string text, string suffix, int start, string expected)
    {
        var numbering =
            $"<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"{format}\"/>" +
            $"{(suffix.Length == 0 ? "" : $"<w:suff w:val=\"{suffix}\"/>")}<w:lvlText w:val=\"{text}\"/></w:lvl></w:abstractNum><w:num " +
            "w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        Assert.Equal(expected, WordDocument.TextOf(Item(0), numbering));
    }

    [Fact]
    public void Levels_count_by_themselves_and_by_style()
    {
        const string numbering =
            "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:suff " +
            "w:val=\"nothing\"/><w:lvlText w:val=\"%1、\"/></w:lvl>" +
            "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:isLgl/><w:suff w:val=\"nothing\"/><w:lvlText " +
            "w:val=\"%1.%2 \"/></w:lvl></w:abstractNum>" +
            "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>" +
            "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride " +
            "w:val=\"1\"/></w:lvlOverride></w:num>";
        const string styles =
            "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style " +
            "w:type=\"paragraph\" w:styleId=\"H\"><w:basedOn w:val=\"1\"/></w:style>";
        const string byStyle = "<w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>";
        Assert.Equal("一、甲\n1.1 甲\n1.2 甲\n二、甲\n2.1 甲\n一、甲\n",
            WordDocument.TextOf($"{byStyle}{Item(1)}{Item(1)}{Item(0)}{Item(1)}{Item(0, 2)}", numbering, styles));
    }

    [Fact]
    public void A_number_that_Word_counts_is_part_of_no_quantity()
    {
        const string numbering =
            "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:suff " +
            "w:val=\"nothing\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId " +
            "w:val=\"0\"/></w:num>";
        var report = WordDocument.Read(WordDocument.Make(Item(0).Replace("甲", "12名干部", StringComparison.Ordinal), numbering));
        var row = Assert.Single(ReportDraft.Make(report, all: false));
        Assert.Equal(("112名干部\n", 1, "12名", 12m), (report.Text, row.Start, row.Wording, row.Quantity!.Value));
    }

    [Fact]
    public void Text_that_a_style_hides_is_left_out()
    {
        const string styles =
            "<w:style w:type=\"character\" w:styleId=\"c\"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type=\"paragraph\" " +
            "w:styleId=\"p\"><w:rPr><w:vanish/></w:rPr></w:style>";
        Assert.Equal("5名\n",
            WordDocument.TextOf($"<w:p><w:r><w:rPr><w:rStyle w:val=\"c\"/></w:rPr><w:t>3</w:t></w:r>{Five}</w:p>", styles: styles));
        Assert.Equal("5名\n",
            WordDocument.TextOf(
            $"<w:p><w:pPr><w:pStyle w:val=\"p\"/></w:pPr>{Three}<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>5名</w:t></w:r></w:p>",
            styles: styles));
    }

    private static string Item(int level, int list = 1) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>";

    private static string Table(params string[] rows) => WordDocument.TextOf($"<w:tbl>{string.Concat(rows)}</w:tbl>");

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    private static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{Paragraph(text)}</w:tc>";

    private static string Paragraph(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string Mark(string type) => $"<w:r><w:fldChar w:fldCharType=\"{type}\"/></w:r>";

    private static string Field(string code, string result) =>
        $"{Mark("begin")}<w:r><w:instrText>{code}</w:instrText></w:r>{Mark("separate")}{result}{Mark("end")}";

    private static string Choice(string requires, string choice, string fallback) =>
        "<w:r><mc:AlternateContent><mc:Choice " +
        $"Requires=\"{requires}\"><w:t>{choice}</w:t></mc:Choice><mc:Fallback><w:t>{fallback}</w:t></mc:Fallback></mc:AlternateContent></w:r>";
}
