using System.Text;
using System.Text.Json;

namespace ReformGraph.Engine.Writing;

/// <summary>The members of a JSON object, each with the bytes before its value: brace or comma, key, colon.</summary>
internal sealed class Members<TForm>(params IReadOnlyList<(JsonEncodedText Key, TForm Form)> members)
{
    public (byte[] Lead, TForm Form)[] All { get; } =
        [.. members.Select((member, number) => (Encoding.UTF8.GetBytes($"{(number == 0 ? '{' : ',')}\"{member.Key}\":"), member.Form))];

    /// <summary>What follows them; the whole object if there are none.</summary>
    public byte[] End { get; } = members.Count == 0 ? [(byte)'{', (byte)'}'] : [(byte)'}'];
}
