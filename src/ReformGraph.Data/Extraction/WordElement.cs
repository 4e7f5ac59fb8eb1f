using System.Xml;
using ReformGraph.Data.Tables;
using ReformGraph.Data.Tables.Xlsx;

namespace ReformGraph.Data.Extraction;

/// <summary>
/// An element of a part of a Word file, identified by its name without the namespace, so that unknown ones can be passed through.
/// </summary>
/// <param name="Name">The name; text is an element named #text.</param>
/// <param name="IsMath">Whether it belongs to the markup of formulas, whose runs and texts have the names of ordinary ones.</param>
/// <param name="Attributes">Its attributes, by their names without prefixes.</param>
internal sealed record WordElement(string Name, bool IsMath, IReadOnlyList<KeyValuePair<string, string>> Attributes)
{
    /// <summary>The name of a text.</summary>
    public const string TextName = "#text";

    /// <summary>One without content.</summary>
    public static readonly WordElement Nothing = new("#nothing", false, []);

    private const int MostElements = 400_000;
    private const string Math = "/math";

    private static readonly string[] KnownNamespaces =
        ["http://schemas.microsoft.com/office/word/", "http://schemas.microsoft.com/office/drawing/", "http://schemas.openxmlformats.org/"];

    /// <summary>Its content, in order.</summary>
    public List<WordElement> Children { get; } = [];

    /// <summary>The text, if it is one.</summary>
    public string Text { get; private init; } = string.Empty;

    /// <summary>Whether it is a choice whose namespaces are all known.</summary>
    public bool IsKnownChoice { get; private init; }

    /// <summary>Its attribute <c>val</c>.</summary>
    public string? Value => Attribute("val");

    /// <summary>Reads a part.</summary>
    /// <exception cref="TableException">It is damaged, too large, or nested too deeply.</exception>
    public static WordElement Read(XlsxPart part)
    {
        var (root, open, count) = (new WordElement("#part", false, []), new Stack<WordElement>(), 0);
        open.Push(root);
        while (part.Read())
        {
            switch (part.Type)
            {
                case XmlNodeType.Element:
                    if (++count > MostElements)
                    {
                        throw part.OverLimit(null, MostElements,
                            new("elements in a part of a Word file", "个元素（Word 文件的一个部件）"));
                    }

                    var isMath = part.Namespace.EndsWith(Math, StringComparison.Ordinal);
                    var element = new WordElement(part.Element, isMath, part.Attributes()) { IsKnownChoice = IsKnown(part) };
                    open.Peek().Children.Add(element);
                    if (!part.IsEmpty)
                    {
                        open.Push(element);
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace
                    when open.Peek().Name is "t" or "instrText":
                    open.Peek().Children.Add(new(TextName, false, []) { Text = part.Text() });
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
            }
        }

        return root;
    }

    /// <summary>An attribute; null if the element does not have it.</summary>
    public string? Attribute(string name)
    {
        foreach (var (key, value) in Attributes)
        {
            if (key == name)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The first child element with a name; null if there is none.</summary>
    public WordElement? Find(string name) => Children.Find(child => child.Name == name);

    /// <summary>The element at the end of a path of names.</summary>
    public WordElement? Find(string first, string second) => Find(first)?.Find(second);

    /// <summary>Whether a property is present and not switched off; null if it is absent.</summary>
    public bool? Is(string property) => Find(property) is { } found ? found.Value is not ("0" or "false" or "off") : null;

    private static bool IsKnown(XlsxPart part) => part.Element == "Choice"
        && part.Attribute("Requires")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } prefixes
        && prefixes.All(prefix => part.NamespaceOf(prefix) is { } space
            && KnownNamespaces.Any(known => space.StartsWith(known, StringComparison.Ordinal)));
}
