using System.Globalization;
using System.Text;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>An input value, written as a literal of a document and as the JSON of a variable.</summary>
internal sealed record Written(string Literal, string Json)
{
    public static Written Null { get; } = Same("null");

    public static Written Same(string text) => new(text, text);

    public static Written Enum(string name) => new(name, $"\"{name}\"");

    public static Written Text(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' or '\\' => quoted.Append('\\').Append(character),
                < ' ' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => quoted.Append(character),
            };
        }

        return Same(quoted.Append('"').ToString());
    }

    public static Written List(IEnumerable<Written> items)
    {
        var all = items.ToList();
        return new($"[{string.Join(", ", all.Select(item => item.Literal))}]", $"[{string.Join(", ", all.Select(item => item.Json))}]");
    }

    public static Written Object(IEnumerable<(string Name, Written Value)> fields)
    {
        var all = fields.ToList();
        return new(
            $"{{{string.Join(", ", all.Select(field => $"{field.Name}: {field.Value.Literal}"))}}}",
            $"{{{string.Join(", ", all.Select(field => $"\"{field.Name}\": {field.Value.Json}"))}}}");
    }
}
