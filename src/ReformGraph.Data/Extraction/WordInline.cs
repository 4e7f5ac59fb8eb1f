using System.Text;

namespace ReformGraph.Data.Extraction;

/// <summary>Writes the text of one paragraph, and collects the text boxes that it anchors.</summary>
internal sealed class WordInline(WordText document, WordStyles styles, WordElement? paragraph, WordFields fields)
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private readonly StringBuilder text = new();
    private bool isHidden;
    private bool isSuperscript;

    /// <summary>The text so far.</summary>
    public string Text => text.ToString();

    /// <summary>The lines of the text boxes.</summary>
    public List<string> Boxes { get; } = [];

    /// <summary>Adds the content of an element.</summary>
    public void Add(WordElement container)
    {
        foreach (var child in container.Children)
        {
            if (child.IsMath)
            {
                AddMath(child);
            }
            else
            {
                AddElement(child);
            }
        }
    }

    private void AddElement(WordElement element)
    {
        switch (element.Name)
        {
            case "r":
                AddRun(element);
                break;
            case "del" or "moveFrom" or "pPr" or "rPr" or "sdtPr" or "rt" or "delText" or "delInstrText" or "fldData":
                break;
            case "sdt" when WordText.IsPrompt(element):
                break;
            case "fldSimple":
                AddSimpleField(element);
                break;
            case "AlternateContent":
                Add(WordText.Branch(element));
                break;
            case "drawing" or "pict" or "object":
                AddBoxes(element);
                break;
            case "txbxContent":
                Boxes.AddRange(document.Blocks(element));
                break;
            default:
                AddMark(element);
                break;
        }
    }

    // The content of a run; anything else is passed through.
    private void AddMark(WordElement element)
    {
        switch (element.Name)
        {
            case "t":
                AddText(element);
                break;
            case "tab" or "ptab":
                Append('\t');
                break;
            case "br" or "cr":
                Append('\n');
                break;
            case "noBreakHyphen":
                Append('\u2011');
                break;
            case "sym":
                Append(WordSymbols.Of(element.Attribute("font"), element.Attribute("char")));
                break;
            case "footnoteReference" or "endnoteReference" when IsShown:
                Append(document.Refer(element.Name == "footnoteReference" ? "footnote" : "endnote", element.Attribute("id")));
                break;
            case "fldChar":
                AddFieldMark(element.Attribute("fldCharType"));
                break;
            case "instrText":
                fields.AddCode(string.Concat(element.Children.Select(child => child.Text)));
                break;
            default:
                Add(element);
                break;
        }
    }

    private bool IsShown => !isHidden && fields.IsShown;

    private void AddRun(WordElement run)
    {
        var properties = run.Find("rPr");
        var (hidden, superscript) = (isHidden, isSuperscript);
        (isHidden, isSuperscript) = (styles.IsHidden(properties, paragraph), properties?.Find("vertAlign")?.Value == "superscript");
        Add(run);
        (isHidden, isSuperscript) = (hidden, superscript);
    }

    private void AddText(WordElement element)
    {
        var content = string.Concat(element.Children.Select(child => child.Text)).Replace('\n', ' ');
        foreach (var character in element.Attribute("space") == "preserve" ? content : content.Trim(' '))
        {
            Append(isSuperscript && char.IsAsciiDigit(character) ? Superscripts[character - '0']
                : WordMarks.IsMark(character) ? WordSymbols.Unknown
                : character);
        }
    }

    private void AddFieldMark(string? type)
    {
        switch (type)
        {
            case "begin":
                fields.Begin();
                break;
            case "separate":
                fields.Separate();
                break;
            case "end":
                EndField();
                break;
        }
    }

    private void AddSimpleField(WordElement element)
    {
        fields.Begin(element.Attribute("instr") ?? "");
        Add(element);
        EndField();
    }

    private void EndField()
    {
        if (fields.End())
        {
            Append(WordSymbols.Unknown);
        }
    }

    private void AddMath(WordElement element)
    {
        if (element.Name == "oMathPara")
        {
            foreach (var character in WordMath.Text(element))
            {
                Append(character);
            }
        }
        else if (element.Name == "oMath")
        {
            Append(WordSymbols.Unknown);
        }
        else
        {
            Add(element);
        }
    }

    private void AddBoxes(WordElement drawing)
    {
        foreach (var child in drawing.Children)
        {
            if (child.Name == "txbxContent")
            {
                Boxes.AddRange(IsShown ? document.Blocks(child) : []);
            }
            else
            {
                AddBoxes(child.Name == "AlternateContent" ? WordText.Branch(child) : child);
            }
        }
    }

    private void Append(char character)
    {
        if (!IsShown)
        {
            return;
        }

        text.Append(character);
        fields.AddText();
    }
}

/// <summary>The text of a formula in a paragraph of its own.</summary>
internal static class WordMath
{
    /// <summary>The text: a fraction with a slash, everything else unchanged.</summary>
    public static string Text(WordElement element)
    {
        var text = new StringBuilder();
        Add(element, text);
        return text.ToString();
    }

    private static void Add(WordElement element, StringBuilder text)
    {
        if (element.Name == "f" && element.Find("num") is { } numerator && element.Find("den") is { } denominator)
        {
            Add(numerator, text);
            text.Append('/');
            Add(denominator, text);
            return;
        }

        foreach (var child in element.Children)
        {
            text.Append(child.Text);
            Add(child, text);
        }
    }
}
