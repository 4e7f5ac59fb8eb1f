using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReformGraph.Engine.Modeling;

/// <summary>A type of objects that exist in memory before any request: those of introspection and of code lists.</summary>
/// <param name="name">Its name in the schema.</param>
/// <param name="members">The names of its fields except <c>__typename</c>.</param>
internal sealed class MetadataType(string name, params string[] members)
{
    private readonly Dictionary<string, int> places = members.Index().ToDictionary(member => member.Item, member => member.Index);

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>The names of its fields.</summary>
    public IReadOnlyList<string> Members => members;

    /// <summary>Its name as JSON.</summary>
    public byte[] QuotedName { get; } = MetadataObject.Json(name)!;

    /// <summary>The index of a member among the values of an object.</summary>
    public int PlaceOf(string member) => places[member];
}

/// <summary>
/// An object that exists in memory before any request. A value is JSON, another object, a list of objects, or null; objects may refer to
/// each other.
/// </summary>
/// <param name="type">Its type.</param>
internal sealed class MetadataObject(MetadataType type)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private object?[] values = [];

    /// <summary>Whether a list contains it only if deprecated members are requested.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>A value by the name of its field.</summary>
    public object? this[string member] => member == "__typename" ? type.QuotedName : values[type.PlaceOf(member)];

    /// <summary>A value as JSON; null for null.</summary>
    public static byte[]? Json<T>(T? value) => value is null ? null : JsonSerializer.SerializeToUtf8Bytes(value, Plain);

    /// <summary>Sets its values, in the order of its type's members.</summary>
    public MetadataObject Fill(params object?[] given)
    {
        values = given.Length == type.Members.Count
            ? given : throw new ArgumentException($"{type.Name} has {type.Members.Count} members.", nameof(given));
        return this;
    }
}

/// <summary>The answers to introspection of a schema.</summary>
/// <param name="Schema">The answer to <c>__schema</c>.</param>
/// <param name="Types">The answers to <c>__type</c>, by name.</param>
/// <param name="CodeLists">The answer to <c>codeLists</c>.</param>
internal sealed record MetadataGraph(MetadataObject Schema, IReadOnlyDictionary<string, MetadataObject> Types, MetadataObject[] CodeLists);
