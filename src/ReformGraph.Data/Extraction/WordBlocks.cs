using System.Text;

namespace ReformGraph.Data.Extraction;

/// <summary>The lines of a container as they come, with a paragraph whose mark is deleted before the one that it is joined to.</summary>
internal sealed class WordBlocks
{
    private readonly List<string> boxes = [];
    private readonly StringBuilder pending = new();

    /// <summary>The lines.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>The fields that are open, which may go on in the next paragraph.</summary>
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

    /// <summary>Ends a paragraph that has nothing to be joined to.</summary>
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
