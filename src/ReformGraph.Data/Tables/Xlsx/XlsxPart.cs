using System.Xml;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Tables.Xlsx;

/// <summary>
/// Reads the XML of a part node by node; the size of each, their names and the depth of nesting are bounded. It rejects document type
/// definitions, and with them every entity except those of XML itself.
/// </summary>
internal sealed class XlsxPart : IDisposable
{
    /// <summary>The maximum number of bytes from one node to the next: a tag with its attributes, a text, comments in between.</summary>
    public const int LongestNode = TableReader.LongestRow;

    /// <summary>The maximum depth of nested elements.</summary>
    public const int Deepest = 64;

    /// <summary>The maximum number of different names of elements, attributes and namespaces.</summary>
    public const int MostNames = 10_000;

    private readonly string name;
    private readonly XmlReader xml;
    private readonly Bilingual whole;
    private int sinceNode;

    /// <param name="name">The name of the part.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="unpack">Receives the number of bytes read.</param>
    /// <param name="whole">What is expected instead of a damaged file.</param>
    public XlsxPart(string name, Stream content, Action<int> unpack, Bilingual whole)
    {
        (this.name, this.whole) = (name, whole);
        var bytes = new MeteredStream(content, read =>
        {
            unpack(read);
            sinceNode += read;
            if (sinceNode > LongestNode)
            {
                throw OverLimit(null, LongestNode, new("bytes in one node of XML", "个字节（一个 XML 节点）"));
            }
        });
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            NameTable =
                new BoundedNames(() => OverLimit(null, MostNames,
                    new("names of elements and attributes in a part", "个元素和属性名（一个部件）"))),
        };
        xml = Guarded(() => XmlReader.Create(bytes, settings));
    }

    /// <summary>The present row of the sheet; zero if the part has none.</summary>
    public int Row { get; set; }

    /// <summary>The name of the sheet; null for every other part.</summary>
    public string? Sheet { get; init; }

    public XmlNodeType Type => xml.NodeType;

    /// <summary>The name of the element, without its namespace.</summary>
    public string Element => xml.LocalName;

    /// <summary>The namespace of the element.</summary>
    public string Namespace => xml.NamespaceURI;

    public bool IsEmpty => xml.IsEmptyElement;

    public int Depth => xml.Depth;

    /// <summary>Reads the next node; false at the end.</summary>
    /// <exception cref="TableException">There is none, or it exceeds the limits.</exception>
    public bool Read()
    {
        sinceNode = 0;
        var isRead = Guarded(xml.Read);
        return xml.Depth <= Deepest ? isRead : throw OverLimit(null, Deepest, new("levels of nested elements", "层元素嵌套"));
    }

    /// <summary>Skips to the next element with a name; false if there is none.</summary>
    public bool ReadTo(string element)
    {
        while (Read())
        {
            if (Type is XmlNodeType.Element && Element == element)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the next node of an element at a depth; false after its last.</summary>
    public bool ReadWithin(int depth) => Read() && Depth > depth;

    /// <summary>The text of the node.</summary>
    public string Text() => Guarded(() => xml.Value);

    /// <summary>An attribute of the element; null if it does not have it.</summary>
    public string? Attribute(string attribute) => xml.GetAttribute(attribute);

    /// <summary>An attribute of the element with this name in any namespace; null if it does not have it.</summary>
    public string? PrefixedAttribute(string attribute)
    {
        string? found = null;
        while (xml.MoveToNextAttribute())
        {
            found = xml.LocalName == attribute && xml.Prefix.Length > 0 ? xml.Value : found;
        }

        xml.MoveToElement();
        return found;
    }

    /// <summary>The attributes of the element, by their names without prefixes.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Attributes()
    {
        var found = new List<KeyValuePair<string, string>>(xml.AttributeCount);
        while (xml.MoveToNextAttribute())
        {
            if (xml.Prefix != "xmlns" && xml.Name != "xmlns")
            {
                found.Add(new(xml.LocalName, xml.Value));
            }
        }

        xml.MoveToElement();
        return found;
    }

    /// <summary>The namespace of a prefix at the element; null if it has none.</summary>
    public string? NamespaceOf(string prefix) => xml.LookupNamespace(prefix);

    /// <summary>The error for what was found, in the present row or otherwise in the part.</summary>
    public TableException Refused(string? column, string? value, Bilingual expected) =>
        new(Row, column, value, expected) { Part = Row > 0 ? null : name, Sheet = Sheet };

    /// <summary>The error for exceeding a limit, in the present row or otherwise in the part.</summary>
    public TableException OverLimit(string? column, long allowed, Bilingual what) =>
        TableException.OverLimit(Row, column, allowed, what, null, Row > 0 ? null : name, Sheet);

    public void Dispose() => xml.Dispose();

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException damaged)
        {
            var (line, character) = (damaged.LineNumber, damaged.LinePosition);
            throw Refused(null, null, new($"well-formed XML without a document type (line {line}, character {character} of {name})",
                $"格式正确且不含文档类型的 XML（{name} 第 {line} 行第 {character} 个字符）"));
        }
        catch (InvalidDataException)
        {
            throw Refused(null, null, whole);
        }
    }

    private sealed class BoundedNames(Func<Exception> refuse) : NameTable
    {
        private int count;

        public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

        private string Counted(string added) => ++count <= MostNames ? added : throw refuse();
    }
}
