using System.Text;

namespace ReformGraph.Data.Extraction;

/// <summary>The lines of a container in order; a paragraph whose mark is deleted comes before the one to which it is joined.</summary>
internal sealed class WordBlocks
{
    private readonly List<string> boxes = [];
    private readonly StringBuilder pending = new();

    /// <summary>The lines.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>The open fields, which may continue in the next paragraph.</summary>
    public WordFields Fields { get; } = new();

    /// <summary>Adds a paragraph, and the text boxes that it anchors.</summary>
    public void Add(string text, bool isMarkDeleted, IEnumerable<string> anchored)
    {
        pending.Append(text);
        boxes.AddRange(anchored);
        if (!isMarkDeleted)
        {
            AddPending();
            AddBoxes();
        }
    }

    /// <summary>Ends a paragraph that is not joined to another.</summary>
    public void Flush()
    {
        if (pending.Length > 0)
        {
            AddPending();
        }

        AddBoxes();
    }

    private void AddPending()
    {
        Lines.Add(pending.ToString());
        pending.Clear();
    }

    private void AddBoxes()
    {
        Lines.AddRange(boxes);
        boxes.Clear();
    }
}
