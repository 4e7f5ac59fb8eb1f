using System.Text;
using System.Text.Json;
using ReformGraph.Engine.Values;
using Xunit;

namespace ReformGraph.Tests.Engine.Writing;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("重庆　村", "\"重庆　村\"")]
    [InlineData("😀", "\"😀\"")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("\n\r\t\0\u001f", "\"\\n\\r\\t\\u0000\\u001f\"")]
    [InlineData("", "\"\"")]
    public void Only_what_JSON_asks_for_is_escaped(string text, string expected) =>
        Assert.Equal(expected, Written(json => json.Text(text)));

    [Fact]
    public void Every_character_is_read_back()
    {
        var all = string.Concat(Enumerable.Range(0, 0x10FFFF).Where(Rune.IsValid).Select(char.ConvertFromUtf32));
        Assert.Equal(all, JsonSerializer.Deserialize<string>(Written(json => json.Text(all))));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void What_JSON_has_no_number_for_is_refused(double value) =>
        Assert.Throws<InvalidOperationException>(() => Written(json => json.Number(value)));

    [Fact]
    public void The_array_grows_and_keeps_what_was_written() =>
        Assert.Equal("[" + string.Concat(Enumerable.Repeat("12345678,", 10_000)), Written(json =>
        {
            json.Raw('[');
            for (var number = 0; number < 10_000; number++)
            {
                json.Number(12_345_678L);
                json.Raw(',');
            }
        }));

    private static string Written(Action<JsonText> write)
    {
        using var json = new JsonText();
        write(json);
        return Encoding.UTF8.GetString(json.Written);
    }
}
