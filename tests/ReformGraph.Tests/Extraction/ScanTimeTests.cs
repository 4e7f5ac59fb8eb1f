using ReformGraph.Domain.Quantities;
using Xunit;

namespace ReformGraph.Tests.Extraction;

/// <summary>How long it takes to read a text.</summary>
public sealed class ScanTimeTests
{
    /// <summary>Takes well below a second if time grows with the text, and hours if it grows with its square.</summary>
    [Theory]
    [InlineData("9")]
    [InlineData("一")]
    [InlineData("1,")]
    [InlineData("“")]
    [InlineData("（")]
    [InlineData("《")]
    [InlineData("a1")]
    [InlineData("1+")]
    [InlineData("第")]
    [InlineData("1—")]
    [InlineData("3个、")]
    [InlineData("十百千万亿")]
    [InlineData("1\t")]
    [InlineData("由1个到")]
    [InlineData("\n1.5个")]
    [InlineData("“7个、8份”")]
    public async Task A_long_text_is_read_in_good_time(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 300_000 / unit.Length));
        await Task.Run(() => QuantityScanner.Scan(text)).WaitAsync(TimeSpan.FromMinutes(2));
    }
}
