using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Writes;

/// <summary>The hash of a write request, which distinguishes a retry from another request. The order of fields and the selection of the
/// response do not count.</summary>
internal static class RequestHash
{
    public static byte[] Compute(WriteRequest request)
    {
        var note = request.Note;
        var text = JsonSerializer.SerializeToUtf8Bytes(new object?[]
        {
            request.Name,
            Text(note.Kind),
            note.Reason,
            Text(note.EffectiveOn),
            note.Evidence?.Reference,
            note.Evidence?.Sha256,
            request.Rows.Select(row => new object?[]
            {
                Text(row.Action),
                row.Entity.Name,
                row.Id,
                row.Code,
                row.Version,
                row.Values.Append(new("within", row.Within)).Where(value => value.Key != "within" || value.Value is not null)
                    .OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => new[] { value.Key, Text(value.Value) }),
            }),
        }.Concat(request.Own is { } own ? [JsonSerializer.Serialize(own, own.GetType())] : []));
        return SHA256.HashData(text);
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        decimal number => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture), // without trailing zeros
        DateTime or DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
