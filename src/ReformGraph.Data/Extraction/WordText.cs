namespace ReformGraph.Data.Extraction;

/// <summary>
/// Walks the body of a Word file and writes its text. Unknown elements are passed through, because older and newer versions of Word wrap
/// text in elements of their own. Text that is deleted, hidden, a prompt or the code of a field is omitted.
/// </summary>
internal sealed class WordText(WordStyles styles, WordNumbering numbering, IReadOnlyDictionary<string, WordElement> notes)
{
    private readonly HashSet<string> referred = [];
    private readonly List<string> footnotes = [];
    private readonly List<string> endnotes = [];

    /// <summary>The text of a body, with the notes at its end.</summary>
    public ReportContent Read(WordElement body)
    {
        var lines = Blocks(body);
        foreach (var (place, note) in footnotes.Concat(endnotes).ToList().Index())
        {
            lines.Add($"{(place == 0 ? WordMarks.Notes : "")}{string.Join('\n', Blocks(notes[note]))}");
        }

        return WordMarks.Resolve(lines);
    }

    /// <summary>The lines of a container of paragraphs and tables: a body, a cell, a text box, a note.</summary>
    public List<string> Blocks(WordElement container)
    {
        var blocks = new WordBlocks();
        AddBlocks(container, blocks);
        blocks.Flush();
        return blocks.Lines;
    }

    /// <summary>The branch of alternate content that Word shows: the first choice that it knows, or otherwise the fallback.</summary>
    public static WordElement Branch(WordElement alternate) =>
        alternate.Children.Find(child => child.IsKnownChoice) ?? alternate.Find("Fallback") ?? WordElement.Nothing;

    /// <summary>Whether a control shows only a prompt.</summary>
    public static bool IsPrompt(WordElement control) => control.Find("sdtPr")?.Is("showingPlcHdr") is true;

    /// <summary>Records a reference to a note, and returns its mark.</summary>
    public char Refer(string kind, string? id)
    {
        var key = $"{kind} {id}";
        if (notes.GetValueOrDefault(key) is { } note && note.Attribute("type") is null or "normal" && referred.Add(key))
        {
            (kind == "footnote" ? footnotes : endnotes).Add(key);
        }

        return WordMarks.Reference;
    }

    private void AddBlocks(WordElement container, WordBlocks blocks)
    {
        foreach (var child in container.Children)
        {
            switch (child.Name)
            {
                case "p" when !child.IsMath:
                    AddParagraph(child, blocks);
                    break;
                case "tbl":
                    blocks.Flush();
                    AddRows(child, blocks.Lines);
                    break;
                case "AlternateContent":
                    AddBlocks(Branch(child), blocks);
                    break;
                case "del" or "moveFrom":
                    break;
                case "sdt" when IsPrompt(child):
                    break;
                case "oMathPara":
                    blocks.Add(WordMath.Text(child), false, []);
                    break;
                default:
                    AddBlocks(child, blocks);
                    break;
            }
        }
    }

    private void AddParagraph(WordElement paragraph, WordBlocks blocks)
    {
        var properties = paragraph.Find("pPr");
        var number = properties?.Find("rPr")?.Is("vanish") is true ? "" : numbering.Next(properties);
        var inline = new WordInline(this, styles, properties, blocks.Fields);
        inline.Add(paragraph);
        var mark = properties?.Find("rPr");
        var isMarkDeleted = (mark?.Find("del") ?? mark?.Find("moveFrom")) is not null;
        var shown = inline.Text.Length > 0 || !isMarkDeleted ? WordMarks.Numbered(number) : "";
        blocks.Add($"{shown}{inline.Text}", isMarkDeleted, inline.Boxes);
    }

    private void AddRows(WordElement table, List<string> lines)
    {
        foreach (var child in table.Children)
        {
            switch (child.Name)
            {
                case "tr":
                    var properties = child.Find("trPr");
                    if (properties?.Find("del") is null && properties?.Is("hidden") is not true)
                    {
                        var cells = new List<string>();
                        AddCells(child, cells);
                        lines.Add(string.Join('\t', cells));
                    }

                    break;
                case "AlternateContent":
                    AddRows(Branch(child), lines);
                    break;
                case "del" or "moveFrom" or "tblPr" or "tblGrid":
                    break;
                default:
                    AddRows(child, lines);
                    break;
            }
        }
    }

    private void AddCells(WordElement row, List<string> cells)
    {
        foreach (var child in row.Children)
        {
            switch (child.Name)
            {
                case "tc":
                    var properties = child.Find("tcPr");
                    if (properties?.Find("cellDel") is null)
                    {
                        var isContinued = properties?.Find("vMerge") is { } merge && merge.Value is not "restart";
                        cells.Add(isContinued ? "" : string.Join('\n', Blocks(child)));
                    }

                    break;
                case "del" or "moveFrom" or "trPr" or "tblPrEx":
                    break;
                case "sdt" when IsPrompt(child):
                    cells.Add("");
                    break;
                default:
                    AddCells(child, cells);
                    break;
            }
        }
    }
}
