namespace ReformGraph.Data.Extraction;

/// <summary>The open fields, nested in one another.</summary>
internal sealed class WordFields
{
    private const int LongestCode = 100;

    private readonly Stack<WordField> open = new();
    private int codes;

    /// <summary>Whether text is visible: no open field is still at its code.</summary>
    public bool IsShown => codes == 0;

    /// <summary>Begins a field.</summary>
    /// <param name="code">Its code, if the result follows at once; otherwise null.</param>
    public void Begin(string? code = null)
    {
        open.Push(new() { IsResult = code is not null, Code = code ?? "" });
        codes += code is null ? 1 : 0;
    }

    /// <summary>Adds to the code of the field.</summary>
    public void AddCode(string code)
    {
        if (open.TryPeek(out var field) && !field.IsResult && field.Code.Length < LongestCode)
        {
            field.Code += code;
        }
    }

    /// <summary>Begins the result of the field.</summary>
    public void Separate()
    {
        if (open.TryPeek(out var field) && !field.IsResult)
        {
            field.IsResult = true;
            codes--;
        }
    }

    /// <summary>Records that the result of the field has text.</summary>
    public void AddText()
    {
        if (open.TryPeek(out var field))
        {
            field.HasText = true;
        }
    }

    /// <summary>Ends the field; returns whether Word shows something for it although it has no result.</summary>
    public bool End()
    {
        if (!open.TryPop(out var ended))
        {
            return false;
        }

        codes -= ended.IsResult ? 0 : 1;
        if (ended.HasText)
        {
            AddText();
        }

        return !ended.HasText && ended.Code.TrimStart().StartsWith("EQ", StringComparison.OrdinalIgnoreCase);
    }

    private sealed class WordField
    {
        public bool IsResult { get; set; }

        public bool HasText { get; set; }

        public string Code { get; set; } = "";
    }
}
