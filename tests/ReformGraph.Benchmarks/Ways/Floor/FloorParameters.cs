using System.Globalization;

namespace ReformGraph.Benchmarks.Ways.Floor;

/// <summary>The parameters of a request, <c>?name=value&amp;name=value</c> in the order in which the endpoint expects them.</summary>
internal readonly ref struct FloorParameters(ReadOnlySpan<char> query)
{
    private readonly ReadOnlySpan<char> query = query;

    public int Integer(int number) => int.Parse(Text(number), CultureInfo.InvariantCulture);

    public ReadOnlySpan<char> Text(int number)
    {
        var rest = query;
        for (; number > 0; number--)
        {
            rest = rest[(rest.IndexOf('&') + 1)..];
        }

        rest = rest[(rest.IndexOf('=') + 1)..];
        var end = rest.IndexOf('&');
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>The UTF-8 of a text, in a buffer of the caller.</summary>
    public ReadOnlySpan<byte> Utf8(int number, Span<byte> buffer) => buffer[..System.Text.Encoding.UTF8.GetBytes(Text(number), buffer)];
}
